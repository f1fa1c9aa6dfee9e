"""Says how sure a bead is: its posterior, seen in the light of its neighbourhood and its shape.

The posterior says that no other path is better, not that this one is right: between documents that have
nothing to do with each other 11 to 14 % of the beads have .9 and more. Whether the words around are translated and the
beads around probable tells. A segment said to have no counterpart may have it in a bead next to that is not sure.
Logistic regressions on gold documents, those of two-sided beads on unrelated pairs, too.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tmtool.alignment.side import Flags, Floats, Ints


@dataclass(frozen=True, slots=True)
class Weights:
    """`Weights` are what each sign counts for a two-sided bead, in log odds.

    `probable` and `improbable` multiply the log odds of its posterior, above even odds and below; `words_around` the
    word evidence around, of which no more than `most_words` counts, and `own_words` its own, below zero;
    `probable_around` the posteriors around, `odds_around` their log odds. `many` is added for more than three segments,
    `next_alone` for a one-sided bead next to it.
    """

    base: float
    probable: float
    improbable: float
    words_around: float
    most_words: float
    many: float
    probable_around: float = 0.0
    odds_around: float = 0.0
    own_words: float = 0.0
    next_alone: float = 0.0


DEFAULT_PAIR = Weights(
    base=-7.21,
    probable=0.6,
    improbable=0.73,
    words_around=2.75,
    most_words=2.0,
    many=-1.79,
    probable_around=2.36,
)
"""Fitted on documents in English and French."""

OTHER_PAIRS = Weights(
    base=-3.3,
    probable=0.68,
    improbable=0.54,
    words_around=1.08,
    most_words=1.0,
    many=-4.02,
    odds_around=0.71,
    own_words=0.77,
    next_alone=-0.94,
)
"""Fitted on documents in 14 pairs of six languages and German, made of rows that are translations of each other: some
dropped, merged, split, swapped or in the place of others, in some documents the middle of another one. Little is known
of the words of such a pair (in Chinese news from Arabic they explain each other by .4 in the middle), so that the
posteriors around must tell. `base` is .6 lower than fitted, for kinds of text that were not among these."""

FEW_SEGMENTS = 3

ALONE, SURE_NEIGHBOUR = 0.42, 2.74
"""For a one-sided bead the weight of the log odds of the posterior, and of the confidence of the less sure of the beads
before and after it."""
ALONE_BASE = -1.43

LEAST_DOUBT = 1e-4
OWN_RANGE, LEAST_WORDS, ODDS_RANGE = (-4.0, 8.0), -2.0, (-3.0, 6.0)
WORDS_NEIGHBOURS, PROBABLE_NEIGHBOURS = 8, 4
"""How far around the words and the posteriors tell, in beads on each side. Words around a translation explain each
other by 2 and more, also where nothing is known of the languages; elsewhere they stay below 1."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """`Evidence` is what is known of the beads of a document, in order: the posterior, the word evidence in natural
    logs, how many segments each has, and whether it has text on both sides."""

    probability: Floats
    words: Floats
    segments: Ints
    two_sided: Flags


def confidence(beads: Evidence, weights: Weights = DEFAULT_PAIR) -> Floats:
    """Returns for each bead the probability that it is right."""
    two = np.flatnonzero(beads.two_sided)
    probability = np.clip(beads.probability, LEAST_DOUBT, 1 - LEAST_DOUBT)
    own = np.clip(beads.words[two], *OWN_RANGE)
    words = np.clip(_around(own, np.arange(len(two)), WORDS_NEIGHBOURS), LEAST_WORDS, weights.most_words)
    probable = _around(np.where(beads.two_sided, probability, 0.0), two, PROBABLE_NEIGHBOURS)
    all_odds = np.log(probability / (1 - probability))
    around = _around(np.where(beads.two_sided, np.clip(all_odds, *ODDS_RANGE), 0.0), two, WORDS_NEIGHBOURS)
    alone = np.concatenate([[False], ~beads.two_sided, [False]])
    odds = all_odds[two]
    value = weights.base + weights.probable * np.maximum(odds, 0) + weights.improbable * np.minimum(odds, 0)
    value += weights.words_around * words + weights.probable_around * probable + weights.odds_around * around
    value += weights.many * (beads.segments[two] > FEW_SEGMENTS) + weights.own_words * np.minimum(own, 0)
    value += weights.next_alone * (alone[two] | alone[two + 2])
    result = beads.probability.copy()
    result[two] = 1 / (1 + np.exp(-value))
    neighbours = np.concatenate([[1.0], result, [1.0]])
    alone = ALONE_BASE + ALONE * all_odds + SURE_NEIGHBOUR * np.minimum(neighbours[:-2], neighbours[2:])
    return np.where(beads.two_sided, result, 1 / (1 + np.exp(-alone)))


def _around(values: Floats, places: Ints, neighbours: int) -> Floats:
    """Returns the mean of so many before and as many after each place; the value itself where it has no neighbour."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    first, last = np.maximum(places - neighbours, 0), np.minimum(places + neighbours + 1, len(values))
    others = last - first - 1
    result: Floats = np.where(
        others > 0, (sums[last] - sums[first] - values[places]) / np.maximum(others, 1), values[places]
    )
    return result
