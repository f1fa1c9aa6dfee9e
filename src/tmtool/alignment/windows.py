"""Aligns documents of any length in windows of bounded size, so that the cost of a long one grows with its length only.

A window ends where the anchors say, or on the straight line between two of them. It is not trusted to its end: the next
one begins some beads before the last place where many beads in a row are sure, and the two are joined at a limit that
both have there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from tmtool.alignment.anchors import Point
from tmtool.alignment.passes import most_nodes
from tmtool.model import Bead

MOST_NODES = 2_000_000
"""So many nodes a window may have in the widest band in which it is searched."""
RUN, SURE, UNSURE = 10, 0.9, 0.5
"""A window is left where this many beads before and after are so sure in the mean; where nowhere more than `UNSURE`,
at its end."""
LEFT, AGAIN = 40, 20
"""So many beads before the end of a window are not looked at, since the end may be wrong; so many before the place
where it is left are in the next one, too, since what is around tells how sure they are."""
LEAST_DONE = 0.25
"""The least part of a window that is kept."""

Aligned = Callable[[Point, Point], Sequence[Bead]]
Progress = Callable[[int, int], None]


def fits(sources: int, targets: int) -> bool:
    """Tells whether so many segments are aligned as a whole."""
    return most_nodes(sources, targets) <= MOST_NODES


def in_windows(size: Point, anchors: Sequence[Point], aligned: Aligned, progress: Progress) -> tuple[Bead, ...]:
    """Returns the beads of documents of so many segments. `aligned` gives those of a window between two nodes, counted
    from the first; `progress` is told how many segments are done, of how many."""
    beads: list[Bead] = []
    nodes: list[Point | None] = [(0, 0)]
    begin = left = 0
    while True:
        start = nodes[begin]
        assert start is not None
        end = _end(start, anchors, size)
        found = [_moved(bead, start) for bead in aligned(start, end)]
        found_nodes = _nodes(found, start)
        old, new = _joint(nodes, found_nodes, begin, left)
        beads[old:], nodes[old:] = found[new:], found_nodes[new:]
        progress(sum(end), sum(size))
        if end == size:
            return tuple(beads)
        left = _leave(beads, nodes, begin)
        again = max(left - AGAIN, (begin + left + 1) // 2)
        begin = next(place for place in range(again, left + 1) if nodes[place] is not None)


def _end(start: Point, anchors: Sequence[Point], size: Point) -> Point:
    """Returns the furthest node, by way of the anchors, so that what lies between fits."""
    last = start
    for point in (*anchors, size):
        if (point[0] > last[0] and point[1] > last[1]) or point == size:
            if not fits(point[0] - start[0], point[1] - start[1]):
                break
            last = point
    else:
        return last
    further, other = point[0] - last[0], point[1] - last[1]
    steps = max(further, other)
    low, high = 0, steps
    while high - low > 1:
        middle = (low + high) // 2
        node = last[0] + further * middle // steps, last[1] + other * middle // steps
        if fits(node[0] - start[0], node[1] - start[1]):
            low = middle
        else:
            high = middle
    return last[0] + further * low // steps, last[1] + other * low // steps


def _moved(bead: Bead, start: Point) -> Bead:
    return replace(
        bead,
        source=tuple(place + start[0] for place in bead.source),
        target=tuple(place + start[1] for place in bead.target),
    )


def _nodes(beads: Sequence[Bead], start: Point) -> list[Point | None]:
    """Returns before each bead, and after the last, how many segments of both sides are in the beads so far; None where
    one of these is later than one that is in none of them."""
    nodes: list[Point | None] = [start]
    source, target = start
    last, other_last = source - 1, target - 1
    for bead in beads:
        source, target = source + len(bead.source), target + len(bead.target)
        last, other_last = max(last, *bead.source, -1), max(other_last, *bead.target, -1)
        nodes.append((source, target) if (last, other_last) == (source - 1, target - 1) else None)
    return nodes


def _joint(nodes: Sequence[Point | None], found: Sequence[Point | None], begin: int, left: int) -> tuple[int, int]:
    """Returns where the beads so far and those found can be joined, close to where the window before was left. They
    always can be where the new window begins."""
    places = {node: place for place, node in enumerate(found) if node is not None}
    shared = [place for place in range(begin, len(nodes)) if nodes[place] in places]
    old = min(shared, key=lambda place: abs(place - left))
    node = nodes[old]
    assert node is not None
    return old, places[node]


def _leave(beads: Sequence[Bead], nodes: Sequence[Point | None], begin: int) -> int:
    """Returns after how many beads the last window, which began after `begin`, is left."""
    start, end = nodes[begin], nodes[-1]
    assert start is not None and end is not None
    least = sum(start) + LEAST_DONE * (sum(end) - sum(start))
    sure = np.cumsum([0.0, *(bead.confidence if bead.source and bead.target else 0.0 for bead in beads)])
    around = {
        place: float(sure[place + RUN] - sure[place - RUN]) / (2 * RUN)
        for place in range(begin + RUN, len(beads) - LEFT)
        if (node := nodes[place]) is not None and sum(node) >= least
    }
    surest = max((place for place in around if around[place] >= SURE), default=None)
    if surest is None:
        surest = max(around, key=lambda place: around[place], default=None)
    return len(beads) if surest is None or around[surest] < UNSURE else surest
