"""Tells which rows of a table may find something in a text, by letters that each needs: few of hundreds.

Most rows of a table find nothing in a text. To ask a text for the letters of each takes longer than to go through the
text once: a row is asked for only where the text has the first four of its letters, one after another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Generic, TypeVar

Row = TypeVar("Row")

_FIRST = 4
"""Letters of a row by which it is found; fewer are in nearly every text."""
_Letters = tuple[str, ...]
_Places = dict[str, list[int]]
"""By letters the places of all rows that need them: letters are looked for once, however many rows have them."""


class Sieve(Generic[Row]):
    """A `Sieve` holds the rows of a table, each with letters one of which a text must have for the row to find
    something in it, or with none where that cannot be said, and gives those that may."""

    def __init__(self, rows: Iterable[tuple[Collection[str], Row]]) -> None:
        self._rows: list[Row] = []
        self._always: list[int] = []
        self._short: _Places = defaultdict(list)
        """The places by letters for which every text is asked, since they are too few."""
        self._by_first: dict[_Letters, _Places] = defaultdict(lambda: defaultdict(list))
        for place, (letters, row) in enumerate(rows):
            self._rows.append(row)
            if not letters:
                self._always.append(place)
            for one in letters:
                some = self._short if len(one) < _FIRST else self._by_first[tuple(one[:_FIRST])]
                some[one].append(place)
        self._firsts = frozenset(self._by_first)

    def let_through(self, text: str) -> list[Row]:
        """Returns the rows that may find something in a text, in their order; the text has the case that the letters
        have."""
        found = set(self._always)
        for some in (self._short, *map(self._by_first.__getitem__, self._firsts & _runs(text))):
            for letters, places in some.items():
                if letters in text:
                    found.update(places)
        return [self._rows[place] for place in sorted(found)]


@lru_cache(maxsize=32)  # the checks take turns over some pairs, each with its table
def _runs(text: str) -> frozenset[_Letters]:
    return frozenset(zip(text, text[1:], text[2:], text[3:], strict=False))
