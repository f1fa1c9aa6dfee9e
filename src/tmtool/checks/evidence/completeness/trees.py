"""Adds up boosted trees: a small model of many weak rules, learnt elsewhere and read from a table of the pair.

A line of the table is a tree: the model it belongs to, then its nodes, each after the other. A node is ``sign<bound``,
with what follows if the sign is at most the bound and then what follows if it is more, or a leaf ``=value``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from operator import or_

import numpy as np

from tmtool.languages.pairs.pair import LanguagePair

_BITS = 16
"""Leaves that a tree may have."""
_PLACE = np.zeros(1 << _BITS, np.intp)
"""The places of bits."""
_PLACE[1 << np.arange(_BITS)] = np.arange(_BITS)

_Tests = dict[str, dict[float, tuple[int, int]]]
"""By sign the bounds that it is held against, each with the leaves that are not reached above it and at most at it."""


class Trees:
    """`Trees` are the trees of a model, whose sum is the logarithm of odds.

    No tree is walked. Each leaf of all trees is a bit of one number, and each sign says at once by its value which
    leaves it leaves over; the one that all signs leave over of a tree is its leaf (Lucchese and others, QuickScorer,
    2015).
    """

    def __init__(self, lines: Sequence[str]) -> None:
        tests: _Tests = defaultdict(dict)
        every = 0
        self._leaves = np.zeros(len(lines) * _BITS)
        self._first = np.arange(len(lines)) * _BITS
        for place, line in enumerate(lines):
            leaves: list[float] = []
            _read(iter(line.split(";")), place * _BITS, leaves, tests)
            if len(leaves) > _BITS:
                raise ValueError(f"a tree of {len(leaves)} leaves, {_BITS} at most are possible")
            self._leaves[place * _BITS : place * _BITS + len(leaves)] = leaves
            every |= ((1 << len(leaves)) - 1) << place * _BITS
        self._every = every
        self._signs = [(sign, *_left_over(self._every, some)) for sign, some in tests.items()]

    def odds(self, signs: Mapping[str, float]) -> float:
        """Returns the logarithm of the odds that signs speak for."""
        left = self._every
        for sign, bounds, left_over in self._signs:
            left &= left_over[bisect_left(bounds, signs[sign])]
        reached = np.frombuffer(left.to_bytes(len(self._first) * _BITS // 8, "little"), "<u2")
        leaves: list[float] = self._leaves[self._first + _PLACE[reached]].tolist()
        return sum(leaves)


@cache
def trees(pair: LanguagePair, table: str, model: str) -> Trees | None:
    """Returns the trees of a model in a table of the pair; None where there are none."""
    lines = [line for name, line in pair.rows(table) if name == model]
    return Trees(lines) if lines else None


def _read(words: Iterator[str], first: int, leaves: list[float], tests: _Tests) -> int:
    """Reads the node that comes next, and what follows it, and returns the bits of its leaves; `first` is the number of
    the first bit of the tree."""
    word = next(words)
    if word.startswith("="):
        leaves.append(float(word[1:]))
        return 1 << (first + len(leaves) - 1)
    sign, _, bound = word.rpartition("<")
    low = _read(words, first, leaves, tests)
    high = _read(words, first, leaves, tests)
    lows, highs = tests[sign].get(float(bound), (0, 0))
    tests[sign][float(bound)] = lows | low, highs | high
    return low | high


def _left_over(every: int, tests: Mapping[float, tuple[int, int]]) -> tuple[list[float], list[int]]:
    """Returns the bounds of a sign in order, and the leaves of all trees that are left over by a value up to each, the
    last for one above them all."""
    bounds = sorted(tests)
    not_above = [0, *accumulate((tests[bound][0] for bound in bounds), or_)]
    not_up_to = [0, *accumulate((tests[bound][1] for bound in reversed(bounds)), or_)]
    left_over = [every & ~(low | high) for low, high in zip(not_above, reversed(not_up_to), strict=True)]
    return bounds, left_over
