"""How a language finds its placeables: finders in order of precedence, the earlier one wins.

"8 September 2020" is a date and not two numbers because the finder of dates comes before that
of numbers and what is taken stays taken. A finder is given the set of the text's words in lower
case, so that it can see in a moment that it has nothing to look for: most segments hold no
month, and an import asks for the placeables of a million of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from tmtool.model import Placeable, Span

Finder = Callable[[str, frozenset[str]], Iterable[Placeable]]
"""Gives the placeables of one kind in a text, knowing the set of its words in lower case."""

Excluder = Callable[[str, frozenset[str]], Iterable[Span]]
"""Gives stretches of a text in which nothing is a placeable: addresses, phrases such as "at first"."""

_WORD = re.compile(r"\w+")


def select(text: str, excluders: Sequence[Excluder], finders: Sequence[Finder]) -> tuple[Placeable, ...]:
    """The placeables of a text, sorted by start; no two overlap, earlier finders win."""
    words = frozenset(_WORD.findall(text.lower()))
    taken = bytearray(len(text))
    for excluder in excluders:
        for span in excluder(text, words):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
    found: list[Placeable] = []
    for finder in finders:
        for placeable in finder(text, words):
            start, end = placeable.span.start, placeable.span.end
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                found.append(placeable)
    found.sort(key=lambda placeable: placeable.span.start)
    return tuple(found)
