"""Folds Arabic letters: leaves out vowel marks, tatweel and direction marks, takes one form of alif, yeh and teh
marbuta, and Latin figures."""

from __future__ import annotations

from collections.abc import Mapping

_LEFT_OUT = (*range(0x064B, 0x0653), 0x0670, 0x0640, 0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F))
_ALIKE = {"آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "٪": "%", "٫": ".", "٬": ","}
TABLE: Mapping[int, str | None] = {
    **dict.fromkeys((*_LEFT_OUT, *range(0x2066, 0x206A)), None),
    **{ord(letter): other for letter, other in _ALIKE.items()},
    **{0x0660 + digit: str(digit) for digit in range(10)},
    **{0x06F0 + digit: str(digit) for digit in range(10)},
}


def bare(word: str) -> str:
    """Returns a word folded."""
    return word.translate(TABLE)
