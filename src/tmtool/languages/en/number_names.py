"""Gives the names of numbers in English: "twenty-one", "one hundred and five", "seventy-ninth", "21st"."""

from __future__ import annotations

from functools import cache

from tmtool.languages.en.numerals import vocabulary

LARGEST = 999_999


@cache
def _words(ordinal: bool) -> dict[int, str]:
    found: dict[int, str] = {}
    for word, (value, role) in vocabulary().items():
        if role.endswith("-th") == ordinal:
            found.setdefault(value, word)
    return found


def cardinal(number: int) -> str:
    """Returns the name of a number from 0 to `LARGEST`."""
    return _name(number, ordinal=False)


def ordinal(number: int) -> str:
    """Returns the ordinal of a number from 1 to `LARGEST`."""
    return _name(number, ordinal=True)


def in_digits(number: int) -> str:
    """Returns the ordinal in digits: 1st, 2nd, 11th, 23rd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _name(number: int, *, ordinal: bool) -> str:
    words = _words(ordinal)
    if number < 20:
        return words[number]
    if number < 100:
        ten, unit = number // 10 * 10, number % 10
        return f"{_words(ordinal=False)[ten]}-{words[unit]}" if unit else words[ten]
    size = 1000 if number >= 1000 else 100
    head, rest = divmod(number, size)
    if not rest:
        return f"{cardinal(head)} {words[size]}"
    joint = " " if rest >= 100 else " and "
    return f"{cardinal(head)} {_words(ordinal=False)[size]}{joint}{_name(rest, ordinal=ordinal)}"
