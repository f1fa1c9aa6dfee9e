"""Has a verb the preposition that it governs: permet de dégager, les avantages dont elles bénéficient?

From the grammar of the language; the verbs are in ``government.tsv``. Looked at are infinitives right after a verb that
can be nothing else, and relative clauses with que whose verb wants de.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.languages.fr.grammar.noun_chains import is_after_be, is_auxiliary
from tmtool.languages.fr.grammar.participles import is_adverb
from tmtool.languages.fr.grammar.reading import PLURAL, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OF, _TO = frozenset({"de", "d'"}), frozenset({"à"})
_CONTRACTED = {"with de": {"aux", "au"}, "with sur": {"du", "des", "de", "d'"}, "with à": {"du", "des"}}
"""What never begins the object of the verbs of a list."""
_MOVING = frozenset({"mettre", "entrer", "remettre", "tenir", "être"})
"""Verbs that make a phrase with en and a noun: mettre en application à compter du 1er mai."""
_MISSING = frozenset({"le", "la", "les", "l'", "ce", "cet", "cette", "ces"})
"""Articles that nothing but a lost preposition puts right after a preposition of several words."""
_TO_FORMS, _OF_FORMS = frozenset({"à", "au", "aux"}), frozenset({"de", "d'", "du", "des"})
_FORMS = _TO_FORMS | _OF_FORMS
_ALWAYS = {"à": _OF_FORMS, "de": _TO_FORMS, "sur": _TO_FORMS | _OF_FORMS, "avec": _TO_FORMS}
"""What never follows an adjective that goes with a preposition alone."""
_ARTICLES = frozenset(
    {"le", "la", "les", "l'", "ce", "cet", "cette", "ces", "sa", "ses", "leur", "leurs", "notre", "nos"}
)
_ENDS_OF_PHRASES = _WORDS["phrases with de"] | _WORDS["phrases with à"]
_NO_OBJECTS = _WORDS["phrases"] | _WORDS["times"] | _WORDS["ends"]
_BEFORE_ENDS = frozenset({"la", "le", "l'", "cet", "une"})
_AHEAD = 8
"""Words ahead in which what somebody is asked to do begins."""
_INVERTING, _CAUSATIVE = 8, 3
"""Words back in which a relative pronoun, and faire or laisser, let the subject come after its verb."""
_LONGEST_AGENT = 9
"""Words of the name of the one who is asked at most."""
_PRONOUNS = frozenset({"il", "elle", "ils", "elles", "on"})
_TAKEN_UP = frozenset({"dont", "en"})
"""What is the object of a verb that comes after it."""
_MARKS = (".", ";", ":", ",", "(")


@dataclass(frozen=True, slots=True)
class Misgoverned:
    """A `Misgoverned` is the stretch from `first` to `last` in which a verb has not the preposition `right`, or a
    relative pronoun is not `right`; `verb` is that verb."""

    verb: Word
    first: Word
    last: Word
    right: str


def misgoverned(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields the verbs that have another preposition than they govern, or none, in order."""
    for place, word in enumerate(words):
        found = (
            _after_phrase(words, place)
            or _in_set_phrase(words, place)
            or _after_adjective(words, place)
            or _after_noun(words, place)
        )
        if found is not None:
            yield found
            continue
        if "V" in word.categories and (not word.is_name or _opens(words, place)):
            found = (
                _before_infinitive(words, place)
                or _taken_up(words, place)
                or _before_object(words, place)
                or _before_article(words, place)
                or _with_agent(words, place)
            )
            if found:
                yield found


