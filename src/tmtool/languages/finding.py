"""Says how a language finds its placeables: finders in order of precedence, the earlier one wins.

"8 September 2020" is a date and not two numbers because the finder of dates comes before that
of numbers, and what is taken stays taken. A finder is given a `Reading` of the text, so that it
can see in a moment that it has nothing to look for: most segments hold no month, and an import
may ask for the placeables of a million of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tmtool.model import Placeable, Span

_BORDER = "|"
"""What finders see for a tab: no white space, and nothing that any of them looks for."""
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A `Reading` is a text as finders need it.

    `lower` is the text in lower case, character for character (so that spans hold in both), `words`
    are the words of that, `has_digits` is true if there is a digit 0 to 9.
    """

    text: str
    lower: str
    words: frozenset[str]
    has_digits: bool


Finder = Callable[[Reading], Iterable[Placeable]]
"""Gives the placeables of one kind in a text."""

Excluder = Callable[[Reading], Iterable[Span]]
"""Gives stretches of a text in which nothing is a placeable: addresses, phrases such as "at first"."""


def read(text: str) -> Reading:
    """Returns the reading of a text, in which nothing goes on across a tab: that parts the cells of a row."""
    text = text.replace("\t", _BORDER)
    lower = text.lower()
    if len(lower) != len(text):
        # A few letters, as the Turkish İ, grow when they are put in lower case; those stay as they are.
        lower = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return Reading(text, lower, frozenset(_WORD.findall(lower)), _DIGIT.search(text) is not None)


def select(text: str, excluders: Sequence[Excluder], finders: Sequence[Finder]) -> tuple[Placeable, ...]:
    """Returns the placeables of a text, sorted by start; no two overlap, earlier finders win."""
    reading = read(text)
    taken = bytearray(len(text))
    for excluder in excluders:
        for span in excluder(reading):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
    found: list[Placeable] = []
    for finder in finders:
        for placeable in finder(reading):
            start, end = placeable.span.start, placeable.span.end
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                found.append(placeable)
    found.sort(key=lambda placeable: placeable.span.start)
    return tuple(found)
