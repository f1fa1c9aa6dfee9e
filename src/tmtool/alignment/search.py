"""Says which beads make up the best path through the lattice, and how probable each bead is over all paths.

Forward-backward and best path over a band, source segment by source segment; within a row the steps
that take a target segment alone are a running sum (they all cost the same prior). For forward-backward no source
segment alone follows a target segment alone: else segments left out on both sides would count once for each order
they can be taken in, and seem more probable than they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tmtool.alignment.band import SHAPES, Band
from tmtool.alignment.side import Floats
from tmtool.alignment.wordscores import Grid

ONE_SOURCE, ONE_TARGET = (1, 0), (0, 1)


@dataclass(frozen=True, slots=True)
class Step:
    """A `Step` is a bead on a path: it begins after `source` source and `target` target segments, and takes `shape` of
    each."""

    source: int
    target: int
    shape: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Posteriors:
    """`Posteriors` holds the probability of each bead over all paths, in the layout of the scores; and of taking the
    source segment (`sources`) or the target segment (`targets`) after a node alone."""

    beads: Grid
    sources: Floats
    targets: Floats


def posteriors(scores: Grid, one_sided: float, band: Band, temperature: float = 1.0) -> Posteriors:
    """Runs forward-backward over the band, with the shapes that `scores` has; `one_sided` is the log prior of a
    one-sided bead. A temperature above 1 divides all scores, for scores that claim too much."""
    scores, one_sided = scores / np.float32(temperature), one_sided / temperature
    ahead, unbarred = _sums(scores, one_sided, band)
    after, barred = _sums_back(scores, one_sided, band)
    whole = ahead[-1, band.targets - band.low[-1]]
    beads = np.zeros_like(scores)
    sources, targets = np.zeros_like(ahead), np.zeros_like(ahead)
    for shape, (a, b) in enumerate(SHAPES[: len(scores)]):
        rows = max(band.sources + 1 - a, 0)
        beads[shape, :rows] = _probability(ahead[:rows] + scores[shape, :rows] + _ahead_of(after, band, a, b) - whole)
    sources[:-1] = _probability(unbarred[:-1] + one_sided + _ahead_of(after, band, 1, 0) - whole)
    targets[:, :-1] = _probability(ahead[:, :-1] + one_sided + barred[:, 1:] - whole)
    return Posteriors(beads, sources, targets)


def best_path(scores: Grid, one_sided: float, band: Band) -> tuple[Step, ...]:
    """Returns the path with the greatest sum of scores, `one_sided` for each segment left alone; ties go to the earlier
    of `band.SHAPES`."""
    best = np.full((band.sources + 1, band.width), -np.inf)
    slope = one_sided * np.arange(band.width)
    overlaps = _overlaps(band, len(scores))
    for row in range(band.sources + 1):
        reached = np.max(_arrivals(best, scores, one_sided, overlaps, row), axis=0)
        best[row] = np.maximum.accumulate(reached - slope) + slope
    steps = []
    row, column = band.sources, band.targets
    while row or column:
        options = []
        for shape, (a, b) in enumerate(SHAPES[: len(scores)]):
            place = column - b - int(band.low[row - a]) if row >= a else -1
            if 0 <= place < band.width:
                options.append((best[row - a, place] + scores[shape, row - a, place], (a, b)))
        place = column - int(band.low[row - 1]) if row else -1
        if 0 <= place < band.width:
            options.append((best[row - 1, place] + one_sided, ONE_SOURCE))
        place = column - 1 - int(band.low[row])
        if place >= 0:
            options.append((best[row, place] + one_sided, ONE_TARGET))
        _, (a, b) = max(options, key=lambda option: option[0])
        row, column = row - a, column - b
        steps.append(Step(row, column, (a, b)))
    return tuple(reversed(steps))


def _probability(logarithm: Floats) -> Floats:
    result: Floats = np.exp(np.minimum(logarithm, 0.0))
    return result


def _ahead_of(after: Floats, band: Band, a: int, b: int) -> Floats:
    """Returns for each node what `after` has a rows and b targets further; minus infinity outside the band."""
    rows = max(band.sources + 1 - a, 0)
    place = (band.low[:rows] + b - band.low[a:])[:, None] + np.arange(band.width)
    inside = (place >= 0) & (place < band.width)
    return np.where(inside, np.take_along_axis(after[a:], np.clip(place, 0, band.width - 1), 1), -np.inf)


Overlap = list[tuple[slice, slice]]
"""For each row the nodes from which a step stays in the band, and the nodes of the later row where it ends."""


def _overlaps(band: Band, shapes: int) -> list[Overlap]:
    """Returns the overlaps of the steps of the first so many shapes, and of a source segment alone."""
    return [_overlap(band, a, b) for a, b in (*SHAPES[:shapes], ONE_SOURCE)]


def _overlap(band: Band, a: int, b: int) -> Overlap:
    shift = band.low[: max(band.sources + 1 - a, 0)] + b - band.low[a:]
    first = np.maximum(0, -shift)
    last = np.maximum(first, np.minimum(band.width, band.width - shift))
    ends = zip(first.tolist(), last.tolist(), (first + shift).tolist(), (last + shift).tolist(), strict=True)
    return [(slice(here, end), slice(there, other_end)) for here, end, there, other_end in ends]


def _arrivals(
    sums: Floats,
    scores: Grid,
    one_sided: float,
    overlaps: Sequence[Overlap],
    row: int,
    before_source: Floats | None = None,
) -> Floats:
    """Returns what each way into the nodes of a row brings; the beginning of the lattice brings 0. `before_source` are
    the sums that a source alone may follow, if not all."""
    ways = np.full((len(scores) + 1, sums.shape[1]), -np.inf)
    for shape, (a, _) in enumerate(SHAPES[: len(scores)]):
        if row >= a:
            here, there = overlaps[shape][row - a]
            ways[shape, there] = sums[row - a, here] + scores[shape, row - a, here]
    if row:
        here, there = overlaps[-1][row - 1]
        ways[-1, there] = (sums if before_source is None else before_source)[row - 1, here] + one_sided
    else:
        ways[-1, 0] = 0.0
    return ways


def _sums(scores: Grid, one_sided: float, band: Band) -> tuple[Floats, Floats]:
    """Returns the log sum of all ways to each node, and of those whose last step was not a target alone."""
    sums = np.full((band.sources + 1, band.width), -np.inf)
    unbarred = sums.copy()
    slope = one_sided * np.arange(band.width)
    overlaps = _overlaps(band, len(scores))
    for row in range(band.sources + 1):
        unbarred[row] = _log_sum(_arrivals(sums, scores, one_sided, overlaps, row, unbarred))
        sums[row] = np.logaddexp.accumulate(unbarred[row] - slope) + slope
    return sums, unbarred


def _sums_back(scores: Grid, one_sided: float, band: Band) -> tuple[Floats, Floats]:
    """Returns the log sum of all ways from each node to the end, and of those that may follow a target alone."""
    sums = np.full((band.sources + 1, band.width), -np.inf)
    barred = sums.copy()
    slope = one_sided * np.arange(band.width)
    overlaps = _overlaps(band, len(scores))
    for row in range(band.sources, -1, -1):
        ways = np.full((len(scores) + 1, band.width), -np.inf)
        for shape, (a, _) in enumerate(SHAPES[: len(scores)]):
            if row + a <= band.sources:
                here, there = overlaps[shape][row]
                ways[shape, here] = sums[row + a, there] + scores[shape, row, here]
        if row == band.sources:
            ways[-1, band.targets - band.low[row]] = 0.0
        left = _log_sum(ways)[::-1]
        barred[row] = (np.logaddexp.accumulate(left - slope) + slope)[::-1]
        sums[row] = barred[row]
        if row < band.sources:
            here, there = overlaps[-1][row]
            sums[row, here] = np.logaddexp(barred[row, here], sums[row + 1, there] + one_sided)
    return sums, barred


def _log_sum(ways: Floats) -> Floats:
    most = ways.max(axis=0)
    base = np.where(np.isfinite(most), most, 0.0)
    with np.errstate(divide="ignore"):
        total: Floats = np.log(np.exp(ways - base).sum(axis=0)) + base
    return total
