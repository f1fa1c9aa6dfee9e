"""Bounds the part of the lattice that is searched: for each number of source segments taken, a window of target counts.

Everything that is stored per cell (scores, path sums) is kept for these windows only, so that memory
grows with the length of the documents and not with its square.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tmtool.alignment.side import Ints

# Beads with text on both sides, as numbers of source and target segments.
SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1), (2, 3), (3, 2))
MOST = 4
FIRST_SHAPES = 3
"""How many of them are enough to find the way in a long document, where the rest would cost more than they tell."""


@dataclass(frozen=True, slots=True)
class Band:
    """A `Band` is a set of nodes (i, j), i source and j target segments taken, with ``low[i] <= j < low[i] + width``.

    Both corners of the lattice belong to it, and no window leaves it.
    """

    low: Ints
    width: int
    sources: int
    targets: int


def around(centre: Ints, half_width: int, targets: int) -> Band:
    """Returns the band of `half_width` nodes on both sides of `centre`, one target count for each 0..sources."""
    width = min(targets + 1, 2 * half_width + 1)
    low = np.clip(np.maximum.accumulate(centre) - half_width, 0, targets + 1 - width)
    return Band(low, width, len(centre) - 1, targets)


def along(first: Ints, last: Ints, half_width: int, targets: int) -> Band:
    """Returns the band that has, for each 0..sources, the target counts from `first` to `last` and `half_width` more on
    both sides. One long run of targets without source makes it as wide everywhere: else it would be broken there."""
    width = min(targets + 1, int((last - first).max()) + 2 * half_width + 1)
    low = np.clip(first - half_width, 0, targets + 1 - width)
    return Band(low, width, len(first) - 1, targets)


def diagonal(sources: int, targets: int) -> Ints:
    """Returns the straight line from one corner to the other, as the target count of each source count."""
    return np.rint(np.linspace(0, targets, sources + 1)).astype(np.int64)
