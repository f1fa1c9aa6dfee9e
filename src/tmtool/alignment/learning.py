"""Learns a word table from the beads found so far, on this pair of documents alone.

IBM Model 1 (Brown et al. 1993) weighted by the beads' posteriors, with absolute discounting: a pair seen
together once teaches nothing, else wrong beads confirm themselves. And for each word the share λ of its tokens
that nothing explains, by EM on the table as it will be used; fitted on an undiscounted table it would fall so
low that every fresh true pair looks absurd. A word that nearly always finds its counterpart says more where it finds
none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tmtool.alignment.lexicon import WordTable
from tmtool.alignment.side import Floats, Ints, Side
from tmtool.alignment.tokens import TokenKind
from tmtool.alignment.wordscores import CHANCE_OF_OPEN, KINDS, open_share, spread

FIRST_UNEXPLAINED = {TokenKind.WORD: 0.9, TokenKind.NUMBER: 0.1, TokenKind.MARK: 0.5}
# As much as so many tokens weighs what is usual: everywhere for a kind, in the document for a word of the kind.
PSEUDO_TOKENS = 20.0
LEAST_UNEXPLAINED, MOST_UNEXPLAINED = 0.02, 0.98
FIT_ROUNDS = 10
ROUNDS = 4
DISCOUNT = 1.0
SURE_ENOUGH = 0.2
OFTEN = 2.0
"""Weight of a bead from which on its words have met more than once."""
MOST_BUCKETS = 1 << 22


@dataclass(frozen=True, slots=True)
class Training:
    """`Training` holds weighted beads: bead k takes ``source_count[k]`` segments from ``source_first[k]`` on, likewise
    the target. Its weight is how probable it is, or how often it counts."""

    source_first: Ints
    source_count: Ints
    target_first: Ints
    target_count: Ints
    weight: Floats


@dataclass(frozen=True, slots=True)
class Part:
    """A `Part` holds the words of one side of the beads, bead after bead (a segment may be in several uncertain beads):
    the word, how often it is in its segment, in which bead, and how many tokens the bead's other side has."""

    side: Side
    word: Ints
    times: Floats
    bead: Ints
    others: Floats


@dataclass(frozen=True, slots=True)
class Cooccurrences:
    """`Cooccurrences` says which words met in the beads that a word table is learnt from.

    `source` and `target` are the words; a meeting is one of a source word (its place in the source part) with a
    target word (likewise), of the word pair ``keys[pair]``, a key being source word · target vocabulary +
    target word. Pairs that met once and that the prior table does not know are left out.
    """

    source: Part
    target: Part
    weight: Floats
    source_place: Ints
    target_place: Ints
    pair: Ints
    keys: Ints


def first_unexplained(source: Side, target: Side) -> tuple[Floats, Floats]:
    """Returns λ of target and of source words before anything is known but their kinds."""
    first = np.array(list(FIRST_UNEXPLAINED.values()))
    return first[target.kinds], first[source.kinds]


def prepare(source: Side, target: Side, beads: Training, prior: WordTable) -> Cooccurrences:
    """Lets the words of each bead meet."""
    source_part, _ = _part(source, beads.source_first, beads.source_count)
    target_part, target_sizes = _part(target, beads.target_first, beads.target_count)
    source_tokens: Floats = np.bincount(source_part.bead, source_part.times, len(beads.weight)).astype(np.float64)
    target_tokens: Floats = np.bincount(target_part.bead, target_part.times, len(beads.weight)).astype(np.float64)
    repeats = target_sizes[source_part.bead]
    source_place = np.repeat(np.arange(len(source_part.word)), repeats)
    target_place = spread((np.cumsum(target_sizes) - target_sizes)[source_part.bead], repeats)
    key = source_part.word[source_place] * len(target.vocabulary) + target_part.word[target_place]
    # Counting in buckets sorts out most of the pairs that met once, before the costly exact count.
    # Their number is a power of two, so that the last digits of a key in twos say which is its own.
    counted = np.dot(np.maximum(beads.weight, 1)[source_part.bead], repeats)
    buckets = min(MOST_BUCKETS, 1 << (4 * int(counted) + 1).bit_length())
    own = key & (buckets - 1)
    crowd = np.bincount(own, minlength=buckets)
    crowd[_keys(prior, target) & (buckets - 1)] += 2
    counts_often = (beads.weight >= OFTEN)[source_part.bead]
    kept = np.flatnonzero((crowd[own] > 1) | counts_often[source_place])
    keys, pair = np.unique(key[kept], return_inverse=True)
    return Cooccurrences(
        Part(source, source_part.word, source_part.times, source_part.bead, target_tokens[source_part.bead]),
        Part(target, target_part.word, target_part.times, target_part.bead, source_tokens[target_part.bead]),
        beads.weight,
        source_place[kept],
        target_place[kept],
        pair,
        keys,
    )


