"""Which postings hold how much of a query, as its lists are counted one after the other?

The inner loop of the fuzzy index (store/index.py): it works on whole sets, because the interpreter's own steps, posting
by posting, cost five times as much.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

_SEARCHED_FROM = 20
"""A run of postings is searched for the candidates, not gone through, when it is so many times as long."""


class Candidates:
    """Postings by the weight that they hold of the lists counted so far. A list comes as sorted runs."""

    def __init__(self) -> None:
        # Disjoint; almost all postings hold one list only.
        self._holding: dict[int, set[int]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._holding.values()))

    def __iter__(self) -> Iterator[int]:
        return (posting for some in self._holding.values() for posting in some)

    def add(self, runs: Sequence[array[int]], weight: int) -> None:
        """Counts a list, making candidates of all its postings."""
        more = {held: _within(some, runs) for held, some in self._holding.items()}
        new = self._holding.setdefault(weight, set())
        new.update(*runs)
        for held, here in more.items():
            self._holding[held] -= here
            new -= here
        for held, here in more.items():
            self._holding.setdefault(held + weight, set()).update(here)

    def narrow(self, runs: Sequence[array[int]], weight: int, bound: int) -> None:
        """Counts a list for the candidates that there are, and keeps those that hold `bound` then."""
        before, self._holding = self._holding, {}
        for held, some in before.items():
            here = _within(some, runs)
            if held + weight >= bound:
                self._holding.setdefault(held + weight, set()).update(here)
            if held >= bound:
                self._holding.setdefault(held, set()).update(some - here)


def _within(some: set[int], runs: Sequence[array[int]]) -> set[int]:
    """Those of some postings that are in a list."""
    return set[int]().union(
        *(_searched(some, run) if len(run) > _SEARCHED_FROM * len(some) else some.intersection(run) for run in runs)
    )


def _searched(some: set[int], run: array[int]) -> Iterator[int]:
    last = run[-1]
    return (posting for posting in some if posting <= last and run[bisect_left(run, posting)] == posting)
