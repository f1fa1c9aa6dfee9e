"""Says how much better two stretches of text explain each other's words than chance does.

For a target token f and the n tokens e of the source stretch: log((1 - λ)·(Σ t(f given e)/p(f) + u)/(n + 1) + λ), λ
being the share of f's tokens that nothing explains; and the same the other way round. What the table leaves open of
the tokens e of f's kind, one for the empty word, goes to f by chance, by half: u. Else a long segment of seldom words,
which the table knows little of, would seem to have nothing to do with its own translation. Of its kind: a word that
nothing is known of is no reason to expect a number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tmtool.alignment.band import MOST
from tmtool.alignment.lexicon import WordTable
from tmtool.alignment.side import Floats, Ints, Side
from tmtool.alignment.tokens import TokenKind

Grid = NDArray[np.float32]

CHANCE_OF_OPEN = 0.5
"""How much of what a word table leaves open is taken to be any token of the kind."""

KINDS = len(TokenKind)

MAY_SAY_AGAIN, MOST_SAID_AGAIN = np.float32(3.0), np.float32(8.0)
"""By how much, in natural logs, a part of a group may be better explained than it explains; and what counts of more."""


TAKEN_AT_ONCE = 128
"""Segments whose words are counted in one matrix: of more, each has but few of the words of all."""


@dataclass(frozen=True, slots=True)
class Direction:
    """A `Direction` is one direction of a word table, grouped by the giving word: the pairs of word w are at
    ``first[w]:first[w + 1]`` of `takers` and `values`; `unexplained` is λ for each taking word, `left_open` is for each
    giving word what `open_share` says."""

    giver: Side
    taker: Side
    first: Ints
    takers: Ints
    values: Floats
    unexplained: Floats
    left_open: Floats


def directions(
    source: Side, target: Side, table: WordTable, unexplained: tuple[Floats, Floats]
) -> tuple[Direction, Direction]:
    """Returns both directions of a table; `unexplained` is λ for each word of the target and of the source
    vocabulary."""
    back = np.lexsort((table.source, table.target))
    return (
        Direction(
            source,
            target,
            np.searchsorted(table.source, np.arange(len(source.vocabulary) + 1)),
            table.target,
            table.forward,
            unexplained[0],
            open_share(table.source, table.forward, source),
        ),
        Direction(
            target,
            source,
            np.searchsorted(table.target[back], np.arange(len(target.vocabulary) + 1)),
            table.source[back],
            table.backward[back],
            unexplained[1],
            open_share(table.target, table.backward, target),
        ),
    )


def open_share(words: Ints, values: Floats, side: Side) -> Floats:
    """Returns for each word of a vocabulary what the table leaves open of it, as far as it goes to chance."""
    result: Floats = CHANCE_OF_OPEN * np.maximum(1.0 - np.bincount(words, values, len(side.vocabulary)), 0.0)
    return result


def spread(starts: Ints, counts: Ints) -> Ints:
    """Returns the places ``starts[k] … starts[k] + counts[k] - 1`` for every k, one after the other."""
    ends = np.cumsum(counts)
    places: Ints = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(starts - (ends - counts), counts)
    return places


def different(numbers: Ints, end: int) -> Ints:
    """Returns each of the numbers below `end` once, rising: of small numbers sooner than NumPy does by sorting."""
    there = np.zeros(end, np.bool_)
    there[numbers] = True
    found: Ints = np.flatnonzero(there)
    return found


def tile(direction: Direction, givers: tuple[int, int], takers: tuple[int, int], spans: int = MOST) -> Grid:
    """Returns the word sums of a rectangle: ``[a - 1, g, t]`` for the giving segments g … g + a - 1 against taking
    segment t, a from 1 to `spans`.

    Segments are half-open ranges; g and t count from their starts. Stretches past the end of the range
    count only what is in it.
    """
    giver, taker = direction.giver, direction.taker
    size, width = givers[1] - givers[0], takers[1] - takers[0]
    span = slice(taker.starts[takers[0]], taker.starts[takers[1]])
    taken, times = taker.ids[span], taker.times[span]
    if not size or not len(taken):
        return np.zeros((spans, size, width), np.float32)
    words = different(taken, len(taker.vocabulary))
    rows = np.full(len(taker.vocabulary), -1)
    rows[words] = np.arange(len(words))
    places = rows[taken]

    span = slice(giver.starts[givers[0]], giver.starts[givers[1]])
    given = giver.ids[span]
    segment = np.repeat(np.arange(size), np.diff(giver.starts[givers[0] : givers[1] + 1]))
    lengths = np.bincount(segment, giver.times[span], size)
    kind = giver.kinds[given] * size + segment
    left_open = np.bincount(kind, giver.times[span] * direction.left_open[given], KINDS * size).reshape(KINDS, size)
    fans = direction.first[given + 1] - direction.first[given]
    pairs = spread(direction.first[given], fans)
    row = rows[direction.takers[pairs]]
    cell = row * size + np.repeat(segment, fans)
    values = direction.values[pairs] * np.repeat(giver.times[span], fans)
    inside = row >= 0
    sums = np.bincount(cell[inside], values[inside], len(words) * size)

    share = direction.unexplained[words].astype(np.float32)[:, None]
    explained = sums.reshape(len(words), size).astype(np.float32)
    explained /= taker.probability[words].astype(np.float32)[:, None]
    explained += left_open.astype(np.float32)[taker.kinds[words]]
    explained *= 1 - share
    logs = np.zeros((spans, len(words), size), np.float32)
    total, count = np.repeat((1 - share) * np.float32(CHANCE_OF_OPEN), size, 1), np.ones(size, np.float32)
    for more in range(min(spans, size)):
        total[:, : size - more] += explained[:, more:]
        count[: size - more] += lengths[more:]
        np.divide(total, count, out=logs[more])
        logs[more] += share
        np.log(logs[more], out=logs[more])
    segment = np.repeat(np.arange(width), np.diff(taker.starts[takers[0] : takers[1] + 1]))
    result = np.empty((spans, size, width), np.float32)
    for start in range(0, width, TAKEN_AT_ONCE):
        here = slice(*np.searchsorted(segment, (start, start + TAKEN_AT_ONCE)))
        part = result[:, :, start : start + TAKEN_AT_ONCE]
        part[:] = _counted(segment[here] - start, places[here], times[here], part.shape[2], logs)
    return result


def _counted(segment: Ints, places: Ints, times: Floats, segments: int, logs: Grid) -> Grid:
    """Returns the sums of `logs` over the words of some taking segments: at which places in `logs` they are, and how
    often each is. One product of a count matrix is far cheaper than a sum over tokens."""
    words = different(places, logs.shape[1])
    at = np.searchsorted(words, places)
    counts = np.bincount(segment * len(words) + at, times, segments * len(words))
    return (counts.reshape(segments, len(words)).astype(np.float32) @ logs[:, words]).transpose(0, 2, 1)


def word_sums(
    words: tuple[Direction, Direction],
    sources: tuple[int, int],
    targets: tuple[int, int],
    shapes: tuple[tuple[int, int], ...],
) -> list[Grid]:
    """Returns for each shape the mean of both directions, over the rectangle of first segments."""
    forward, backward = words
    most = max(map(max, shapes))
    last = min(sources[1] + most - 1, forward.giver.segments), min(targets[1] + most - 1, forward.taker.segments)
    onto_target = tile(forward, (sources[0], last[0]), (targets[0], last[1]), most)
    onto_source = tile(backward, (targets[0], last[1]), (sources[0], last[0]), most).transpose(0, 2, 1)
    height, width = sources[1] - sources[0], targets[1] - targets[0]
    result = []
    for a, b in shapes:
        grid = np.zeros((height, width), np.float32)
        for more in range(b):
            part = onto_target[a - 1, :height, more : more + width]
            grid[:, : part.shape[1]] += part
        for more in range(a):
            part = onto_source[b - 1, more : more + height, :width]
            grid[: part.shape[0]] += part
        grid /= 2
        if a == 1 < b:
            grid -= _redundant(onto_target[0, :height], onto_source[b - 2 : b, :height], b, width)
        elif b == 1 < a:
            transposed = onto_target.transpose(0, 2, 1)
            grid -= _redundant(onto_source[0, :, :width].T, transposed[a - 2 : a, :width], a, height).T
        result.append(grid)
    return result


def _redundant(parts: Grid, onto_single: Grid, many: int, firsts: int) -> Grid:
    """Returns what to take off where the first or last segment of a group says again what the rest of it says.

    Single segments are in rows, the segments that groups begin with in columns. `parts` says how well the single
    explains each segment, `onto_single` how well it is itself explained by all but one segment and by all of a group.
    One segment can be said to translate another twice over, but its words cannot all be translated twice.
    """
    rest, whole = onto_single[0], onto_single[1, :, :firsts]
    rest = np.pad(rest, ((0, 0), (0, 1)), constant_values=-np.inf)
    parts = np.pad(parts, ((0, 0), (0, many)))
    first = parts[:, :firsts] + rest[:, 1 : 1 + firsts]
    last = parts[:, many - 1 : many - 1 + firsts] + rest[:, :firsts]
    result: Grid = np.clip(np.maximum(first, last) - whole - MAY_SAY_AGAIN, 0, MOST_SAID_AGAIN)
    return result
