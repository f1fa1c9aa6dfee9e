"""Which postings hold how much of a query, as its lists are counted one after the other? First those that make
candidates, then those that only narrow them.

The inner loop of the fuzzy index (store/index.py): each posting of a list is touched once, by what the interpreter
does in C wherever it can. `tmtool.store.sqlite.candidate_arrays` does the same for processes that look up much.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol, TypeAlias

from tmtool.store.bounds import Reach
from tmtool.store.sqlite.index_layout import POSTING_SHIFT, SEGMENT

Run: TypeAlias = "memoryview[int]"
"""Postings in order, as they are in a row of the database."""
Runs: TypeAlias = "Sequence[Run]"
"""A list of postings."""

SAMPLE = 48
"""About so many candidates show what share of all a list would remove."""
_SEARCHED_FROM = 12
"""A run of postings is searched for the candidates, not gone through, when it is so many times as long."""
# In microseconds: holding a posting against the candidates, searching for a candidate in the postings.
_HELD, _SOUGHT = 0.05, 0.4


class Candidates(Protocol):
    """`Candidates` holds postings by the weight that they hold of the lists counted so far."""

    def __len__(self) -> int: ...

    def narrow(self, runs: Runs, weight: int, bound: int) -> None:
        """Counts a further list and keeps what then holds `bound`, or more."""

    def sample(self) -> list[tuple[int, int]]:
        """Returns about `SAMPLE` of them, or all that there are: each segment with the weight that it holds."""

    def narrowing(self, postings: float) -> float:
        """Returns about how many microseconds it takes to count a further list of so many postings."""

    def reaching(self, most: Reach, least: int) -> list[int]:
        """Returns the segments that can reach a rate of `least`, below the rate that each reaches at most, as below the
        length in a posting; the best first."""


class CountedPostings(Candidates):
    """`CountedPostings` holds candidates in a dictionary. A posting that is in two runs of a list may count twice: a
    candidate too many, which is verified as the others."""

    def __init__(self, lists: Iterable[tuple[Runs, int]]) -> None:
        self._held: dict[int, int] = Counter()
        for runs, weight in lists:
            for run in runs:
                if weight == 1:
                    self._held.update(run)
                else:
                    for posting in run:
                        self._held[posting] = self._held.get(posting, 0) + weight

    def __len__(self) -> int:
        return len(self._held)

    def narrow(self, runs: Runs, weight: int, bound: int) -> None:
        """Counts the list in the dictionary."""
        self._held = _narrowed(self._held, runs, weight, bound)

    def sample(self) -> list[tuple[int, int]]:
        """Takes them at equal distances."""
        some = islice(self._held.items(), 0, None, max(1, len(self._held) // SAMPLE))
        return [(posting & SEGMENT, holding) for posting, holding in some]

    def narrowing(self, postings: float) -> float:
        """Estimates by what was measured in the dictionary."""
        return min(postings * _HELD, len(self._held) * _SOUGHT)

    def reaching(self, most: Reach, least: int) -> list[int]:
        """Looks each of them up."""
        reachable = [
            most[posting >> POSTING_SHIFT, holding] << POSTING_SHIFT | posting & SEGMENT
            for posting, holding in self._held.items()
        ]
        return sorted((one for one in reachable if one >= least << POSTING_SHIFT), reverse=True)


def _narrowed(held: dict[int, int], runs: Runs, weight: int, bound: int) -> dict[int, int]:
    kept = {posting: holding for posting, holding in held.items() if holding >= bound}
    for run in runs:
        for posting in _within(held, run):
            holding = held[posting] + weight
            if holding >= bound:
                kept[posting] = holding
    return kept


def _within(held: dict[int, int], run: Run) -> Iterable[int]:
    """Yields the postings of a run that are held, by the way that is faster for so many of both."""
    return _searched(held, run) if len(run) > _SEARCHED_FROM * len(held) else held.keys() & run


def _searched(some: dict[int, int], run: Run) -> Iterator[int]:
    last = run[-1]
    return (posting for posting in some if posting <= last and run[bisect_left(run, posting)] == posting)
