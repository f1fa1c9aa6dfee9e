"""Which phrase before an adjective ends with a noun of another gender or number: sur le fond *identiques*, langue des
signes *nationale*?

The phrases are in ``set_phrases.tsv``, from the grammar of the language. Words are given in lower case with plain
apostrophes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_ANYWHERE, _AFTER_BE = (
    frozenset(tuple(phrase.split("_")) for phrase in _WORDS[name])
    for name in ("adverbial phrases", "adverbial after be")
)
_TERMS = frozenset(tuple(phrase.split("_")) for phrase in _WORDS["in one"])
_LENGTHS = sorted({len(phrase) for phrase in _ANYWHERE | _AFTER_BE})
LONGEST = max(_LENGTHS) + 1
"""Words before an adjective that are asked about at most: those of an adverb, and a verb."""


def end_with_an_adverb(words: Sequence[str]) -> bool:
    """Tells whether some words, a comma counting as one, end with an adverb of several words, wherever it is, or right
    after a form of être or a comma: des contrôles dans l'ensemble efficaces, ils sont sur le fond identiques, une
    liste, à ses yeux plus courte."""
    for length in _LENGTHS:
        phrase = tuple(words[-length:])
        if phrase in _ANYWHERE:
            return True
        if phrase in _AFTER_BE and len(words) > length and words[-length - 1] in _WORDS["being"]:
            return True
    return False


def adverb_before(words: Sequence[str]) -> int:
    """Returns how many words the adverb of a preposition and a noun has with which some words end; 0 for none."""
    return next((length for length in reversed(_LENGTHS) if tuple(words[-length:]) in _ANYWHERE), 0)


def adverb_after(words: Sequence[str]) -> int:
    """Returns how many words the adverb of a preposition and a noun has with which some words begin; 0 for none."""
    return next((length for length in reversed(_LENGTHS) if tuple(words[:length]) in _ANYWHERE), 0)


def are_a_term(words: Sequence[str]) -> bool:
    """Tells whether some words are a term of two nouns, of the first of which an adjective after it may be: langue des
    signes."""
    return tuple(words) in _TERMS


def are_degrees(words: Sequence[str]) -> bool:
    """Tells whether three words are two degrees that à joins: moyen à élevé."""
    first, joint, second = words
    return joint == "à" and first in _WORDS["degrees"] and second in _WORDS["degrees"]


def end_with_a_side(words: Sequence[str]) -> bool:
    """Tells whether some words end with a preposition that stands alone, since it says for what a vote is: sept voix
    pour sont nécessaires."""
    return len(words) > 1 and words[-1] in _WORDS["taking sides"] and words[-2] in _WORDS["votes"]
