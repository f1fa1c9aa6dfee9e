"""Says what is usual in this pair of documents: which beginnings and end marks go together, and how long a translation
is.

French opens a speech with a dash where English has a quotation mark, a statute ends its items without the semicolon of
the other language: what the beads found so far show is weighed with what is usual everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np

from tmtool.alignment.learning import Training
from tmtool.alignment.side import END_MARKS, FIRST_DISTINCTIVE_END, FIRST_SENTENCE_END, Floats, Ints, Side
from tmtool.alignment.tokens import Start

LOWER_ON_ONE_SIDE = -0.7
SAME_END, SAME_DISTINCTIVE_END, OTHER_END = 0.25, 0.8, -0.6
# A sentence on one side only: a heading is seldom translated by one.
ENDED_ON_ONE_SIDE = -2.0
PSEUDO_BEADS = 30.0
PSEUDO_LENGTH = 500.0
UNSEEN = 0.5
LAST_SENTENCE_END = END_MARKS.index("!")


@dataclass(frozen=True, slots=True)
class Habits:
    """`Habits` are log-likelihood ratios of a source with a target beginning (`tokens.Start`), of a source with a
    target end mark (places in `side.END_MARKS`), and how many target characters a source character takes."""

    starts: Floats
    ends: Floats
    ratio: float


def habits(source: Side, target: Side, beads: Training | None = None) -> Habits:
    """Returns the habits that the beads show; without any those of everywhere."""
    ratio = _ratio(source, target)
    if beads is None:
        return Habits(
            _ratios(source.start, target.start, _usual_starts()), _ratios(source.end, target.end, _usual_ends()), ratio
        )
    first, other_first = beads.source_first, beads.target_first
    last, other_last = first + beads.source_count - 1, other_first + beads.target_count - 1
    length, other_length = _length(source, first, last), _length(target, other_first, other_last)
    starts = (source.start[first], target.start[other_first], beads.weight)
    ends = (source.end[last], target.end[other_last], beads.weight)
    return Habits(
        _ratios(source.start, target.start, _usual_starts(), starts),
        _ratios(source.end, target.end, _usual_ends(), ends),
        float((beads.weight @ other_length + PSEUDO_LENGTH * ratio) / (beads.weight @ length + PSEUDO_LENGTH)),
    )


def _ratio(source: Side, target: Side) -> float:
    """Returns the ratio of all the text, or of a segment in the mean: where a side has far more text than the other, of
    a segment."""
    whole = float(target.length.sum() / source.length.sum())
    segment = float(target.length.mean() / source.length.mean())
    return min(whole, segment, key=lambda ratio: abs(log(ratio)))


def _length(side: Side, first: Ints, last: Ints) -> Floats:
    sums = np.concatenate([[0.0], np.cumsum(side.length)])
    result: Floats = sums[last + 1] - sums[first]
    return result


def _usual_starts() -> Floats:
    lower = np.arange(len(Start)) == Start.LOWER
    return np.where(lower[:, None] != lower[None], LOWER_ON_ONE_SIDE, 0.0)


def _usual_ends() -> Floats:
    marks = np.arange(len(END_MARKS))
    same = np.where(marks >= FIRST_DISTINCTIVE_END, SAME_DISTINCTIVE_END, SAME_END)
    ended = (marks >= FIRST_SENTENCE_END) & (marks <= LAST_SENTENCE_END)
    other = np.where(ended[:, None] != ended[None], ENDED_ON_ONE_SIDE, OTHER_END)
    return np.where(marks[:, None] == marks[None], same[:, None], other)


def _ratios(first: Ints, second: Ints, usual: Floats, seen: tuple[Ints, Ints, Floats] | None = None) -> Floats:
    """Returns the log ratio of meeting in a bead to meeting by chance. `usual` weighs as much as `PSEUDO_BEADS` beads,
    `seen` are the values at the beads and the weights of these."""
    chance = _rates(first, len(usual))[:, None] * _rates(second, len(usual))[None]
    meeting: Floats = chance * np.exp(usual)
    counts: Floats = PSEUDO_BEADS / float(meeting.sum()) * meeting
    if seen is not None:
        np.add.at(counts, seen[:2], seen[2])
    result: Floats = np.log(counts / counts.sum() / chance)
    return result


def _rates(values: Ints, kinds: int) -> Floats:
    counts = np.bincount(values, minlength=kinds).astype(np.float64)
    return (counts + UNSEEN) / (len(values) + UNSEEN * kinds)