def _opens(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a finite verb with a capital opens a paragraph: 4. Encourage."""
    word = words[place]
    opens = place == 0 or not word.joined
    return opens and bool(word.persons & THIRD) and word.text[1:].islower() and word.categories <= {"V", "N"}


def _before_infinitive(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between a verb and an infinitive right after it."""
    verb = words[place]
    passive = verb.is_participle and is_after_be(words, place)
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    if (
        verb.lower == "cesse"
        or not verb.categories <= ({"A", "V", "N"} if passive else {"A", "V"} if verb.is_participle else {"V"})
        or len(lemmas) != 1
        or place + 1 >= len(words)
        or not words[place + 1].joined
    ):
        return None
    lemma = lemmas.pop()
    rights = "à" if lemma in _WORDS["to"] else "de" if lemma in _WORDS["of"] else ""
    if _is_infinitive(words, place + 1):
        wants = rights or next((word for word in ("de", "pour") if lemma in _WORDS[f"infinitive {word}"]), "")
        return Misgoverned(verb, verb, words[place + 1], wants) if wants else None
    if not rights and lemma in _WORDS["of in the active"] and _is_active(words, place):
        rights = "de"
    wrong = _OF if rights == "à" else _TO if rights == "de" else frozenset[str]()
    if words[place + 1].lower not in wrong:
        return None
    if passive and verb.lower in _WORDS["passive either"]:
        return None
    after_noun = verb.is_participle and place > 0 and words[place].joined and "N" in words[place - 1].categories
    if after_noun and not passive and not is_auxiliary(words[place - 1]):
        return None  # une banque autorisée: it goes with its noun, and de with what is before
    if lemma in _WORDS["otherwise with se"] and place and words[place - 1].lower in ("se", "s'"):
        return None  # se refuse à voter
    return Misgoverned(verb, verb, words[place + 1], rights) if _infinitive_after(words, place + 2) else None


def _is_active(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a finite verb without se, or a participle after avoir that no object comes before: le
    Conseil a décidé, not les États décidés, se décide, les a décidés."""
    at = place - 1
    while words[place].is_participle and at > 0 and words[at].joined and is_adverb(words[at]):
        at -= 1
    if at < 0 or not words[at + 1].joined:
        return not words[place].is_participle
    if words[place].is_participle:
        at -= 1
        if not any(entry.lemma == "avoir" for entry in words[at + 1].entries) or words[at + 1].lower == "ayant":
            return False
    return at < 0 or words[at].lower not in _WORDS["objects before"]


def _after_noun(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between a noun and an infinitive, or what is taken with it, right after it: la nécessité à
    agir, prend note aux vues."""
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    if following is None or word.is_name:
        return None
    if following.lower in _MISSING:
        return _after_noun_of_verb(words, place)
    if following.lower not in _FORMS:
        return None
    had = place > 0 and any(entry.lemma == "avoir" for entry in words[place - 1].entries)  # ont résolu de conclure
    qualities = {entry.lemma for entry in word.entries if entry.category == "A" and not had}
    for right in ("de", "à"):
        named = word.lower in _WORDS[f"noun {right} infinitive"] and not word.persons & THIRD
        named = named or not qualities.isdisjoint(_WORDS[f"adjective {right} infinitive"])
        if named and following.lower in (_TO if right == "de" else _OF) and _infinitive_after(words, place + 2):
            return Misgoverned(word, word, following, right)
    return _after_noun_of_verb(words, place)


def _after_noun_of_verb(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong after a verb and the noun without determiner that makes a phrase with it: met fin des
    hostilités."""
    if place == 0 or not words[place].joined or words[place].lower not in _noun_phrases():
        return None
    following = _next(words, place)
    if following is None:
        return None
    at = place - 1
    while at > 0 and words[at].joined and "ADV" in words[at].categories and "V" not in words[at].categories:
        at -= 1
    if at and any(entry.lemma == "faire" for entry in words[at - 1].entries):  # faire prendre conscience aux membres
        return None
    if any(
        word.lower in _TAKEN_UP for word in words[max(0, at - 2) : at]
    ):  # dont il est question aux paragraphes 1 et 2
        return None
    verbs = {entry.lemma for entry in words[at].entries if entry.category == "V"}
    for right, wrong in (("de", _TO_FORMS), ("à", _OF_FORMS - _OF)):
        lost = following.lower in _MISSING and "N" in words[place + 2].categories and not _may_be_inverted(words, at)
        if (following.lower in wrong or lost) and any(
            f"{verb}_{words[place].lower}" in _WORDS[f"verb and noun with {right}"] for verb in verbs
        ):
            return Misgoverned(words[place], words[place], following, right)
    return None


@cache
def _noun_phrases() -> frozenset[str]:
    """Returns the nouns of the phrases of a verb and a noun."""
    phrases = _WORDS["verb and noun with de"] | _WORDS["verb and noun with à"]
    return frozenset(phrase.partition("_")[2] for phrase in phrases)


def _infinitive_after(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an infinitive comes, pronouns between: de le faire."""
    while place + 1 < len(words) and words[place].joined and words[place].lower in _WORDS["clitics"]:
        place += 1
    if place + 1 < len(words) and words[place].lower == "être":  # not the noun: d'être liés
        return words[place + 1].joined and words[place + 1].is_participle
    found = place < len(words) and words[place].joined and _is_infinitive(words, place)
    return found and words[place].lower != "partir"  # choisi à partir de la liste


def _is_infinitive(words: tuple[Word, ...], place: int) -> bool:
    word = words[place]
    return word.is_infinitive and word.categories == {"V"} and not word.persons and not word.is_name


def _taken_up(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns a que after a noun that takes up what its verb wants with de."""
    verb = words[place]
    if place < 3 or not verb.persons or not {entry.lemma for entry in verb.entries} & _WORDS["about"]:
        return None
    pronoun, que = words[place - 1], words[place - 2]
    if pronoun.lower not in _PRONOUNS or que.lower not in ("que", "qu'") or not (que.joined and verb.joined):
        return None
    if not _is_antecedent(words, place - 3):
        return None
    several = words[place - 3].agreement() <= PLURAL  # only a singular is said to be that: le fait qu'elles disposent
    for word in words[place + 1 :]:
        if any(mark in word.before for mark in _MARKS):
            break
        if word.lower in _WORDS["with of"]:
            return None
        if several and word.lower in _WORDS["with other phrases"]:  # the de after it belongs to it: dans le cadre de
            break
    return Misgoverned(verb, que, verb, "dont")


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


def _before_object(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between a verb with se and its object right after it: se félicite aux efforts."""
    if not place or place + 2 >= len(words) or words[place - 1].lower not in ("se", "s'"):
        return None
    verb, preposition, noun = words[place : place + 3]
    if not (verb.joined and preposition.joined and noun.joined) or noun.lower in _WORDS["phrases"]:
        return None
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    for name, wrong in _CONTRACTED.items():
        if lemmas & _WORDS[name] and preposition.lower in wrong:
            return Misgoverned(verb, verb, preposition, name.removeprefix("with "))
    return None


def _before_article(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between a verb and what comes right after it: procéder l'examen, pallier aux
    difficultés."""
    if place + 2 >= len(words) or not (words[place + 1].joined and words[place + 2].joined):
        return None
    verb, following, noun = words[place : place + 3]
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    if (by_a_thing := _by_a_thing(words, place, lemmas)) is not None:
        return by_a_thing
    if (
        words[place].is_participle
        and is_after_be(words, place)
        and lemmas <= _WORDS["passive with de"]
        and following.lower in _ARTICLES
    ):
        is_object = "N" in noun.categories and noun.lower not in _WORDS["times"]
        return Misgoverned(verb, verb, following, "de") if is_object and not _may_be_inverted(words, place) else None
    if not verb.categories <= {"V"} or noun.lower in _WORDS["phrases"]:
        return None
    if "N" not in noun.categories and following.lower not in _OF:
        return None
    if lemmas <= _WORDS["object with de"] and following.lower in ("au", "aux") and not noun.is_name:
        return Misgoverned(verb, verb, following, "de")
    alone = lemmas <= _WORDS["object without"] or (
        lemmas <= _WORDS["object before de"] and _is_infinitive_ahead(words, place + 3)
    )
    if alone and following.lower in ("au", "aux"):
        return Misgoverned(verb, verb, following, "le, la, les")
    alone = place == 0 or words[place - 1].lower not in ("se", "s'") or lemmas.isdisjoint(_WORDS["otherwise with se"])
    alone = alone and not _may_be_inverted(words, place)
    owned = following.lower in _OF and noun.lower in _ARTICLES
    owned = owned and place + 3 < len(words) and words[place + 3].lower not in _WORDS["manners"]
    if lemmas <= _WORDS["object never with de"] and (following.lower in ("du", "des") or owned) and alone:
        return Misgoverned(verb, verb, following, "à")
    if lemmas <= _WORDS["object with à"] and following.lower in _ARTICLES and not _may_be_inverted(words, place):
        return Misgoverned(verb, verb, following, "à")
    return None


def _by_a_thing(words: tuple[Word, ...], place: int, lemmas: set[str]) -> Misgoverned | None:
    """Returns what is wrong between a participle after être and a document or a matter with par: saisi par le
    rapport."""
    if not lemmas <= _WORDS["passive with de a thing"] or not words[place].is_participle:
        return None
    if not is_after_be(words, place) or words[place + 1].lower != "par" or place + 3 >= len(words):
        return None
    article, noun = words[place + 2 : place + 4]
    is_thing = noun.joined and noun.lower in _WORDS["documents"]
    owned = article.lower in _ARTICLES or article.lower in ("un", "une", "des", "deux", "trois")
    return Misgoverned(words[place], words[place], words[place + 1], "de") if is_thing and owned else None


def _with_agent(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between the one who is asked, helped or thanked and what is to be done: prie le Secrétaire
    général à fournir, demande aux États à répondre, encourage les Parties de voter."""
    verb = words[place]
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    named = next((one for one in ("à", "de", "to whom de") if lemmas & _WORDS[f"agent {one}"]), "")
    if lemmas <= _WORDS["agent alone"] and (unwanted := _alone_with_agent(words, place)):
        return unwanted
    if not named or not verb.categories <= {"V", "N"}:
        return None
    at = place + 1
    while at < len(words) and words[at].joined and "ADV" in words[at].categories:
        at += 1
    if at + 2 >= len(words) or not words[at].joined:
        return None
    article = words[at].lower
    to_them = article in _TO_FORMS
    sure = verb.categories <= {"V"} or bool(words[place - 1].categories & {"N"} if place else True)
    sure = sure and not _may_be_inverted(words, place)
    if named == "to whom de" and to_them:
        opens = True
        at += article == "à"
    else:
        opens = article in _ARTICLES
    noun = at + 1
    if not opens or noun + 2 >= len(words) or not _is_agent(words[noun]):
        return None
    at = noun + 1
    while at < min(len(words) - 1, noun + _LONGEST_AGENT) and words[at].joined and _goes_with(words, noun, at):
        at += 1
    right = "à" if named == "à" else "de"
    if named == "to whom de" and not to_them:
        asks = words[at].joined and words[at].lower in _OF and _infinitive_after(words, at + 1)
        return Misgoverned(verb, verb, words[noun], "à") if asks and sure else None
    wrong = words[at].joined and words[at].lower in (_OF if right == "à" else _TO)
    return Misgoverned(verb, verb, words[at], right) if wrong and _infinitive_after(words, at + 1) else None


def _alone_with_agent(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between a verb and the one to whom something is done, who comes alone: aider aux
    États."""
    if place + 3 >= len(words) or not words[place].categories <= {"V", "A"} or _may_be_inverted(words, place):
        return None
    se = place > 0 and words[place - 1].lower in ("se", "s'", "y")
    following = words[place + 1]
    at = place + 2 + (following.lower == "à")
    of_agent = following.joined and following.lower in _TO_FORMS and words[at].joined and not words[at].is_name
    of_agent = of_agent and words[at].lower in _WORDS["persons"] and words[place + 2].joined
    return Misgoverned(words[place], words[place], following, "le, la, les") if of_agent and not se else None


def _is_agent(word: Word) -> bool:
    """Tells whether a word names somebody who may be asked for something: les États, la FAO."""
    return word.lower in _WORDS["agents"] or (len(word.text) > 1 and word.text.isupper())


def _goes_with(words: tuple[Word, ...], noun: int, at: int) -> bool:
    """Tells whether a word goes on with the group of a noun: les États Membres, le Conseil des droits de l'homme."""
    word = words[at]
    if word.lower in _OF_FORMS or word.lower in ("le", "la", "les", "l'"):
        return not _infinitive_after(words, at + 1)
    return bool(word.categories & {"N", "A"}) and not word.persons & THIRD and not word.is_infinitive


def _after_phrase(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong after the last word of a preposition of several: en vertu aux, conformément des."""
    word, before = words[place], words[place - 1] if place and words[place].joined else None
    following = _next(words, place) if word.lower in _ENDS_OF_PHRASES else None
    if following is None:
        return None
    since = word.lower == "lors" and before is not None and before.lower == "dès"  # dès lors à la partie
    if word.lower in _WORDS["phrases with de"] and following.lower in _TO_FORMS and not since:
        adverb = word.categories & {"PREP", "ADV", "CONJS"} and "N" not in word.categories
        joined = before is not None and before.lower in _WORDS["before phrases with de"]
        joined = joined and (word.lower != "cours" or (before is not None and before.lower == "au"))  # en cours à
        if adverb or (joined and not (place > 1 and words[place - 2].lower in ("de", "d'"))):
            return Misgoverned(word, word, following, "de")
    if word.lower in _WORDS["phrases with à"] and following.lower in _OF_FORMS:
        if following.lower in ("de", "d'") and "A" in words[place + 2].categories:  # relativement de petites dimensions
            return None
        phrase = {"égard": "eu", "rapport": "par"}.get(word.lower, "")
        if "N" not in word.categories or (before is not None and before.lower == phrase):
            return Misgoverned(word, word, following, "à")
    return None


def _in_set_phrase(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong after a noun that makes a preposition with the words before it (en vue aux, au sein le), or
    after a preposition without its second half (conformément la résolution, auprès les)."""
    word = words[place]
    following = _next(words, place) if word.lower in _in_set_phrases() else None
    if following is None:
        return None
    opener = words[place - 1].lower if place and word.joined else ""
    if opener == "en" and place > 1 and words[place - 2].lower == "bien":  # bien en vue à l'entrée
        return None
    if opener == "l'" and place > 1 and words[place - 1].joined:
        opener = f"{words[place - 2].lower} l'"
    for right in ("de", "à", "avec"):
        if word.lower not in _WORDS.get(f"{opener} … {right}", frozenset()):
            continue
        wrong = (_OF_FORMS if right == "à" else _TO_FORMS) | _MISSING
        wrong = wrong | (_OF_FORMS - _OF) if right == "avec" else wrong
        nominal = following.lower not in _MISSING or "N" in words[place + 2].categories
        if following.lower in wrong and nominal and not _goes_on_before(words, place):
            return Misgoverned(word, word, following, right)
    for right in ("de", "à"):
        noun = words[place + 2]
        lost = word.lower in _WORDS[f"missing {right}"] and following.lower in _MISSING
        if lost and "N" in noun.categories and not noun.persons & THIRD:
            return Misgoverned(word, word, following, right)
    return None


@cache
def _in_set_phrases() -> frozenset[str]:
    """Returns the words that end a preposition of several words, or begin one."""
    return frozenset().union(*(words for name, words in _WORDS.items() if "…" in name or name.startswith("missing ")))


def _goes_on_before(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the phrase may be a part of another one, so that what follows belongs to that: tenir lieu, avoir
    lieu au printemps."""
    start = place - 1 - (words[place - 1].lower == "l'")
    return (
        start > 0
        and words[start].joined
        and (
            words[start - 1].lower in ("de", "d'") or any(entry.lemma in _MOVING for entry in words[start - 1].entries)
        )
    )


def _after_adjective(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong right after an adjective or a participle that always has its object: doté aux."""
    following, word = _next(words, place), words[place]
    if following is None or place == 0 or word.is_name or following.lower not in _TO_FORMS | _OF_FORMS:
        return None
    noun = word.joined and "N" in words[place - 1].categories
    if not (
        word.categories == {"A"}
        or (noun and word.categories == {"A", "N"})
        or (word.is_participle and word.categories <= {"A", "V"})
        or (noun and word.is_participle and word.agreement() & words[place - 1].agreement({"N"}))  # attachée chargée
    ):
        return None
    if word.persons & THIRD or words[place - 1].lower in ("plus", "moins"):  # les plus exposées du monde
        return None
    if following.lower in ("de", "d'") and words[place - 1].lower in ("pas", "jamais", "guère"):
        return None  # n'ont pas soumis de rapport
    if following.lower in _OF_FORMS and any(entry.lemma == "avoir" for entry in words[place - 1].entries):
        return None  # a soumis des notifications
    lemmas = {entry.lemma for entry in word.entries}
    if (noun and lemmas & _WORDS["of the noun before"]) or words[place + 2].is_infinitive:
        return None  # est autorisé dans le cas qui lui est soumis d'examiner
    if words[place + 2].lower == "par" or words[place - 1].lower == "non":  # soumise de par la loi, enduits non liés de
        return None
    for right, wrong in _ALWAYS.items():
        if lemmas & _WORDS[f"always {right}"] and following.lower in wrong and not _comes_later(words, place, right):
            return Misgoverned(word, word, following, right)
    return None


def _comes_later(words: tuple[Word, ...], place: int, right: str) -> bool:
    """Tells whether the object of an adjective comes after a comma, another phrase between: munis à chaque poste, d'un
    organe."""
    forms = _OF_FORMS if right == "de" else _TO_FORMS if right == "à" else {right}
    return any("," in word.before and word.lower in forms for word in words[place + 2 : place + _AHEAD])


def _next(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the next word, where a word of an object follows it in turn: no figure, no phrase of time."""
    if place + 2 >= len(words) or not words[place + 1].joined or not words[place + 2].joined:
        return None
    at = place + 2 + (words[place + 2].lower in _BEFORE_ENDS)
    return words[place + 1] if at < len(words) and words[at].lower not in _NO_OBJECTS else None


def _is_infinitive_ahead(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether de with an infinitive comes soon: aux membres du Comité d'agir, de lui soumettre."""
    for at in range(place, min(place + _AHEAD, len(words) - 1)):
        if not words[at].joined:
            return False
        if words[at].lower in _OF and _infinitive_after(words, at + 1):
            return True
    return False


def _may_be_inverted(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the subject may come after its verb: la session à laquelle ont participé les États."""
    for at in range(place - 1, max(-1, place - _INVERTING), -1):
        causative = at >= place - _CAUSATIVE and any(entry.lemma in ("faire", "laisser") for entry in words[at].entries)
        if causative or words[at].lower in _WORDS["inverting"]:
            return True
        if not words[at].joined and at < place - 1:
            break
    return False
