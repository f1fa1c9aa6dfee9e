"""Do the words at the edges of a segment belong to the first and the last of the segments it is put together with?

Where one segment stands for several, its first words translate the first of them and its last words the last. A
heading that merely comes next to the sentence does not pass this test, though its words may be all over it. Weights
were fitted on the tuning half of the gold documents.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tmtool.alignment.band import MOST, SHAPES
from tmtool.alignment.wordscores import Direction, Grid, tile

EDGE_TOKENS = 3
WEIGHT = np.float32(0.5)
# In the right order is what one expects anyway; in the wrong order is a surprise.
LEAST, MOST_FOR = np.float32(-6.0), np.float32(2.0)


def order_sums(
    words: tuple[Direction, Direction],
    sources: tuple[int, int],
    targets: tuple[int, int],
    shapes: tuple[tuple[int, int], ...] = SHAPES,
) -> dict[tuple[int, int], Grid]:
    """Returns for each of these shapes of one segment with several, over the rectangle of first segments, how much
    better the order of words fits than the reverse, in natural logs."""
    forward, backward = words
    last = min(sources[1] + MOST - 1, forward.giver.segments), min(targets[1] + MOST - 1, forward.taker.segments)
    rows, columns = (sources[0], last[0]), (targets[0], last[1])
    height, width = sources[1] - sources[0], targets[1] - targets[0]
    result = {}
    by_source = [tile(_edge(backward, end), columns, rows, 1)[0].T for end in (False, True)]
    by_target = [tile(_edge(forward, end), rows, columns, 1)[0].T for end in (False, True)]
    for a, b in shapes:
        if a == 1 and b > 1:
            result[a, b] = _ordered(by_source, b - 1, height, width)
        elif b == 1 and a > 1:
            result[a, b] = _ordered(by_target, a - 1, width, height).T
    return result


def _edge(direction: Direction, last: bool) -> Direction:
    return replace(direction, taker=direction.taker.edge(EDGE_TOKENS, last=last))


def _ordered(edges: list[Grid], more: int, singles: int, firsts: int) -> Grid:
    """Returns how well the order of words fits; `edges` are, for single segments in rows, how well their beginning and
    their end go with other segments."""
    begin, end = edges
    size = begin.shape[1] - more
    gain = np.clip(begin[:, :size] - begin[:, more:], LEAST, MOST_FOR)
    gain += np.clip(end[:, more:] - end[:, :size], LEAST, MOST_FOR)
    result = np.zeros((singles, firsts), np.float32)
    part = gain[:singles, :firsts]
    result[: part.shape[0], : part.shape[1]] = WEIGHT * part
    return result
