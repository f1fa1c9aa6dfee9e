"""Says how well candidate beads fit: the log of the likelihood that they belong together over that they do not.

In natural logs: type prior, words and their order, length, labels, first letters, end marks, and whether
sentences or headings that stand apart on one side show inside the other. A pair that has nothing to do with each
other scores below zero, and a one-sided bead costs just its prior. Weights come from a table measured on hand-aligned
novels, statutes, news and United Nations text; those of grouping were fitted on one half of the public gold documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import lgamma, log, pi

import numpy as np
from numpy.typing import NDArray

from tmtool.alignment.band import MOST, SHAPES, Band
from tmtool.alignment.boundaries import LENGTH_NOISE, LENGTH_SPREAD, PLACES
from tmtool.alignment.habits import Habits
from tmtool.alignment.order import order_sums
from tmtool.alignment.side import FIRST_SENTENCE_END, LABELS_BULLET, Flags, Floats, Ints, Side
from tmtool.alignment.wordscores import Direction, Grid, word_sums

# Priors of the shapes, then of a one-sided bead (each side), and how many beads they weigh when re-estimated.
SHAPE_PRIORS = (0.86, 0.02, 0.02, 0.005, 0.005, 0.002, 0.001, 0.001, 0.001, 0.001)
ONE_SIDED_PRIOR = 0.025
PSEUDO_BEADS = 20.0

LENGTH_FLOOR = -6.0
# A translation is mostly close to its expected length, now and then far from it: Student's t with so many degrees of
# freedom. A normal distribution wide enough for the latter would take half of all segments for possible.
FREEDOM = 6.0
SAME_LABEL, OTHER_LABEL, ONE_LABEL, INNER_LABEL = 2.5, -4.0, -1.5, -2.5
LOWER_CONTINUES = 0.4
# The first segment of a group belongs with the second anyway; or the last one of a group with what follows it.
LEADS = 6.0
BLANK_WITH_TEXT = -30.0
# What is left as it is, word for word, is a pair by itself: so much for each token, up to four.
SAME_TEXT, SAME_TEXT_TOKENS = 1.0, 4

TILE_ROWS = 64


@dataclass(frozen=True, slots=True)
class Priors:
    """`Priors` are log probabilities: of each of `band.SHAPES`, and of a one-sided bead."""

    shapes: tuple[float, ...]
    one_sided: float


def priors(found: tuple[float, ...] = (), one_sided: float = 0.0) -> Priors:
    """Returns the priors after so many (expected) beads of each (of the first) shapes and one-sided ones."""
    total = PSEUDO_BEADS + sum(found) + one_sided
    counts = (*found, *[0.0] * (len(SHAPES) - len(found)))
    shapes = tuple(log((PSEUDO_BEADS * p + n) / total) for p, n in zip(SHAPE_PRIORS, counts, strict=True))
    return Priors(shapes, log((PSEUDO_BEADS * ONE_SIDED_PRIOR + one_sided / 2) / total))


@dataclass(frozen=True, slots=True)
class Scores:
    """`Scores` holds the scores of two-sided beads in a band: ``total[k, i, j - low[i]]`` for the bead of shape k that
    begins after i source and j target segments, -inf where it would pass the end; `words` the word part alone."""

    total: Grid
    words: Grid


def score(
    source: Side,
    target: Side,
    band: Band,
    words: tuple[Direction, Direction],
    prior: Priors,
    habits: Habits,
    *,
    shapes: int = len(SHAPES),
    word_weight: float = 1.0,
) -> Scores:
    """Returns the scores of the beads of a band that have one of the first so many shapes; the order of words counts
    only where they have their full weight."""
    shape = (shapes, band.sources + 1, band.width)
    result = Scores(np.full(shape, -np.inf, np.float32), np.zeros(shape, np.float32))
    lengths = _Lengths(source, target, habits.ratio)
    for first in range(0, band.sources, TILE_ROWS):
        last = min(first + TILE_ROWS, band.sources)
        left, right = int(band.low[first]), min(int(band.low[last - 1]) + band.width, band.targets)
        if left == right:
            continue
        rows, columns = np.arange(first, last), np.arange(left, right)
        nodes = band.low[first:last, None] - left + np.arange(band.width)
        inside = nodes < right - left
        nodes = np.minimum(nodes, right - left - 1)
        explained = word_sums(words, (first, last), (left, right), SHAPES[:shapes])
        ordered = order_sums(words, (first, last), (left, right), SHAPES[:shapes]) if word_weight == 1.0 else {}
        beginnings = _beginnings(source, target, habits, rows, columns)
        for k, (a, b) in enumerate(SHAPES[:shapes]):
            grid = _surface(source, target, habits, beginnings, rows, columns, a, b)
            grid += lengths.grid(rows, columns, a, b)
            grid += np.float32(prior.shapes[k]) + np.float32(word_weight) * explained[k]
            if (a, b) in ordered:
                grid += ordered[a, b]
            grid[rows + a > band.sources] = -np.inf
            grid[:, columns + b > band.targets] = -np.inf
            result.total[k, first:last] = np.where(inside, np.take_along_axis(grid, nodes, 1), -np.inf)
            result.words[k, first:last] = np.where(inside, np.take_along_axis(explained[k], nodes, 1), 0)
    return result


class _Lengths:
    """`_Lengths` holds the length feature of two documents: how much likelier a stretch of that length is given its
    counterpart."""

    def __init__(self, source: Side, target: Side, ratio: float) -> None:
        self._sides = (_Stretches(source), _Stretches(target))
        self._ratio = ratio

    def grid(self, rows: Ints, columns: Ints, a: int, b: int) -> Grid:
        source, target = self._sides
        one, other = source.length(rows, a)[:, None], target.length(columns, b)[None]
        forward = _log_chance(other, self._ratio * one) - target.chance(columns, b)[None] - (b - 1) * np.log(other)
        backward = _log_chance(one, other / self._ratio) - source.chance(rows, a)[:, None] - (a - 1) * np.log(one)
        both: Floats = np.maximum((forward + backward) / 2, LENGTH_FLOOR)
        return both.astype(np.float32)


class _Stretches:
    """`_Stretches` holds the lengths of neighbouring segments together, and their log probability under the document's
    own log-normal."""

    def __init__(self, side: Side) -> None:
        logs = np.log(side.length)
        spread = max(float(logs.std()), 0.3)
        density = -logs - log(spread) - 0.5 * log(2 * np.pi) - (logs - logs.mean()) ** 2 / (2 * spread**2)
        padding = np.zeros(MOST)
        self._lengths = np.cumsum(np.concatenate([[0], side.length, padding]))
        self._chances = np.cumsum(np.concatenate([[0], density, padding]))

    def length(self, first: Ints, segments: int) -> Floats:
        stretch: Floats = self._lengths[first + segments] - self._lengths[first]
        return stretch

    def chance(self, first: Ints, segments: int) -> Floats:
        stretch: Floats = self._chances[first + segments] - self._chances[first]
        return stretch


def _log_chance(length: Floats, expected: Floats) -> Floats:
    square = LENGTH_NOISE * expected + (LENGTH_SPREAD * expected) ** 2
    tail = np.log1p((length - expected) ** 2 / (FREEDOM * square))
    constant = lgamma((FREEDOM + 1) / 2) - lgamma(FREEDOM / 2) - 0.5 * log(FREEDOM * pi)
    result: Floats = constant - 0.5 * np.log(square) - (FREEDOM + 1) / 2 * tail
    return result


def _beginnings(source: Side, target: Side, habits: Habits, rows: Ints, columns: Ints) -> Floats:
    """Returns what labels and case say, which is the same of beads of all shapes that begin there."""
    source_labels, target_labels = source.label[rows][:, None], target.label[columns][None]
    # A dash opens direct speech in one language and a list item in the other: alone it says nothing.
    both, one = (
        (source_labels > 0) & (target_labels > 0),
        (source_labels > LABELS_BULLET) != (target_labels > LABELS_BULLET),
    )
    grid: Floats = np.where(
        both, np.where(source_labels == target_labels, SAME_LABEL, OTHER_LABEL), np.where(one, ONE_LABEL, 0.0)
    )
    grid += habits.starts[source.start[rows][:, None], target.start[columns][None]]
    return grid


def _surface(
    source: Side, target: Side, habits: Habits, beginnings: Floats, rows: Ints, columns: Ints, a: int, b: int
) -> Grid:
    """Returns what their `beginnings`, end marks and blank lines say of the beads of one shape."""
    row_ends = np.minimum(rows + a, source.segments) - 1
    column_ends = np.minimum(columns + b, target.segments) - 1
    grid: Floats = beginnings + habits.ends[source.end[row_ends][:, None], target.end[column_ends][None]]
    grid += _inner(source, rows, a, a != b)[:, None] + _inner(target, columns, b, a != b)[None]
    grid += _limits(source, target, rows, columns, a, b)
    cut = source.leads[row_ends][:, None] != target.leads[column_ends][None]
    grid -= np.where(cut, LEADS, 0.0)
    if (a, b) == (1, 1):
        tokens = np.minimum(np.diff(source.running_starts)[rows], SAME_TEXT_TOKENS)
        grid += np.where(source.text[rows][:, None] == target.text[columns][None], SAME_TEXT * tokens[:, None], 0.0)
    empty, void = _any_blank(source.blank, rows, a)[:, None], _any_blank(target.blank, columns, b)[None]
    grid += np.where(empty != void, BLANK_WITH_TEXT, 0.0)
    return grid.astype(np.float32)


def _inner(side: Side, first: Ints, segments: int, continues: bool) -> NDArray[np.float64]:
    result = np.zeros(len(first))
    for more in range(1, segments):
        place = np.minimum(first + more, side.segments - 1)
        result += INNER_LABEL * (side.label[place] > LABELS_BULLET)
        if continues:
            # After a semicolon or colon a lower-case start is an item of a list, not the rest of a sentence.
            result += LOWER_CONTINUES * (side.lower[place] & (side.end[place - 1] < FIRST_SENTENCE_END))
            result += LEADS * side.leads[place - 1]
        result += BLANK_WITH_TEXT * (side.blank[place] | side.blank[place - 1])
    return result


def _limits(source: Side, target: Side, rows: Ints, columns: Ints, a: int, b: int) -> Grid:
    """Returns what the limits inside a group against one segment say: the end of a sentence, or a heading, should show
    there."""
    if min(a, b) > 1 or a == b:
        return np.zeros((len(rows), len(columns)), np.float32)
    (many, first, segments), (single, places) = (
        ((source, rows, a), (target, columns)) if b == 1 else ((target, columns, b), (source, rows))
    )
    steps = [np.minimum(first + step, many.segments - 1) for step in range(segments)]
    before = np.cumsum([many.length[step] for step in steps], axis=0)
    grid = np.zeros((len(places), len(first)), np.float32)
    for here, following, share in zip(steps, steps[1:], before / before[-1], strict=False):
        ended = many.end[here] >= FIRST_SENTENCE_END
        heading = ~ended & ~many.lower[following] & ~many.leads[here]
        part = np.minimum((share * PLACES).astype(np.int64), PLACES - 1)
        grid[:, ended] += single.sentences[places[:, None], part[ended]]
        grid[:, heading] += single.headings[places[:, None], part[heading]]
    return grid.T if b == 1 else grid


def _any_blank(blank: Flags, first: Ints, segments: int) -> Flags:
    result = blank[first]
    for more in range(1, segments):
        result = result | blank[np.minimum(first + more, len(blank) - 1)]
    return result
