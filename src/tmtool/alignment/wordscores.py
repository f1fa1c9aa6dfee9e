"""How much better two stretches of text explain each other's words than chance does.

For a target token f and the n tokens e of the source stretch: log((1 - λ)·Σ t(f given e)/(n + 1)/p(f) + λ), λ
being the share of tokens that nothing explains; and the same the other way round.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tmtool.alignment.band import MOST
from tmtool.alignment.lexicon import WordTable
from tmtool.alignment.side import Floats, Ints, Side

Grid = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Direction:
    """One direction of a word table, grouped by the giving word: the pairs of word w are at
    ``first[w]:first[w + 1]`` of `takers` and `values`; `unexplained` is λ for each taking word."""

    giver: Side
    taker: Side
    first: Ints
    takers: Ints
    values: Floats
    unexplained: Floats


def directions(
    source: Side, target: Side, table: WordTable, unexplained: tuple[Floats, Floats]
) -> tuple[Direction, Direction]:
    """Both directions of a table; `unexplained` is λ by token kind for target and for source tokens."""
    back = np.lexsort((table.source, table.target))
    return (
        Direction(
            source,
            target,
            np.searchsorted(table.source, np.arange(len(source.vocabulary) + 1)),
            table.target,
            table.forward,
            unexplained[0][target.kinds],
        ),
        Direction(
            target,
            source,
            np.searchsorted(table.target[back], np.arange(len(target.vocabulary) + 1)),
            table.source[back],
            table.backward[back],
            unexplained[1][source.kinds],
        ),
    )


def spread(starts: Ints, counts: Ints) -> Ints:
    """The places ``starts[k] … starts[k] + counts[k] - 1`` for every k, one after the other."""
    ends = np.cumsum(counts)
    places: Ints = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(starts - (ends - counts), counts)
    return places


def tile(direction: Direction, givers: tuple[int, int], takers: tuple[int, int], spans: int = MOST) -> Grid:
    """The word sums of a rectangle: ``[a - 1, g, t]`` for the giving segments g … g + a - 1 against taking segment t,
    a from 1 to `spans`.

    Segments are half-open ranges; g and t count from their starts. Stretches past the end of the range
    count only what is in it.
    """
    giver, taker = direction.giver, direction.taker
    size, width = givers[1] - givers[0], takers[1] - takers[0]
    span = slice(taker.starts[takers[0]], taker.starts[takers[1]])
    taken, times = taker.ids[span], taker.times[span]
    if not size or not len(taken):
        return np.zeros((spans, size, width), np.float32)
    words, places = np.unique(taken, return_inverse=True)
    rows = np.full(len(taker.vocabulary), -1)
    rows[words] = np.arange(len(words))

    span = slice(giver.starts[givers[0]], giver.starts[givers[1]])
    given = giver.ids[span]
    segment = np.repeat(np.arange(size), np.diff(giver.starts[givers[0] : givers[1] + 1]))
    lengths = np.bincount(segment, giver.times[span], size)
    fans = direction.first[given + 1] - direction.first[given]
    pairs = spread(direction.first[given], fans)
    row = rows[direction.takers[pairs]]
    cell = row * size + np.repeat(segment, fans)
    values = direction.values[pairs] * np.repeat(giver.times[span], fans)
    inside = row >= 0
    sums = np.bincount(cell[inside], values[inside], len(words) * size)
    sums = sums.reshape(len(words), size).astype(np.float32)

    share = direction.unexplained[words].astype(np.float32)[:, None]
    scale = ((1 - share[:, 0]) / taker.probability[words]).astype(np.float32)[:, None]
    logs = np.zeros((spans, len(words), size), np.float32)
    total, count = np.zeros_like(sums), np.zeros(size, np.float32)
    for more in range(min(spans, size)):
        total[:, : size - more] += sums[:, more:]
        count[: size - more] += lengths[more:]
        logs[more] = np.log(scale * total / (count + 1) + share)
    # Most words stand more than once in a window: one product of a count matrix is far cheaper than a sum over tokens.
    segment = np.repeat(np.arange(width), np.diff(taker.starts[takers[0] : takers[1] + 1]))
    counts = np.bincount(segment * len(words) + places, times, width * len(words))
    return (counts.reshape(width, len(words)).astype(np.float32) @ logs).transpose(0, 2, 1)
