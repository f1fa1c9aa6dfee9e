"""Runs the passes over a pair of documents: lengths first, then words as known beforehand, then words as learned.

After each pass its beads, weighted by their posteriors, give the type priors, the habits, the share of unexplained
words and (from the second on) the word table of the next one. In a long document each pass looks near the path of the
one before, the first near the diagonal; only where that does not hold is the band wide.
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
from tmtool.alignment.side import Ints, Side
from tmtool.alignment.wordscores import Direction, directions, spread

# Half the width of the band, in segments. At first around the diagonal: all of a document of an agenda's size, in long
# ones as much or a share of the target, within a limit that keeps memory linear; then a strip along the path found.
# A narrow band is a share of the target too, so that of some hundred segments not each is held against each.
LEAST_WIDE, MOST_WIDE, SLACK = 150, 400, 30
LEAST_NARROW, NARROW_SHARE = 60, 0.1
LEAST_STRIP = 40
LARGE_BAND = 400_000
WIDE_SHARE, STRIP_SHARE = 0.25, 0.03
MOST_STRIP = 60
SECOND_STRIP = 100
"""Half the width of the strip along the path that lengths alone have found."""

LOOKED_AT, PROBABLE, LEAST_PROBABLE = 20, 0.8, 0.5
"""A narrow band holds where of any so many segments in a row, of either side, this share is in beads so probable: in
documents of 15 % noise at least .65 are, where what belongs together is outside of the band next to none."""

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


@dataclass(frozen=True, slots=True)
class Taught:
    """`Taught` is what the next pass takes from one: the priors, the beads, and the path, as the first and the last
    target count of each source count. The rest of a pass needs not be kept for it."""

    prior: Priors
    beads: Training
    first: Ints
    last: Ints


def search(source: Side, target: Side, prior_words: WordTable) -> Found:
    """Returns the outcome of the last pass. Both documents have at least one segment."""
    taught = _way(source, target, prior_words)
    for learned in range(1, LEARNED_PASSES + 1):
        cooccurrences = prepare(source, target, taught.beads, prior_words)
        table = learn(cooccurrences, prior_words)
        unexplained = fit_unexplained(cooccurrences, table)
        del cooccurrences
        if learned == 1:
            half = min(max(LEAST_STRIP, round(STRIP_SHARE * target.segments)), MOST_STRIP)
            band = along(taught.first, taught.last, half, target.segments)
        heat = TEMPERATURE if learned == LEARNED_PASSES else 1.0
        words = directions(source, target, table, unexplained)
        usual = habits(source, target, taught.beads)
        found = _pass(source, target, band, words, taught.prior, usual, temperature=heat)
        if learned < LEARNED_PASSES:
            taught = _taught(found)
            del found
    return found


def _way(source: Side, target: Side, prior_words: WordTable) -> Taught:
    """Returns what the passes teach that know no more words than beforehand: of a long document in a narrow band,
    unless that does not hold."""
    wide, narrow = _wide(source, target), _narrow(source, target)
    if narrow.width < wide.width:
        strip = min(SECOND_STRIP, narrow.width // 2)
        taught = _known_words(source, target, prior_words, narrow, strip=strip)
        if _holds(taught, source, target):
            return taught
    return _known_words(source, target, prior_words, wide)


def _known_words(source: Side, target: Side, prior_words: WordTable, band: Band, strip: int | None = None) -> Taught:
    unexplained = first_unexplained(source, target)
    shapes = FIRST_SHAPES if band.sources * band.width > LARGE_BAND else len(SHAPES)
    words, usual = directions(source, target, prior_words, unexplained), habits(source, target)
    taught = _taught(_pass(source, target, band, words, priors(), usual, shapes=shapes, word_weight=FIRST_WORD_WEIGHT))
    unexplained = fit_unexplained(prepare(source, target, taught.beads, prior_words), prior_words)
    words, usual = directions(source, target, prior_words, unexplained), habits(source, target, taught.beads)
    if strip is not None:
        band = along(taught.first, taught.last, strip, target.segments)
    return _taught(_pass(source, target, band, words, taught.prior, usual, shapes=shapes))


def _holds(taught: Taught, source: Side, target: Side) -> bool:
    """Tells whether most segments everywhere in one of the documents are in a probable bead. What belongs together
    outside of the band leaves a gap in both; a gap in one is what the other does not have."""
    beads = taught.beads
    probable = beads.weight > PROBABLE
    places = (source, beads.source_first, beads.source_count), (target, beads.target_first, beads.target_count)
    for side, first, count in places:
        covered = np.zeros(side.segments)
        covered[spread(first[probable], count[probable])] = 1
        if np.convolve(covered, np.ones(LOOKED_AT) / LOOKED_AT, "valid").min() >= LEAST_PROBABLE:
            return True
    return False


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
    return _diagonal(source, target, max(LEAST_WIDE, share))


def most_nodes(sources: int, targets: int) -> int:
    """Returns how many nodes the widest band has that is searched in documents of so many segments."""
    half = max(MOST_WIDE, abs(sources - targets) + SLACK)
    return (sources + 1) * min(targets + 1, 2 * half + 1)


def _narrow(source: Side, target: Side) -> Band:
    share = round(NARROW_SHARE * target.segments)
    return _diagonal(source, target, min(max(LEAST_NARROW, share), LEAST_WIDE))


def _diagonal(source: Side, target: Side, half: int) -> Band:
    half = max(half, abs(source.segments - target.segments) + SLACK)
    return around(diagonal(source.segments, target.segments), half, target.segments)


def _taught(found: Found) -> Taught:
    return Taught(_priors(found), _training(found), *_path(found))


def _path(found: Found) -> tuple[Ints, Ints]:
    """Returns the first and the last target count that the best path has at each source count."""
    first = np.zeros(found.band.sources + 1, np.int64)
    last = first.copy()
    for step in best_path(found.scores.total, found.prior.one_sided, found.band):
        row, end = step.source + step.shape[0], step.target + step.shape[1]
        first[step.source + 1 : row + 1] = last[step.source + 1 : row] = end
        last[row] = end
    return first, last


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
