"""Does a participle after avoir agree with the object that que stands for: les mesures que le Comité a *approuvé*?

The object is what que goes back to (taken_up_by_que.py). The answer is no only where no noun that it may be fits, and
only of a masculine singular: who makes a participle agree has looked further.
The closed words are in ``objects.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.antecedents import named_before, together
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_auxiliary, linked
from tmtool.languages.fr.grammar.predicates.compound_verbs import (
    after_adverbs,
    is_adverb,
    is_have,
    is_only_participle,
    on_over_adverbs,
)
from tmtool.languages.fr.grammar.predicates.participle_disagreement import Disagreement
from tmtool.languages.fr.grammar.predicates.taken_up_by_que import POINTING, WITH_A_CLAUSE, taken_up
from tmtool.languages.fr.grammar.subjects.inversions import is_counted
from tmtool.languages.fr.grammar.words.reading import PLURAL, QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_INVERTED = re.compile(r"(?:a|aura|aurait)-t-(?:il|elle|on)|(?:ont|auront)-(?:ils|elles)")
_YEAR = re.compile(r"^\d{4}")
"""The year with which what que stands for may end: la Convention de 1974 que."""
_HOW_MANY = (["combien", "de"], ["combien", "d'"])
_JOINTS = frozenset({"et", "puis", "mais"})
_LONGEST_SUBJECT = 14
_LONGEST_ADVERBIAL = 2
_LONGEST_INSERTION = 10


def without_agreement(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields the participles that agree with nothing que may stand for."""
    for place in range(1, len(words) - 1):
        if place < len(words) - 3 and words[place].lower in QUE and _YEAR.sub("", words[place].mark) in ("", ","):
            if words[place - 1].lower == "bien" and words[place].joined:  # bien qu'il ait reçu un avertissement
                continue
            verb = _verb(words, place)
            if verb is None:
                continue
            at = _after_insertion(words, verb + 1)
            while at < min(len(words) - 1, verb + 1 + _LONGEST_ADVERBIAL) and _is_between(words[at]):
                at += 1
            between = words[place + 1 : verb]  # la part qu'y ont prise, les avis que lui ont adressés
            inverted = all(word.joined and word.lower in _WORDS["clitics"] for word in between)
            is_last = _is_before_subject(words, at) if inverted else _is_alone(words, at) or _is_judged(words, at)
            wrong = is_last and not words[at].agreement() & taken_up(words, place)
            if wrong or _agrees_with_nothing(words, place, verb, at):
                yield Disagreement(words[place], words[at], after_que=True)
        elif (question := _asked(words, place)) is not None:
            yield question
        elif words[place].lower == "les" and place < len(words) - 3 and _is_for_one(words, place):
            yield Disagreement(words[place], words[place + 3], after_que=True)
        elif words[place].lower == "l'" and (
            at := _of_several_for_one(words, place) or _differs_from_object_before(words, place)
        ):
            yield Disagreement(words[place], words[at], after_que=True)


