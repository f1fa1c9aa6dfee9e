"""Learning a word table from the beads found so far, on this pair of documents alone.

IBM Model 1 (Brown et al. 1993) weighted by the beads' posteriors, with absolute discounting: a pair seen
together once teaches nothing, else wrong beads confirm themselves. And the share λ of tokens that nothing
explains, by EM on the table as it will be used; fitted on an undiscounted table it would fall so low
that every fresh true pair looks absurd.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tmtool.alignment.lexicon import WordTable
from tmtool.alignment.side import Floats, Ints, Side
from tmtool.alignment.tokens import TokenKind
from tmtool.alignment.wordscores import spread

FIRST_UNEXPLAINED = {TokenKind.WORD: 0.9, TokenKind.NUMBER: 0.2, TokenKind.MARK: 0.5}
PSEUDO_TOKENS = 20.0
LEAST_UNEXPLAINED, MOST_UNEXPLAINED = 0.02, 0.98
ROUNDS = 4
DISCOUNT = 0.9
SURE_ENOUGH = 0.2


@dataclass(frozen=True, slots=True)
class Training:
    """Weighted beads: bead k takes ``source_count[k]`` segments from ``source_first[k]`` on, likewise the target."""

    source_first: Ints
    source_count: Ints
    target_first: Ints
    target_count: Ints
    weight: Floats


@dataclass(frozen=True, slots=True)
class _Meetings:
    """Every source token of a bead met with every target token of it."""

    bead: Ints
    source_token: Ints
    target_token: Ints
    pair: Ints
    keys: Ints


def first_unexplained() -> tuple[Floats, Floats]:
    """λ by token kind before anything is known, for target and for source tokens."""
    return np.array(list(FIRST_UNEXPLAINED.values())), np.array(list(FIRST_UNEXPLAINED.values()))


def learn(source: Side, target: Side, beads: Training, prior: WordTable) -> WordTable:
    """The word table that the beads teach on top of `prior`, both directions."""
    meetings = _meet(source, target, beads)
    prior_keys = prior.source * len(target.vocabulary) + prior.target
    keys = np.union1d(meetings.keys, prior_keys)
    at = np.searchsorted(keys, prior_keys)
    met = np.searchsorted(keys, meetings.keys)[meetings.pair]
    rows, columns = np.divmod(keys, len(target.vocabulary))
    forward_prior, backward_prior = np.zeros(len(keys)), np.zeros(len(keys))
    forward_prior[at], backward_prior[at] = prior.forward, prior.backward
    weight = beads.weight[meetings.bead]
    forward = _model_one(rows, columns, target.probability, forward_prior, met, meetings.target_token, weight)
    backward = _model_one(columns, rows, source.probability, backward_prior, met, meetings.source_token, weight)
    used = (forward > 0) | (backward > 0)
    return WordTable(rows[used], columns[used], forward[used], backward[used])


def _model_one(giver: Ints, taker: Ints, probability: Floats, prior: Floats, met: Ints, token: Ints, weight: Floats) -> Floats:
    """t(taker given giver) for every pair; the empty word gives each taker by its own unigram."""
    givers = int(giver.max(initial=-1)) + 1
    missing = np.maximum(1.0 - np.bincount(giver, prior, givers), 0.0)
    table = prior + missing[giver] * probability[taker]
    tokens = int(token.max(initial=-1)) + 1
    for turn in range(ROUNDS):
        value = table[met]
        shared = np.bincount(token, value, tokens)[token] + probability[taker[met]]
        counts = np.bincount(met, weight * value / shared, len(giver))
        totals = np.bincount(giver, counts, givers)
        if turn == ROUNDS - 1:
            counts = np.maximum(counts - DISCOUNT, 0.0)
        table = (counts + prior) / (totals[giver] + 1.0)
    return table


def fit_unexplained(source: Side, target: Side, beads: Training, table: WordTable) -> tuple[Floats, Floats]:
    """λ by token kind for target and for source tokens, given the beads and the table that will be used."""
    meetings = _meet(source, target, beads)
    keys = table.source * len(target.vocabulary) + table.target
    place = np.minimum(np.searchsorted(keys, meetings.keys), max(len(keys) - 1, 0))
    known = keys[place] == meetings.keys if len(keys) else np.zeros(len(meetings.keys), np.bool_)
    forward = np.where(known, table.forward[place], 0.0) if len(keys) else np.zeros(len(meetings.keys))
    backward = np.where(known, table.backward[place], 0.0) if len(keys) else np.zeros(len(meetings.keys))
    sources = spread(beads.source_first, beads.source_count)
    targets = spread(beads.target_first, beads.target_count)
    source_bead = np.repeat(np.arange(len(beads.weight)), beads.source_count)
    target_bead = np.repeat(np.arange(len(beads.weight)), beads.target_count)
    source_tokens, target_tokens = np.diff(source.starts), np.diff(target.starts)
    sizes = np.bincount(source_bead, source_tokens[sources], len(beads.weight)), np.bincount(
        target_bead, target_tokens[targets], len(beads.weight)
    )
    return (
        _fit(
            target,
            spread(target.starts[targets], target_tokens[targets]),
            np.bincount(meetings.target_token, forward[meetings.pair], target_tokens[targets].sum()),
            np.repeat(target_bead, target_tokens[targets]),
            sizes[0],
            beads.weight,
        ),
        _fit(
            source,
            spread(source.starts[sources], source_tokens[sources]),
            np.bincount(meetings.source_token, backward[meetings.pair], source_tokens[sources].sum()),
            np.repeat(source_bead, source_tokens[sources]),
            sizes[1],
            beads.weight,
        ),
    )


def _fit(taker: Side, token: Ints, sums: Floats, bead: Ints, givers: Floats, weight: Floats) -> Floats:
    words = taker.ids[token]
    gain = sums / (givers[bead] + 1) / taker.probability[words]
    kinds, first = taker.kinds[words], np.array(list(FIRST_UNEXPLAINED.values()))
    share = first
    mass = np.bincount(kinds, weight[bead], len(first)) + PSEUDO_TOKENS
    for _ in range(10):
        unexplained = share[kinds] / ((1 - share[kinds]) * gain + share[kinds])
        share = (np.bincount(kinds, weight[bead] * unexplained, len(first)) + PSEUDO_TOKENS * first) / mass
        share = np.clip(share, LEAST_UNEXPLAINED, MOST_UNEXPLAINED)
    return share


def _meet(source: Side, target: Side, beads: Training) -> _Meetings:
    """Tokens are numbered in the order of the beads, since a segment may stand in several uncertain beads."""
    begins = source.starts[beads.source_first], target.starts[beads.target_first]
    sizes = (
        source.starts[beads.source_first + beads.source_count] - begins[0],
        target.starts[beads.target_first + beads.target_count] - begins[1],
    )
    offsets = np.cumsum(sizes[0]) - sizes[0], np.cumsum(sizes[1]) - sizes[1]
    repeats = np.repeat(sizes[1], sizes[0])
    given, given_number = spread(begins[0], sizes[0]), np.arange(int(sizes[0].sum()))
    bead = np.repeat(np.arange(len(sizes[0])), sizes[0])
    target_number = spread(offsets[1][bead], repeats)
    taken = spread(begins[1], sizes[1])[target_number]
    key = np.repeat(source.ids[given], repeats) * len(target.vocabulary) + target.ids[taken]
    keys, pair = np.unique(key, return_inverse=True)
    return _Meetings(np.repeat(bead, repeats), np.repeat(given_number, repeats), target_number, pair, keys)
