"""Has a verb the preposition that it governs before its infinitive or its object: permet de dégager, se félicite des
efforts, les avantages dont elles bénéficient?

Looked at are infinitives right after a verb that can be nothing else, the beginning of an object right after it, and
relative clauses with que whose verb wants de.
"""

from __future__ import annotations

import re

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_after_be, is_auxiliary
from tmtool.languages.fr.grammar.predicates.compound_verbs import back_over_adverbs
from tmtool.languages.fr.grammar.prepositions.asides import after_adverbials, after_insertion, before_adverbials
from tmtool.languages.fr.grammar.prepositions.governed import (
    AHEAD,
    ARTICLES,
    OF,
    TO,
    WORDS,
    Misgoverned,
    infinitive_after,
    is_infinitive,
    may_be_inverted,
)
from tmtool.languages.fr.grammar.words.closed_words import NE_OR_SE, RELATIVES, SE, SUBJECT_PRONOUNS
from tmtool.languages.fr.grammar.words.reading import PLURAL, QUE, THIRD, Word
from tmtool.languages.fr.grammar.words.set_phrases import LONGEST, adverb_after
from tmtool.languages.tables import one_of

_CONTRACTED = {"with de": {"aux", "au"}, "with sur": {"du", "des", "de", "d'"}, "with à": {"du", "des"}}
"""What never begins the object of the verbs of a list."""
_SE = SE | {"lui", "leur", "le", "l'"}
"""Pronouns after which these verbs go otherwise: leur souhaiter de rester, inviter ceux qui le peuvent à voter."""
_ONE = frozenset({"un", "une"})
_OPENING = ARTICLES | _ONE
"""Determiners with which an object begins."""
_PAS = frozenset({"pas", "plus", "jamais", "guère"})
_NEEDED = frozenset(phrase.partition("_")[2] for phrase in WORDS["about with a noun"])
_FARTHEST = 20
"""Words back from the verb of a relative clause to the verb of its sentence."""
_LONGEST_SUBJECT = 8
"""Words of a subject between que and its verb at most."""
_FEW = 4
"""Words before a participle in which the subject il would be: il a été donné les instructions."""
_ADVERBS = 2
"""Adverbs between a verb and its preposition at most."""
_ADVERB = re.compile(rf"\w+(?:[aeiué]|[ae]m)ment$|(?:{one_of(WORDS['adverbs'])})$")
_MARKS = (".", ";", ":", ",", "(")


