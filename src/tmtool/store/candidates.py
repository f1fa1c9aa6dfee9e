"""Which postings hold how much of a query, as its lists are counted one after the other? First those that make
candidates, then those that only narrow them.

The inner loop of the fuzzy index (store/index.py): each posting of a list is touched once, by what the interpreter
does in C wherever it can.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

_SEARCHED_FROM = 12
"""A run of postings is searched for the candidates, not gone through, when it is so many times as long."""
_SAMPLE = 32


def gathered(lists: Iterable[tuple[Sequence[array[int]], int]]) -> dict[int, int]:
    """The postings of some lists, each list as sorted runs and with its weight, by the weight that they hold. One that
    stands in two runs of a list may count twice: a candidate too many, which is verified as the others."""
    held: Counter[int] = Counter()
    for runs, weight in lists:
        for run in runs:
            if weight == 1:
                held.update(run)
            else:
                for posting in run:
                    held[posting] = held.get(posting, 0) + weight
    return held


def narrowed(held: dict[int, int], runs: Sequence[array[int]], weight: int, bound: int) -> dict[int, int]:
    """The postings that hold `bound` when a further list is counted for them."""
    kept = {posting: holding for posting, holding in held.items() if holding >= bound}
    for run in runs:
        for posting in _within(held, run):
            holding = held[posting] + weight
            if holding >= bound:
                kept[posting] = holding
    return kept


def removed(held: dict[int, int], runs: Sequence[array[int]], weight: int, bound: int) -> float:
    """The share of the postings that narrowing would remove, 0 to 1, by a sample of them."""
    sample = dict(islice(held.items(), 0, None, max(1, len(held) // _SAMPLE)))
    return 1 - len(narrowed(sample, runs, weight, bound)) / len(sample)


def _within(held: dict[int, int], run: array[int]) -> Iterable[int]:
    """The postings of a run that are held, by the way that is faster for so many of both."""
    return _searched(held, run) if len(run) > _SEARCHED_FROM * len(held) else held.keys() & run


def _searched(some: dict[int, int], run: array[int]) -> Iterator[int]:
    last = run[-1]
    return (posting for posting in some if posting <= last and run[bisect_left(run, posting)] == posting)
