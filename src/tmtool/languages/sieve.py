"""Tells which rows of a table may find something in a text, by letters that each needs: few of hundreds.

Most rows of a table find nothing in a text. To ask a text for the letters of each takes longer than to go through the
text once: a row is asked for only where the text has the first three of its letters, one after another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Generic, TypeVar

Row = TypeVar("Row")

_FIRST = 3
"""Letters of a row by which it is found; fewer are in nearly every text."""
_Three = tuple[str, ...]


class Sieve(Generic[Row]):
    """A `Sieve` holds the rows of a table, each with letters one of which a text must have for the row to find
    something in it, or with none where that cannot be said, and gives those that may."""

    def __init__(self, rows: Iterable[tuple[Collection[str], Row]]) -> None:
        self._rows = list(rows)
        self._by_first: dict[_Three, list[int]] = {}
        self._short: set[int] = set()
        """The places of the rows that every text is asked for, since some of their letters are too few."""
        for place, (letters, _) in enumerate(self._rows):
            first = {tuple(one[:_FIRST]) for one in letters}
            if first and all(len(one) == _FIRST for one in first):
                for one in first:
                    self._by_first.setdefault(one, []).append(place)
            else:
                self._short.add(place)
        self._firsts = frozenset(self._by_first)

    def let_through(self, text: str) -> list[Row]:
        """Returns the rows that may find something in a text, in their order; the text has the case that the letters
        have."""
        places = self._short.union(*map(self._by_first.__getitem__, self._firsts & _threes(text)))
        rows, has = self._rows, text.__contains__
        return [row for letters, row in map(rows.__getitem__, sorted(places)) if not letters or any(map(has, letters))]


@lru_cache(maxsize=16)  # the checks take turns over one pair, each with its table
def _threes(text: str) -> frozenset[_Three]:
    return frozenset(zip(text, text[1:], text[2:], strict=False))
