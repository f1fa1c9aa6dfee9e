"""Runs the passes over a pair of documents: lengths first, then words as known beforehand, then words as learned.

After each pass its beads, weighted by their posteriors, give the type priors, the habits, the share of unexplained
words and (from the second on) the word table of the next one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tmtool.alignment.band import FIRST_SHAPES, SHAPES, Band, along, around, diagonal
from tmtool.alignment.habits import Habits, habits
from tmtool.alignment.learning import SURE_ENOUGH, Training, first_unexplained, fit_unexplained, learn, prepare
from tmtool.alignment.lexicon import WordTable
from tmtool.alignment.scores import Priors, Scores, priors, score
from tmtool.alignment.search import Posteriors, best_path, posteriors
from tmtool.alignment.side import Side
from tmtool.alignment.wordscores import Direction, directions

# Half the width of the band, in segments. At first around the diagonal: all of a document of an agenda's size, in
# long ones a share of the target within a limit that keeps memory linear; then a strip along the path found.
LEAST_WIDE, MOST_WIDE, SLACK = 150, 400, 30
LEAST_STRIP = 40
LARGE_BAND = 400_000
WIDE_SHARE, STRIP_SHARE = 0.25, 0.03
FIRST_WORD_WEIGHT = 0.1
LEARNED_PASSES = 2

# The table is learned from the very beads that it then scores, so the last scores claim too much: they are
# divided by this before posteriors are taken. Fitted on one half of the gold documents.
TEMPERATURE = 1.3


@dataclass(frozen=True, slots=True)
class Found:
    """`Found` is the outcome of a pass: what was searched with which priors, the scores and the posteriors."""

    band: Band
    prior: Priors
    scores: Scores
    posteriors: Posteriors


def search(source: Side, target: Side, prior_words: WordTable) -> Found:
    """Returns the outcome of the last pass. Both documents have at least one segment."""
    unexplained = first_unexplained(source, target)
    table = prior_words
    band, words = _wide(source, target), directions(source, target, table, unexplained)
    usual = habits(source, target)
    first_shapes = FIRST_SHAPES if band.sources * band.width > LARGE_BAND else len(SHAPES)
    found = _pass(source, target, band, words, priors(), usual, shapes=first_shapes, word_weight=FIRST_WORD_WEIGHT)
    for learned in range(LEARNED_PASSES + 1):
        beads = _training(found)
        cooccurrences = prepare(source, target, beads, prior_words)
        if learned:
            table = learn(cooccurrences, prior_words)
        unexplained = fit_unexplained(cooccurrences, table)
        if learned == 1:
            band = _strip(found)
        shapes = len(SHAPES) if learned else first_shapes
        heat = TEMPERATURE if learned == LEARNED_PASSES else 1.0
        words = directions(source, target, table, unexplained)
        usual = habits(source, target, beads)
        found = _pass(source, target, band, words, _priors(found), usual, shapes=shapes, temperature=heat)
    return found


def _pass(
    source: Side,
    target: Side,
    band: Band,
    words: tuple[Direction, Direction],
    prior: Priors,
    usual: Habits,
    *,
    shapes: int = len(SHAPES),
    word_weight: float = 1.0,
    temperature: float = 1.0,
) -> Found:
    scores = score(source, target, band, words, prior, usual, shapes=shapes, word_weight=word_weight)
    return Found(band, prior, scores, posteriors(scores.total, prior.one_sided, band, temperature))


def _wide(source: Side, target: Side) -> Band:
    share = min(round(WIDE_SHARE * target.segments), MOST_WIDE)
    half = max(LEAST_WIDE, abs(source.segments - target.segments) + SLACK, share)
    return around(diagonal(source.segments, target.segments), half, target.segments)


def _strip(found: Found) -> Band:
    """Returns the band along the best path of a pass."""
    first = np.zeros(found.band.sources + 1, np.int64)
    last = first.copy()
    for step in best_path(found.scores.total, found.prior.one_sided, found.band):
        row, end = step.source + step.shape[0], step.target + step.shape[1]
        first[step.source + 1 : row + 1] = last[step.source + 1 : row] = end
        last[row] = end
    return along(first, last, max(LEAST_STRIP, round(STRIP_SHARE * found.band.targets)), found.band.targets)


def _training(found: Found) -> Training:
    shape, row, column = np.nonzero(found.posteriors.beads > SURE_ENOUGH)
    sizes = np.array(SHAPES)
    weight = found.posteriors.beads[shape, row, column].astype(np.float64)
    return Training(row, sizes[shape, 0], column + found.band.low[row], sizes[shape, 1], weight)


def _priors(found: Found) -> Priors:
    return priors(
        tuple(float(beads.sum()) for beads in found.posteriors.beads),
        float(found.posteriors.sources.sum() + found.posteriors.targets.sum()),
    )
