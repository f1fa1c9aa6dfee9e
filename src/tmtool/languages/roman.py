"""Reads Roman numerals as references use them (annex IV, chapter XII), up to 399."""

from __future__ import annotations

NUMERAL = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""Regular expression of a well-formed numeral in capitals, whatever follows."""
PATTERN = rf"{NUMERAL}(?![\w])"
"""Regular expression of a well-formed numeral in capitals that is not part of a longer word."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


_PARTS = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def numeral(value: int) -> str:
    """Returns the numeral in capitals of a number from 1 to 399."""
    written = ""
    for part, letters in _PARTS:
        count, value = divmod(value, part)
        written += letters * count
    return written


def value(numeral: str) -> int:
    """Returns the number that a well-formed numeral in capitals stands for."""
    digits = [_VALUES[letter] for letter in numeral]
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))
