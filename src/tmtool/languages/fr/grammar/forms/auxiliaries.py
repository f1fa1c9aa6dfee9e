"""Has a verb the auxiliary of its past, être or avoir: la Convention *a entré* en vigueur, les États *sont participé*?

The verbs that take one alone are in ``auxiliaries.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_determiner
from tmtool.languages.fr.grammar.predicates.compound_verbs import before_adverbs, is_adverb, is_have
from tmtool.languages.fr.grammar.words.closed_words import NE_OR_SE
from tmtool.languages.fr.grammar.words.reading import THIRD, Word, end_of_clause, start_of_clause
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_ADVERBS = 3
"""Adverbs between an auxiliary and its participle at most."""
_ENTER = "entrer"
_FEW = 12
"""Words back to what may be an object."""


def exchanged(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word, str]]:
    """Yields each auxiliary with the participle that takes the other one, and the infinitive of that."""
    for place, word in enumerate(words):
        if not word.is_participle or word.is_name:
            continue
        at = before_adverbs(words, place, most=_ADVERBS)
        if at < 0 or not words[at + 1].joined or words[at].text == "A":
            continue
        lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
        helper = words[at]
        if (is_have(helper) or helper.lower in _WORDS["having"]) and _moves(words, place, lemmas):
            yield helper, word, "être"
        elif helper.lower in _WORDS["being"] and lemmas <= _WORDS["with avoir"] and not _is_other(words, at):
            yield helper, word, "avoir"


def _moves(words: tuple[Word, ...], place: int, lemmas: set[str]) -> bool:
    """Tells whether a participle is of a verb that takes être: devenu, or descendu with a place alone."""
    if lemmas <= _WORDS["with être"]:
        return True
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    if following is None or not lemmas <= _WORDS["moving"]:
        return False
    if lemmas == {_ENTER} and following.lower in ("en", "dans"):
        return True
    return following.lower in _WORDS["places"] and "ms" in words[place].agreement() and not _has_object(words, place)


def _has_object(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an object may come before a participle, or after it in its clause: les corps qu'ils ont sortis, a
    sorti de l'eau *les* corps."""
    start, end = start_of_clause(words, place), end_of_clause(words, place)
    if any(word.lower in _WORDS["objects"] for word in words[max(start, place - _FEW) : place]):
        return True
    helper = place - 1
    while helper > start and is_adverb(words[helper]):
        helper -= 1
    if helper > start and words[helper - 1].lower in _WORDS["pronouns"]:
        return True
    for at in range(place + 2, end):
        if not words[at].joined:
            return False
        dated = words[at].lower == "le" and at + 1 < end and not words[at + 1].joined  # le 3 mai
        if is_determiner(words[at]) and words[at].lower not in ("du", "au", "aux") and not _governs(words[at - 1]):
            return not dated
    return False


def _governs(word: Word) -> bool:
    return "PREP" in word.categories or word.lower in ("de", "d'", "et", "ou", *determiners())


def _is_other(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this être is reflexive (s'est agi) or of an impersonal passive (il est procédé)."""
    before = {word.lower for word in words[max(0, place - 2) : place]}
    finite = bool(words[place].persons & THIRD)
    return not finite or not before.isdisjoint(NE_OR_SE | {"il", "c'", "ce"})
