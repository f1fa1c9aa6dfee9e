"""The passes over a pair of documents: lengths first, then words as known beforehand, then words as learned.

After each pass its beads, weighted by their posteriors, give the type priors, the share of unexplained words
and (from the second on) the word table of the next one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tmtool.alignment.band import SHAPES, Band, around, diagonal
from tmtool.alignment.learning import SURE_ENOUGH, Training, first_unexplained, fit_unexplained, learn, prepare
from tmtool.alignment.lexicon import WordTable
from tmtool.alignment.scores import Priors, Scores, priors, score
from tmtool.alignment.search import Posteriors, posteriors
from tmtool.alignment.side import Floats, Side
from tmtool.alignment.wordscores import directions

LEAST_BAND, BAND_SLACK = 40, 30
WIDE_SHARE, NARROW_SHARE = 0.25, 0.12
FIRST_WORD_WEIGHT = 0.1
LEARNED_PASSES = 2


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome of a pass: what was searched with which priors, the scores and the posteriors."""

    band: Band
    prior: Priors
    scores: Scores
    posteriors: Posteriors


def search(source: Side, target: Side, prior_words: WordTable) -> Found:
    """The outcome of the last pass. Both documents have at least one segment."""
    unexplained = first_unexplained()
    table = prior_words
    found = _pass(source, target, table, unexplained, priors(), WIDE_SHARE, FIRST_WORD_WEIGHT)
    for learned in range(LEARNED_PASSES + 1):
        lesson = prepare(source, target, _training(found), prior_words)
        if learned:
            table = learn(lesson, prior_words)
        unexplained = fit_unexplained(lesson, table)
        found = _pass(source, target, table, unexplained, _priors(found), NARROW_SHARE if learned else WIDE_SHARE)
    return found


def _pass(
    source: Side,
    target: Side,
    table: WordTable,
    unexplained: tuple[Floats, Floats],
    prior: Priors,
    share: float,
    word_weight: float = 1.0,
) -> Found:
    half = max(LEAST_BAND, abs(source.segments - target.segments) + BAND_SLACK, round(share * target.segments))
    band = around(diagonal(source.segments, target.segments), half, target.segments)
    scores = score(source, target, band, directions(source, target, table, unexplained), prior, word_weight=word_weight)
    return Found(band, prior, scores, posteriors(scores.total, prior.one_sided, band))


def _training(found: Found) -> Training:
    shape, row, column = np.nonzero(found.posteriors.beads > SURE_ENOUGH)
    sizes = np.array(SHAPES)
    return Training(
        row, sizes[shape, 0], column + found.band.low[row], sizes[shape, 1], found.posteriors.beads[shape, row, column]
    )


def _priors(found: Found) -> Priors:
    return priors(
        tuple(float(beads.sum()) for beads in found.posteriors.beads),
        float(found.posteriors.sources.sum() + found.posteriors.targets.sum()),
    )