def before_infinitive(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between a verb and an infinitive right after it."""
    verb, first_adverb = words[place], _first_adverb(words, place)
    passive = verb.is_participle and is_after_be(words, first_adverb)
    helped = passive or (verb.is_participle and first_adverb > 0 and is_auxiliary(words[first_adverb - 1]))
    inserted = after_insertion(words, place + 1)
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    if (
        verb.lower == "cesse"
        or not verb.categories <= _readings(words, place, helped=helped)
        or len(lemmas) != 1
        or place + 1 >= len(words)
        or not (words[place + 1].joined or inserted > place + 1)
    ):
        return None
    lemma = lemmas.pop()
    rights = _governed(lemma, passive=passive)
    if inserted > place + 1:  # sont tenus, en vertu de la loi, à répondre
        other = OF if rights == "à" else TO if rights == "de" and passive else frozenset[str]()
        wrong_there = words[inserted].lower in other and infinitive_after(words, inserted + 1)
        reflexive = first_adverb > 1 and words[first_adverb - 2].lower in ("se", "s'")
        either = (verb.lower in WORDS["passive either"] and not reflexive) or not passive
        return Misgoverned(verb, verb, words[inserted], rights) if wrong_there and not either else None
    first = place + 1 + (words[place + 1].lower in ("se", "s'"))  # évitent s'engager
    if first < len(words) and words[first].joined and is_infinitive(words, first):
        wants = rights or next((word for word in ("de", "pour") if lemma in WORDS[f"infinitive {word}"]), "")
        return Misgoverned(verb, verb, words[place + 1], wants) if wants else None
    if not rights and lemma in WORDS["of in the active"] and _is_active(words, place):
        rights = "de"
    if not rights and lemma in WORDS["to in the active"] and _is_finite_or_had(words, place):
        rights = "à"
    if not rights and lemma in WORDS["without"] and not (place > 0 and words[place - 1].lower in _SE):
        at = _after_adverbs(words, place + 1)
        alone = words[at].lower in OF | TO and infinitive_after(words, at + 1) and not verb.is_participle
        return Misgoverned(verb, verb, words[at], _infinitive_from(words, at + 1)) if alone else None
    wrong = OF if rights == "à" else TO if rights == "de" else frozenset[str]()
    at = _after_adverbs(words, place + 1) if wrong else place + 1
    if words[at].lower not in wrong:
        return None
    be = _first_adverb(words, place) - 1
    reflexive = be > 0 and words[be - 1].lower in ("se", "s'")  # s'est engagé de, not est engagé de
    if passive and verb.lower in WORDS["passive either"] and not reflexive:
        return None
    after_noun = verb.is_participle and place > 0 and words[place].joined and "N" in words[place - 1].categories
    if after_noun and not passive and not is_auxiliary(words[place - 1]):
        return None  # une banque autorisée: it goes with its noun, and de with what is before
    if lemma in WORDS["otherwise with se"] and (reflexive or (place and words[place - 1].lower in ("se", "s'"))):
        return None  # se refuse à voter
    wrong_here = infinitive_after(words, at + 1) and not (passive and _is_of_another(words, place, rights))
    return Misgoverned(verb, verb, words[at], rights) if wrong_here else None


def _is_of_another(words: tuple[Word, ...], place: int, right: str) -> bool:
    """Tells whether the infinitive after a relative clause may go with a verb before that clause: conseille aux pays
    dont les moyens sont *limités* d’agir."""
    asks = "agent à" if right == "de" else "agent to whom de"
    in_clause = False
    for at in range(place - 1, max(-1, place - _FARTHEST), -1):
        if in_clause and any(entry.lemma in WORDS[asks] for entry in words[at].entries):
            return True
        in_clause = in_clause or words[at].lower in RELATIVES
        if words[at].opens_clause:
            return False
    return False


def _readings(words: tuple[Word, ...], place: int, *, helped: bool) -> set[str]:
    """Returns what a word may be besides, and still be taken for a verb here: after an auxiliary, or se."""
    reflexive = place > 0 and words[place - 1].lower in ("se", "s'")
    return {"A", "V", "N"} if helped or reflexive else {"A", "V"} if words[place].is_participle else {"V"}


def _after_adverbs(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after the adverbs between a verb and its preposition: s'emploie déjà activement à."""
    last = min(len(words) - 1, place + _ADVERBS)
    while place < last and words[place + 1].joined and _ADVERB.match(words[place].lower):
        place += 1
    return min(after_adverbials(words, place), len(words) - 1)


def _infinitive_from(words: tuple[Word, ...], place: int) -> str:
    """Returns the infinitive that begins at a place, with its pronouns: se demander."""
    end = place
    while end < len(words) - 1 and words[end].lower in WORDS["clitics"]:
        end += 1
    return "".join(f"{word.before}{word.text}" for word in words[place : end + 1]).lstrip()


def _governed(lemma: str, *, passive: bool) -> str:
    """Returns the preposition that a verb governs before an infinitive, empty for one that governs none."""
    if passive and lemma in WORDS["passive of"]:
        return "de"
    if lemma in WORDS["to"]:
        return "à"
    return "de" if lemma in WORDS["of"] else ""


def _first_adverb(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the first of the adverbs right before a word: sont *instamment* invités."""
    while place > 1 and words[place].joined and _ADVERB.match(words[place - 1].lower):
        place -= 1
    return before_adverbials(words, place)


def _is_finite_or_had(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a finite verb, or a participle after avoir."""
    before = words[place - 1] if place else None
    had = before is not None and any(entry.lemma == "avoir" for entry in before.entries)
    return had if words[place].is_participle else bool(words[place].persons & THIRD)


def _is_active(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a finite verb without se, or a participle after avoir that no object comes before: le
    Conseil a décidé, not les États décidés, se décide, les a décidés."""
    at = back_over_adverbs(words, place - 1) if words[place].is_participle else place - 1
    if at < 0 or not words[at + 1].joined:
        return not words[place].is_participle
    if words[place].is_participle:
        at -= 1
        if not any(entry.lemma == "avoir" for entry in words[at + 1].entries) or words[at + 1].lower == "ayant":
            return False
    return at < 0 or words[at].lower not in WORDS["objects before"]


def taken_up(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns a que after a noun that takes up what its verb wants with de."""
    verb = words[place]
    if place < 3 or not verb.persons or not {entry.lemma for entry in verb.entries} & WORDS["about"]:
        return None
    pronoun, que = words[place - 1], words[place - 2]
    if pronoun.lower not in SUBJECT_PRONOUNS or que.lower not in QUE or not (que.joined and verb.joined):
        return None
    if not _is_antecedent(words, place - 3):
        return None
    several = words[place - 3].agreement() <= PLURAL  # only a singular is said to be that: le fait qu'elles disposent
    for word in words[place + 1 :]:
        if any(mark in word.before for mark in _MARKS):
            break
        if word.lower in WORDS["with of"]:
            return None
        if several and word.lower in WORDS["with other phrases"]:  # the de after it belongs to it: dans le cadre de
            break
    return Misgoverned(verb, que, verb, "dont")


def needed(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns a que that takes up what a verb with its noun wants with de, at the end of a clause: les données que le
    Comité avait *besoin*."""
    if words[place].lower not in _NEEDED or place < 3 or not words[place].joined:
        return None
    verb = back_over_adverbs(words, place - 1)
    lemmas = {entry.lemma for entry in words[verb].entries if entry.category == "V"}
    if not any(f"{lemma}_{words[place].lower}" in WORDS["about with a noun"] for lemma in lemmas):
        return None
    after = words[place + 1] if place + 1 < len(words) else None
    other = after is not None and "PREP" in after.categories and after.lower not in WORDS["with of"]
    ends = after is None or not after.joined or after.lower in NE_OR_SE or other
    if not ends and not (after is not None and after.is_finite_verb):
        return None
    verb -= words[verb].is_participle and is_auxiliary(words[verb - 1])  # aurait eu besoin
    for at in range(verb - 1, max(0, verb - _LONGEST_SUBJECT), -1):
        word = words[at]
        if not words[at + 1].joined or (word.persons & THIRD and not word.categories & {"N", "A", "PRO"}):
            return None
        if word.lower in ("dont", "en", "y", "qui", "où", "de", "comme"):
            return None
        if word.lower in QUE:
            owned = at > 1 and words[at - 1].joined and is_determiner(words[at - 2])  # des données que
            noun = _is_antecedent(words, at - 1) or (owned and "N" in words[at - 1].categories)
            set_apart = (
                word.before == ", " and bool(words[at - 1].categories & {"A", "N"}) and words[place].lower == "besoin"
            )
            fits = (set_apart or (word.joined and noun)) and words[at - 1].lower not in WORDS["with a clause"]
            return Misgoverned(words[place], word, words[place], "dont") if fits else None
    return None


def _is_antecedent(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun, or an adjective that agrees with the noun before it, comes here."""
    word = words[place]
    if "N" in word.categories:
        return not word.is_participle and not word.persons & THIRD
    before = words[place - 1] if place and word.joined else None
    return (
        before is not None
        and word.categories == {"A"}
        and before.categories == {"N"}
        and bool(word.agreement() & before.agreement({"N"}))
    )


def before_object(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between a verb with se and its object right after it, or after pas: se félicite aux
    efforts."""
    if not place or place + 2 >= len(words) or words[place - 1].lower not in ("se", "s'"):
        return None
    at = place + 1 + (words[place + 1].lower in _PAS)
    if at + 1 >= len(words):
        return None
    verb, preposition, noun = words[place], words[at], words[at + 1]
    if not all(word.joined for word in words[place : at + 2]) or noun.lower in WORDS["phrases"]:
        return None
    if adverb_after([word.lower for word in words[at : at + LONGEST]]):  # se prononce d'ordinaire
        return None
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    for name, wrong in _CONTRACTED.items():
        if lemmas & WORDS[name] and preposition.lower in wrong:
            return Misgoverned(verb, verb, preposition, name.removeprefix("with "))
    return None


def before_article(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between a verb and what comes right after it: procéder l'examen, pallier aux
    difficultés."""
    if place + 2 >= len(words) or not (words[place + 1].joined and words[place + 2].joined):
        return None
    verb, following, noun = words[place : place + 3]
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    if (by_a_thing := _by_a_thing(words, place, lemmas)) is not None:
        return by_a_thing
    right = "de" if lemmas <= WORDS["passive with de"] else "à" if lemmas <= WORDS["passive with à"] else ""
    if right and words[place].is_participle and is_after_be(words, place) and following.lower in _OPENING:
        is_object = "N" in noun.categories and noun.lower not in WORDS["times"]
        is_object = is_object and not _is_otherwise(words, place) and not may_be_inverted(words, place)
        return Misgoverned(verb, verb, following, right) if is_object else None
    done = verb.is_participle and place > 0 and verb.joined and is_auxiliary(words[place - 1])
    done = done and "ADV" not in verb.categories  # n'a plus les moyens
    if not (verb.categories <= {"V"} or done) or noun.lower in WORDS["phrases"] or noun.lower in WORDS["times"]:
        return None  # il appartient cette fois au Groupe de
    if "A" in noun.categories and place + 3 < len(words) and words[place + 3].lower in WORDS["times"]:
        return None  # participent la première fois
    if "N" not in noun.categories and following.lower not in OF:
        return None
    if lemmas <= WORDS["object never without"] and following.lower in _OPENING and not may_be_inverted(words, place):
        return Misgoverned(verb, verb, following, "de")
    if lemmas <= WORDS["object with de"] and following.lower in ("au", "aux") and not noun.is_name:
        return Misgoverned(verb, verb, following, "de")
    alone = lemmas <= WORDS["object without"] or (
        lemmas <= WORDS["object before de"] and _is_infinitive_ahead(words, place + 3)
    )
    if alone and following.lower in ("au", "aux"):
        return Misgoverned(verb, verb, following, "le, la, les")
    alone = place == 0 or words[place - 1].lower not in ("se", "s'") or lemmas.isdisjoint(WORDS["otherwise with se"])
    alone = alone and not may_be_inverted(words, place)
    owned = following.lower in OF and (noun.lower in ARTICLES or noun.lower in ("tous", "toutes"))
    owned = owned and place + 3 < len(words) and words[place + 3].lower not in WORDS["manners"]
    if lemmas <= WORDS["object never with de"] and (following.lower in ("du", "des") or owned) and alone:
        return Misgoverned(verb, verb, following, "à")
    done = done or verb.is_infinitive  # a procédé un examen; not à leurs exposés succède un débat
    opening = ARTICLES | (_ONE if done and "échapper" not in lemmas else frozenset())
    if verb.is_infinitive and "A" in noun.categories:  # comment procéder la prochaine fois
        return None
    if lemmas <= WORDS["object with à"] and following.lower in opening and not may_be_inverted(words, place):
        return Misgoverned(verb, verb, following, "à")
    return None


def _is_otherwise(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether what comes after a participle with être is said of it all the same: étant donné les faits, il leur
    a été donné les moyens, sont attribués le dernier jour."""
    before = [word.lower for word in words[max(0, place - _FEW) : place]]
    later = words[place + 3].lower if place + 3 < len(words) else ""
    return "il" in before or before[-1:] in (["étant"], ["être"]) or later in WORDS["times"]


def _by_a_thing(words: tuple[Word, ...], place: int, lemmas: set[str]) -> Misgoverned | None:
    """Returns what is wrong between a participle after être and a document or a matter with par: saisi par le
    rapport."""
    if not lemmas <= WORDS["passive with de a thing"] or not words[place].is_participle:
        return None
    if (
        not is_after_be(words, _first_adverb(words, place))
        or words[place + 1].lower != "par"
        or place + 3 >= len(words)
    ):
        return None
    article, noun = words[place + 2 : place + 4]
    is_thing = noun.joined and noun.lower in WORDS["documents"]
    owned = article.lower in ARTICLES or article.lower in ("un", "une", "des", "deux", "trois")
    return Misgoverned(words[place], words[place], words[place + 1], "de") if is_thing and owned else None


def _is_infinitive_ahead(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether de with an infinitive comes soon: aux membres du Comité d'agir, de lui soumettre."""
    for at in range(place, min(place + AHEAD, len(words) - 1)):
        if not words[at].joined:
            return False
        if words[at].lower in OF and infinitive_after(words, at + 1):
            return True
    return False
