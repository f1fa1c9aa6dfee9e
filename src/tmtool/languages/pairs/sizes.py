"""Says how large the translation of a segment is to be expected, and how far from that translations are.

Measured on rows of the United Nations Parallel Corpus v1.0 (development set), of English with each other language; two
languages without a pair of their own go by way of the one that documents are mostly written in. Sizes are characters,
those of scripts that write a word with one or two as three, so that figures and Latin letters among them count alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from math import exp, log, sqrt
from statistics import median

from tmtool.languages import default_pair, letters
from tmtool.languages.pairs import get

_ALWAYS = 0.07
"""The standard deviation, as a logarithm, of texts so long that what is by chance evens out."""
_LEAST = 40
"""Shorter texts, as sizes, tell nothing."""
LENGTH_RANGE = (1 / 1.6, 1.6)
"""The least and the most characters of a document for one of its source, in languages of which no more is known."""
_ENOUGH = 20
"""So many segments of a draft count as much as all that was measured elsewhere."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """`Sizes` are the figures of two languages: how large a translation is for one of the source, and the spread, which
    is the standard deviation of the logarithm of that, times the root of the size."""

    usual: float
    spread: float

    def deviation(self, source: str, target: str) -> float:
        """Returns by how many standard deviations a translation is larger than usual, below 0 for smaller; 0 for a
        source that is too short to tell."""
        size = letters.size(source)
        if size < _LEAST:
            return 0.0
        expected = size * self.usual
        deviation = sqrt(_ALWAYS**2 + self.spread**2 / max(size, expected))
        return log(max(1, letters.size(target)) / expected) / deviation

    def fitted(self, texts: Iterable[tuple[str, str]]) -> Sizes:
        """Returns these sizes for a draft, whose translator may write more or less than usual; `texts` are its sources
        and translations."""
        sizes = ((letters.size(source), letters.size(target)) for source, target in texts if source and target)
        ratios = [log(target / source / self.usual) for source, target in sizes if source >= _LEAST]
        if len(ratios) < _ENOUGH:
            return self
        shift = median(ratios) * len(ratios) / (len(ratios) + _ENOUGH)
        return replace(self, usual=self.usual * exp(shift))


@cache
def sizes(source: str, target: str) -> Sizes | None:
    """Returns what is known of two languages, in that direction; None where nobody has measured it."""
    pair = get(source, target)
    if pair is not None:
        return Sizes(*pair.size) if pair.size else None
    first, second = get(source, default_pair.SOURCE), get(default_pair.SOURCE, target)
    if first is None or second is None or not first.size or not second.size:
        return None
    return Sizes(first.size[0] * second.size[0], max(first.size[1], second.size[1]))


def length_range(source: str, target: str) -> tuple[float, float]:
    """Returns the least and the most characters of a translation for one of the source, in whole documents."""
    pair = get(source, target)
    if pair is not None:
        return pair.length_range
    first, second = get(source, default_pair.SOURCE), get(default_pair.SOURCE, target)
    if first is None or second is None:
        return LENGTH_RANGE
    # A document that is unusually short in one of two languages seldom is unusually long in the other one.
    both = [(pair.expected_length[0], *pair.length_range) for pair in (first, second)]
    below, above = (sqrt(sum(log(limits[side] / limits[0]) ** 2 for limits in both)) for side in (1, 2))
    usual = both[0][0] * both[1][0]
    return usual * exp(-below), usual * exp(above)