def _of_several_for_one(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the participle in the plural after l' and avoir, which have one thing for their object: ils
    l'ont *demandés*; 0 for none."""
    have = place + 1
    if have + 1 >= len(words) or not words[have].joined or not is_have(words[have]):
        return 0
    at = after_adverbs(words, have + 1)
    several = at < len(words) and is_only_participle(words[at]) and words[at].agreement() <= PLURAL
    return at if several and words[at].joined else 0


def _differs_from_object_before(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the participle after l' and avoir that does not agree with the object of the verb before et,
    where it says what is done with things: a examiné la demande et l'a *rejeté*; 0 for none."""
    at = place + 2
    if (
        at >= len(words)
        or not words[place].joined
        or words[place - 1].lower not in _JOINTS
        or not is_have(words[place + 1])
    ):
        return 0
    at = after_adverbs(words, at)
    lemmas = {entry.lemma for entry in words[at].entries if entry.category == "V"}
    if not _is_masculine(words, at) or not lemmas <= _WORDS["done to things"]:
        return 0
    found = chain(words, place - 2)
    governor = words[found.start - 1] if found.start else None
    if governor is None or not found.heads or found.several or not words[found.start].joined:
        return 0
    done = governor.is_participle and is_have(words[found.start - 2])
    done = done or governor.is_finite_verb
    owned = is_determiner(words[found.start]) and not any(one.possible & {"ms"} for one in found.heads)
    return at if done and owned and found.heads[-1].possible == {"fs"} else 0


def _is_between(word: Word) -> bool:
    """Tells whether a word may come between avoir and its participle: ont déjà, ont eux-mêmes."""
    return is_adverb(word) or word.lower in _WORDS["selves"]


def _asked(words: tuple[Word, ...], place: int) -> Disagreement | None:
    """Returns the participle after the a-t-il of a question that does not agree with the noun after quel or combien de
    with which it opens: Quelles mesures l'État a-t-il *pris*; None for none."""
    word = words[place]
    if not _INVERTED.fullmatch(word.lower) or not _is_alone(words, place + 1):
        return None
    start = next((at for at in range(place, -1, -1) if at == 0 or words[at].mark), 0)
    noun = words[start + 1 if words[start].lower in _WORDS["asking"] else start + 2]
    asks = words[start].lower in _WORDS["asking"] or [one.lower for one in words[start : start + 2]] in _HOW_MANY
    if not asks or "N" not in noun.categories or noun.lower in WITH_A_CLAUSE or start + 2 >= place:
        return None
    if any(one.persons & THIRD and one.categories <= {"V"} for one in words[start + 2 : place]):
        return None
    possible = noun.agreement({"N"})
    wrong = bool(possible) and "ms" not in possible
    return Disagreement(noun, words[place + 1], after_que=True) if wrong else None


def _after_insertion(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after a phrase between two commas that a preposition opens; `place` where there is none: avait,
    à sa session précédente, recommandé."""
    if place >= len(words) or words[place].before != ", ":
        return place
    if "PREP" not in words[place].categories and not is_adverb(words[place]):  # conformément à
        return place
    for at in range(place + 1, min(len(words), place + _LONGEST_INSERTION)):
        if words[at].before.endswith(", "):
            return at
        if not linked(words[at]):
            return place
    return place


def _verb(words: tuple[Word, ...], place: int) -> int | None:
    """Returns the place of the form of avoir whose subject, and nothing else, is between it and que, or comes after."""
    inside = 0
    for at in range(place + 1, min(len(words), place + _LONGEST_SUBJECT)):
        word = words[at]
        if at > place + 1 and word.before == ", " and (end := _after_insertion(words, at)) > at:
            inside = end
        if at < inside:  # que le Comité, dans ses rapports, a formulées
            continue
        counted = word.before.strip(" \u00a0\u202f").isdigit()  # que 61 États ont acceptée
        pair = word.lower == "et" and place + 2 < at < len(words) - 1 and words[at + 1].joined
        qualities = pair and "A" in words[at - 1].categories and "A" in words[at + 1].categories  # économique et social
        pair = pair and (qualities or is_determiner(words[at + 1]))
        ends = word.lower == "avoir" or (word.lower in _WORDS["never between"] and not pair)
        if ends or not (word.joined or counted or at == inside):
            return None
        if is_have(word) or (word.lower in _WORDS["have of speakers"] and words[at - 1].lower in ("nous", "vous")):
            return at
        following = words[at + 1] if at + 1 < len(words) else None
        if word.lower == "en" and at > place + 1 and following is not None and "N" in following.categories:
            continue  # que les pays en développement ont
        if word.lower in _WORDS["clitics"] or (word.lower in ("nous", "vous") and at > place + 1):
            if (at == place + 1 and word.lower == "en") or at + 1 >= len(words) or not is_have(words[at + 1]):
                return None
            continue
        verbal = word.persons and not (word.categories & {"N", "A"} or word.is_name)  # Lima
        if verbal and word.lower not in _WORDS["pronouns"]:
            return None
    return None


def _is_masculine(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a participle in the masculine singular that may agree comes here."""
    if at >= len(words) or not (words[at].joined or words[at].before.endswith(", ")):
        return False
    if words[at].lower in _WORDS["unchanged"] and not (_ends_with(words, at) or _is_done(words, at)):
        return False
    return (is_only_participle(words[at]) or words[at].lower == "fait") and "ms" in words[at].agreement()


def _is_done(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether fait is what is done, and has no infinitive after it: les recommandations qu'il a faites dans."""
    following = words[at + 1] if at + 1 < len(words) else None
    if words[at].lower != "fait" or following is None or not following.joined:
        return False
    return following.lower in _WORDS["following fait"]


def _ends_with(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a sentence ends with a participle after which an infinitive may come elsewhere, and is not
    understood: les documents qu'ils avaient demandé."""
    if words[at].lower not in _WORDS["unchanged within"]:
        return False
    for place in range(at + 1, len(words)):
        word = words[place]
        if word.opens_clause or (word.persons & THIRD and not word.categories & {"N", "A", "PREP"}):
            return True
        if word.lower in QUE or word.is_infinitive:
            return False
    return True


def _is_for_one(words: tuple[Word, ...], les: int) -> bool:
    """Tells whether les, another pronoun and avoir come before a participle that can be no plural, after which comes no
    infinitive or clause: les en a empêché."""
    at = les + 3
    if words[les + 1].lower not in _WORDS["clitics"] or not is_have(words[les + 2]) or not _is_masculine(words, at):
        return False
    following = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
    whole = following is None or not (following.is_infinitive or following.lower in QUE)
    return whole and words[at].agreement().isdisjoint(PLURAL) and all(one.joined for one in words[les + 1 : at])


def _agrees_with_nothing(words: tuple[Word, ...], que: int, verb: int, at: int) -> bool:
    """Tells whether a participle that is no masculine singular agrees with none of the nouns and pronouns before que in
    its sentence: ce résultat, que le Comité a inscrite."""
    if at >= len(words) or not words[at].joined or not is_only_participle(words[at]):
        return False
    word = words[at]
    if "ms" in word.agreement() or word.lower in _WORDS["unchanged"]:
        return False
    if verb == que + 1:  # ceux qu'a proposés le Comité
        pointed = POINTING.get(words[que - 1].lower, frozenset()) if words[que].joined else frozenset()
        return bool(pointed) and word.agreement().isdisjoint(pointed)
    nearest = verb - 1 - (words[verb - 1].lower in _WORDS["clitics"])  # les en a empêchés
    if words[nearest].lower in _WORDS["objects"]:
        return False
    named = _all_before(words, que) or _since_the_verb(words, que) if words[que].joined else frozenset()
    return word.agreement().isdisjoint(named or named_before(words, que))


def _all_before(words: tuple[Word, ...], que: int) -> frozenset[str]:
    """Returns what the only noun can be that que takes up, with its determiner right after a finite verb: concerne
    l'appui qu'elles ont *apportée*; empty for another."""
    found = chain(words, que - 1)
    if len(found.heads) != 1 or not found.determined or found.several or not found.start:
        return frozenset()
    verb, noun = words[found.start - 1], words[found.heads[0].place]
    finite = verb.is_finite_verb and not (verb.is_participle or verb.is_infinitive)
    alone = (
        found.heads[0].place == que - 1
        and is_determiner(words[found.start])
        and noun.lower not in WITH_A_CLAUSE
        and words[found.start].joined
    )
    return found.possible if finite and alone else frozenset()


def _since_the_verb(words: tuple[Word, ...], que: int) -> frozenset[str]:
    """Returns what the nouns and pronouns are between the last finite verb and the que that takes up one of them right
    before it, with its determiner: sont détenues pour une durée supérieure à celle de la peine qu'; else nothing."""
    found = chain(words, que - 1)
    if not found.heads or not found.determined or found.several or not linked(words[found.start]):
        return frozenset()
    if any(words[head.place].lower in WITH_A_CLAUSE for head in found.heads):
        return frozenset()
    for at in range(found.start - 1, -1, -1):
        word = words[at]
        if word.opens_clause or word.lower in QUE:
            return frozenset()
        if word.is_finite_verb and not (word.is_participle or word.is_infinitive):
            return together(words, (one for one in range(at + 1, que) if not _is_no_noun(words, one)))
    return frozenset()


def _is_no_noun(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that may be a noun is a form of être, or an adjective without a determiner: inaptes à
    être jugées."""
    bare = "A" in words[place].categories and not is_determiner(words[place - 1])
    return bare or words[place].lower in _WORDS["auxiliaries"]


def _is_before_subject(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether the word is such a participle, and its subject comes right after: que auraient proféré des
    groupes."""
    if not _is_masculine(words, at) or at + 1 >= len(words):
        return False
    owned = words[at + 1].joined and is_determiner(words[at + 1]) and at + 2 < len(words) and words[at + 2].joined
    return owned or is_counted(words[at + 1])  # 28 États


def _is_alone(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether the word is such a participle, with no object, infinitive or clause after it, or the adverbs right
    after it."""
    if not _is_masculine(words, at):
        return False
    end = on_over_adverbs(words, at + 1, len(words))
    if end == len(words) or not words[end].joined:
        return True
    following, then = words[end], words[end + 1] if end + 1 < len(words) else None
    if following.lower == "le":  # approuvé le 3 mai
        return then is not None and then.mark.isdigit()
    taken_from = any(entry.lemma in _WORDS["taken from"] for entry in words[at].entries)
    if taken_from and following.lower in _WORDS["from"]:
        return then is None or not then.is_infinitive
    if following.lower not in _WORDS["after"]:
        return bool(following.persons) and (is_auxiliary(following) or not following.categories & {"N", "A"})
    if any(entry.lemma in _WORDS["asked persons"] for entry in words[at].entries):
        return True  # les experts qu'il a invités à voter
    return following.lower != "à" or then is None or not then.is_infinitive


def _is_judged(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a participle in the masculine singular is followed by what its object is held to be: les règles
    qu'ils ont jugé importantes, jugé la plus difficile, not jugé utile de revoir."""
    if at + 2 >= len(words) or words[at].lower not in _WORDS["judging"] or not words[at + 1].joined:
        return False
    quality, following = words[at + 1], words[at + 2]
    if quality.lower in ("la", "les"):
        return following.joined and following.lower in ("plus", "moins")
    opens_clause = following.joined and following.lower in ("de", "d'", *QUE)
    agrees_otherwise = "A" in quality.categories and "ms" not in quality.agreement()
    return agrees_otherwise or (quality.categories == {"A"} and not opens_clause)
