"""Counts candidates in sorted arrays: does what `candidates` does, several times as fast where they are thousands.

NumPy takes longer to load than most lookups take. So the index comes here only in a process that has already spent
that time on counting (store/index.py).
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from tmtool.store.bounds import Reach
from tmtool.store.sqlite.candidates import SAMPLE, Candidates, Run, Runs
from tmtool.store.sqlite.index_layout import POSTING_SHIFT, SEGMENT

_Postings = NDArray[np.uint32]
_Weights = NDArray[np.int64]

_WEIGHT_BITS = np.uint64(32)
_WEIGHT = np.uint64((1 << 32) - 1)
"""The bits of a posting with a weight below it that are the weight."""
# In microseconds: searching for a candidate in the postings, however many they are, and the calls.
_SOUGHT, _CALLS = 0.03, 10.0
_SEARCHED_FROM = 10
"""A run of postings is searched for the candidates, not merged with them, when it is so many times as long."""


class CountedArrays(Candidates):
    """`CountedArrays` holds candidates as postings in order, each once, with the weight that each holds; of one posting
    at least."""

    def __init__(self, lists: Iterable[tuple[Runs, int]]) -> None:
        runs = [(_array(run), weight) for runs, weight in lists for run in runs]
        if all(weight == 1 for _, weight in runs):
            every = np.concatenate([run for run, _ in runs])
            # Of sorted runs, which this way merges.
            every.sort(kind="stable")
            firsts = _firsts(every)
            self._postings: _Postings = every[firsts]
            self._held: _Weights = np.empty(len(firsts), np.int64)
            np.subtract(firsts[1:], firsts[:-1], out=self._held[:-1])
            self._held[-1] = len(every) - firsts[-1]
        else:
            weighed = np.concatenate(
                [run.astype(np.uint64) << _WEIGHT_BITS | np.uint64(weight) for run, weight in runs]
            )
            weighed.sort(kind="stable")
            postings = (weighed >> _WEIGHT_BITS).astype(np.uint32)
            firsts = _firsts(postings)
            self._postings = postings[firsts]
            self._held = np.add.reduceat(weighed & _WEIGHT, firsts).astype(np.int64)

    def __len__(self) -> int:
        return len(self._postings)

    def narrow(self, runs: Runs, weight: int, bound: int) -> None:
        """Counts the list in arrays."""
        held = _counted(self._postings, self._held, runs, weight)
        kept = held >= bound
        self._postings, self._held = self._postings[kept], held[kept]

    def sample(self) -> list[tuple[int, int]]:
        """Takes them at equal distances."""
        step = max(1, len(self) // SAMPLE)
        segments: list[int] = (self._postings[::step] & SEGMENT).tolist()
        return list(zip(segments, self._held[::step].tolist(), strict=True))

    def narrowing(self, postings: float) -> float:
        """Estimates by what was measured in arrays."""
        return _CALLS + len(self) * _SOUGHT

    def reaching(self, most: Reach, least: int) -> list[int]:
        """Looks each kind up once."""
        if not len(self):
            return []
        # There are few kinds, of a length with a weight held: each is looked up once.
        weights = int(self._held.max()) + 1
        kinds = (self._postings >> POSTING_SHIFT).astype(np.int64) * weights + self._held
        rates = np.zeros(int(kinds.max()) + 1, np.int64)
        for kind in np.flatnonzero(np.bincount(kinds)).tolist():
            rates[kind] = most[divmod(kind, weights)]
        reached = rates[kinds]
        enough = reached >= least
        found = np.sort(reached[enough] << POSTING_SHIFT | self._postings[enough] & SEGMENT)
        reachable: list[int] = found[::-1].tolist()
        return reachable


def _array(run: Run) -> _Postings:
    postings: _Postings = np.frombuffer(run, np.uint32)
    return postings


def _firsts(postings: _Postings) -> NDArray[np.intp]:
    """Returns the places of those that differ from the one before."""
    different = np.ones(len(postings), np.bool_)
    np.not_equal(postings[1:], postings[:-1], out=different[1:])
    return np.flatnonzero(different)


def _counted(postings: _Postings, held: _Weights, runs: Runs, weight: int) -> _Weights:
    """Returns what they hold when a list is counted too."""
    found = np.zeros(len(postings), np.bool_)
    for run in map(_array, runs):
        start, end = postings.searchsorted(run[0]), postings.searchsorted(run[-1], "right")
        some = postings[start:end]
        if len(run) < _SEARCHED_FROM * len(some):
            # Both are in order: merging takes less than searching for each.
            both = np.concatenate([some, run])
            both.sort(kind="stable")
            found[start + some.searchsorted(both[1:][both[1:] == both[:-1]])] = True
        else:
            found[start:end] |= run[run.searchsorted(some)] == some
    return held + weight * found
