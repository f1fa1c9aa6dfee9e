"""Says which segments of two long documents go together beyond doubt, before anything is aligned: their anchors.

Labels, figures and words that are rare in both documents, and of which the word table says that they translate each
other, point to pairs of segments; the heaviest chain of pairs that rise on both sides is kept, as far as some of them
are close together. What else the segments say is not looked at: thousands are done in a second.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping

import numpy as np

from tmtool.alignment.lexicon import WordTable
from tmtool.alignment.side import Side
from tmtool.alignment.tokens import TokenKind

RARE = 3
"""In so many segments of a document a word may be that points to one of the other document."""
LEAST_LIKELY = 0.2
"""Words point to each other that are likelier than this to be translations."""
AROUND, NEAR = 3, 100
"""So many pairs before and after an anchor are no more than so many segments away, on both sides."""

Point = tuple[int, int]


def anchors(source: Side, target: Side, words: WordTable) -> list[Point]:
    """Returns pairs of a source and a target segment, rising on both sides."""
    weights: defaultdict[Point, float] = defaultdict(float)
    for places, others in _meetings(source, target, words):
        for place in places:
            for other in others:
                weights[place, other] += 1 / (len(places) * len(others))
    chain = heaviest_chain(weights)
    last = len(chain) - 1
    return [
        point
        for number, point in enumerate(chain)
        if all(
            ahead - back <= 2 * NEAR
            for back, ahead in zip(chain[max(0, number - AROUND)], chain[min(last, number + AROUND)], strict=True)
        )
    ]


def _meetings(source: Side, target: Side, words: WordTable) -> Iterator[tuple[list[int], list[int]]]:
    """Yields segments of both sides that something rare points from and to."""
    here, there = _rare_words(source), _rare_words(target)
    likely = np.maximum(words.forward, words.backward) > LEAST_LIKELY
    for word, other in zip(words.source[likely].tolist(), words.target[likely].tolist(), strict=True):
        if word in here and other in there:
            yield here[word], there[other]
    for one, two in ((_labels(source), _labels(target)), (_figures(source), _figures(target))):
        for key in one.keys() & two.keys():
            yield one[key], two[key]


def _rare_words(side: Side) -> dict[Hashable, list[int]]:
    segment = np.repeat(np.arange(side.segments), np.diff(side.starts))
    rare = np.bincount(side.ids, minlength=len(side.vocabulary)) <= RARE
    return _rare(zip(side.ids[rare[side.ids]].tolist(), segment[rare[side.ids]].tolist(), strict=True))


def _labels(side: Side) -> dict[Hashable, list[int]]:
    return _rare((int(label), place) for place, label in enumerate(side.label) if label)


def _figures(side: Side) -> dict[Hashable, list[int]]:
    """Returns where segments are that have several figures, by all of these."""
    figure = side.kinds[side.running] == TokenKind.NUMBER
    segment = np.repeat(np.arange(side.segments), np.diff(side.running_starts))[figure]
    figures: defaultdict[int, list[str]] = defaultdict(list)
    for place, word in zip(segment.tolist(), side.running[figure].tolist(), strict=True):
        figures[place].append(side.vocabulary[word])
    return _rare((tuple(sorted(all_of_it)), place) for place, all_of_it in figures.items() if len(all_of_it) > 1)


def _rare(found: Iterable[tuple[Hashable, int]]) -> dict[Hashable, list[int]]:
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for key, place in found:
        places[key].append(place)
    return {key: where for key, where in places.items() if len(where) <= RARE}


def heaviest_chain(weights: Mapping[Point, float]) -> list[Point]:
    """Returns the chain with the greatest sum of weights in which both numbers rise from point to point."""
    # The best chains so far by where they end on the other side: a later end only if it is heavier.
    ends: list[int] = []
    sums: list[float] = []
    tops: list[Point] = []
    before: dict[Point, Point | None] = {}
    for point in sorted(weights, key=lambda point: (point[0], -point[1])):
        place = bisect_left(ends, point[1])
        before[point] = tops[place - 1] if place else None
        whole = weights[point] + (sums[place - 1] if place else 0.0)
        past = place
        while past < len(ends) and sums[past] <= whole:
            past += 1
        if past > place or place == len(ends) or ends[place] != point[1]:
            ends[place:past], sums[place:past], tops[place:past] = [point[1]], [whole], [point]
    chain: list[Point] = []
    point_before = tops[-1] if tops else None
    while point_before is not None:
        chain.append(point_before)
        point_before = before[point_before]
    return chain[::-1]
