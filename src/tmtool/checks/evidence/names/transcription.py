"""Is a name of a person another transcription of a name, as Dmitri of Dmitry, or that name misspelt?

Names from other scripts are spelt in each language by the sounds of its letters; others are copied letter for letter.
"""

from __future__ import annotations

import re

from tmtool.languages.letters import fold
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.slips import is_exchange, is_one_slip

_TRANSCRIBED = "transcribed.tsv"
_DOUBLE = re.compile(r"(.)\1")
_VOWELS = "aeiouy"
_DOUBLED_BY_SOME = frozenset("bdlmns")
"""Consonants that a transcription may double between vowels, and another leave single: Hassan, Hasan."""


def is_transcribed(name: str, other: str, known: LanguagePair) -> bool:
    """Tells whether two names share what their transcriptions into both languages share: Dmitry, Dmitri; Khoury,
    Khouri. One with an e at its end is the feminine of a first name."""
    one, two = fold(name), fold(other)
    return _sound(one, known) == _sound(two, known) and f"{one}e" != two and one != f"{two}e"


def is_misspelt(name: str, right: str, known: LanguagePair) -> bool:
    """Tells whether a name is one slip of the hand from the right one, and no transcription of it: two letters
    exchanged, one doubled that no transcription doubles, lost or wrong."""
    one, two = fold(name), fold(right)
    if one == two or not is_one_slip(one, two) or f"{one}e" == two or one == f"{two}e":
        return False  # the other gender of a first name may be meant
    if is_exchange(one, two) or _has_marks(right):
        return True
    doubled = _doubled(one, two) or _doubled(two, one)
    if doubled:
        letter, is_between_vowels = doubled
        if letter in _VOWELS:
            return len(one) > len(two)
        return letter not in _DOUBLED_BY_SOME or not is_between_vowels
    return not is_transcribed(name, right, known)


def _sound(name: str, known: LanguagePair) -> str:
    """Returns a folded name by what its transcriptions into both languages share."""
    for letters, plain in known.rows(_TRANSCRIBED):
        name = name.replace(letters, plain.strip("-"))
    return _DOUBLE.sub(r"\1", name)


def _has_marks(name: str) -> bool:
    """Tells whether a name has a letter with a mark, so that it is one of Latin letters and copied as it is."""
    return fold(name) != name.lower().replace("’", "'")


def _doubled(longer: str, shorter: str) -> tuple[str, bool] | None:
    """Returns the letter that one of two folded names has double and the other single, and whether it is between
    vowels; None where they differ in something else."""
    for place in range(1, len(longer)):
        letter = longer[place]
        if letter == longer[place - 1] and longer[:place] + longer[place + 1 :] == shorter:
            around = longer[max(0, place - 2) : place - 1], longer[place + 1 : place + 2]
            return letter, all(one and one in _VOWELS for one in around)
    return None
