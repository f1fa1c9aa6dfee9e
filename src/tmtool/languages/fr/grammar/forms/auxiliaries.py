"""Has a verb the auxiliary of its past, être or avoir: la Convention *a entré* en vigueur, les États *sont participé*?

The verbs that take one alone are in ``auxiliaries.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.predicates.participles import is_adverb, is_have
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_ADVERBS = 3
"""Adverbs between an auxiliary and its participle at most."""
_ENTER = "entrer"


def exchanged(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word, str]]:
    """Yields each auxiliary with the participle that takes the other one, and the infinitive of that."""
    for place, word in enumerate(words):
        if not word.is_participle or word.is_name:
            continue
        at = place - 1
        while at >= 0 and place - at <= _ADVERBS and words[at + 1].joined and is_adverb(words[at]):
            at -= 1
        if at < 0 or not words[at + 1].joined or words[at].text == "A":
            continue
        lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
        helper = words[at]
        if (is_have(helper) or helper.lower in _WORDS["having"]) and _moves(words, place, lemmas):
            yield helper, word, "être"
        elif helper.lower in _WORDS["being"] and lemmas <= _WORDS["with avoir"] and not _is_other(words, at):
            yield helper, word, "avoir"


def _moves(words: tuple[Word, ...], place: int, lemmas: set[str]) -> bool:
    """Tells whether a participle is of a verb that takes être: devenu, or entré before en and dans."""
    if lemmas <= _WORDS["with être"]:
        return True
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    return lemmas == {_ENTER} and following is not None and following.lower in ("en", "dans")


def _is_other(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this être is reflexive (s'est agi) or of an impersonal passive (il est procédé)."""
    before = {word.lower for word in words[max(0, place - 2) : place]}
    finite = bool(words[place].persons & THIRD)
    return not finite or not before.isdisjoint({"se", "s'", "il", "c'", "ce", "n'", "ne"})