def _part(side: Side, first: Ints, count: Ints) -> tuple[Part, Ints]:
    """Returns the words of the beads on a side, and how many each bead has."""
    sizes = side.starts[first + count] - side.starts[first]
    places = spread(side.starts[first], sizes)
    bead = np.repeat(np.arange(len(first)), sizes)
    return Part(side, side.ids[places], side.times[places], bead, np.zeros(0)), sizes


def learn(met: Cooccurrences, prior: WordTable) -> WordTable:
    """Returns the word table that the beads teach on top of `prior`, both directions."""
    prior_keys = _keys(prior, met.target.side)
    # Asked for the counts, too, numpy does not load its masked arrays, which no start has time for.
    keys, _ = np.unique(np.concatenate((met.keys, prior_keys)), return_counts=True)
    places = np.searchsorted(keys, met.keys)[met.pair]
    rows, columns = np.divmod(keys, len(met.target.side.vocabulary))
    known = np.searchsorted(keys, prior_keys)
    forward_prior, backward_prior = np.zeros(len(keys)), np.zeros(len(keys))
    forward_prior[known], backward_prior[known] = prior.forward, prior.backward
    source, target = (met.source, met.source_place), (met.target, met.target_place)
    forward = _model_one(rows, columns, forward_prior, places, source, target, met.weight)
    backward = _model_one(columns, rows, backward_prior, places, target, source, met.weight)
    used = (forward > 0) | (backward > 0)
    return WordTable(rows[used], columns[used], forward[used], backward[used])


def _model_one(
    giver: Ints,
    taker: Ints,
    prior: Floats,
    met: Ints,
    givers: tuple[Part, Ints],
    takers: tuple[Part, Ints],
    weight: Floats,
) -> Floats:
    """Returns t(taker given giver) of every pair; the empty word gives each taker by its own unigram."""
    (giving, giving_place), (taking, taking_place) = givers, takers
    words = len(giving.side.vocabulary)
    missing = np.maximum(1.0 - np.bincount(giver, prior, words), 0.0)
    table: Floats = prior + missing[giver] * taking.side.probability[taker]
    by_chance = taking.side.probability[taking.word]
    times = giving.times[giving_place]
    share = (weight[taking.bead] * taking.times)[taking_place]
    for turn in range(ROUNDS):
        value = times * table[met]
        explained = np.bincount(taking_place, value, len(taking.word)) + by_chance
        counts = np.bincount(met, share * value / explained[taking_place], len(giver))
        totals = np.bincount(giver, counts, words)
        if turn == ROUNDS - 1:
            counts = np.maximum(counts - DISCOUNT, 0.0)
        table = (counts + prior) / (totals[giver] + 1.0)
    return table


def fit_unexplained(met: Cooccurrences, table: WordTable) -> tuple[Floats, Floats]:
    """Returns λ of target and of source words, given the beads and the table that will be used."""
    keys = _keys(table, met.target.side)
    forward, backward = np.zeros(len(met.keys)), np.zeros(len(met.keys))
    _, places, known = np.intersect1d(met.keys, keys, assume_unique=True, return_indices=True)
    forward[places], backward[places] = table.forward[known], table.backward[known]
    source, target = (met.source, met.source_place), (met.target, met.target_place)
    return (
        _fit(met, forward, open_share(table.source, table.forward, met.source.side), source, target),
        _fit(met, backward, open_share(table.target, table.backward, met.target.side), target, source),
    )


def _fit(
    met: Cooccurrences,
    values: Floats,
    left_open: Floats,
    givers: tuple[Part, Ints],
    takers: tuple[Part, Ints],
) -> Floats:
    (giving, giving_place), (taking, taking_place) = givers, takers
    explained = np.bincount(taking_place, giving.times[giving_place] * values[met.pair], len(taking.word))
    kind = taking.side.kinds[taking.word]
    opened = np.bincount(
        giving.bead * KINDS + giving.side.kinds[giving.word],
        giving.times * left_open[giving.word],
        len(met.weight) * KINDS,
    )
    by_chance = CHANCE_OF_OPEN + opened[taking.bead * KINDS + kind]
    gain = (explained / taking.side.probability[taking.word] + by_chance) / (taking.others + 1)
    weight = met.weight[taking.bead] * taking.times
    by_kind = _shares(kind, weight, gain, np.array(list(FIRST_UNEXPLAINED.values())))
    return _shares(taking.word, weight, gain, by_kind[taking.side.kinds])


def _shares(group: Ints, weight: Floats, gain: Floats, usual: Floats) -> Floats:
    """Returns the share of unexplained tokens in each group, `usual` before any is seen: `gain` is how much likelier
    the table makes a token than chance does."""
    mass = np.bincount(group, weight, len(usual)) + PSEUDO_TOKENS
    share = usual
    for _ in range(FIT_ROUNDS):
        own = share[group]
        unexplained = np.bincount(group, weight * own / ((1 - own) * gain + own), len(usual))
        share = np.clip((unexplained + PSEUDO_TOKENS * usual) / mass, LEAST_UNEXPLAINED, MOST_UNEXPLAINED)
    return share


def _keys(table: WordTable, target: Side) -> Ints:
    return table.source * len(target.vocabulary) + table.target
