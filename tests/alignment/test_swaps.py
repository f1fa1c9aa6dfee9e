"""Segments that the translation has in another order are paired after the monotone path was found."""

from __future__ import annotations

import numpy as np

from tmtool.alignment.band import SHAPES, Band
from tmtool.alignment.passes import Found
from tmtool.alignment.scores import Scores, priors
from tmtool.alignment.search import Posteriors
from tmtool.alignment.swaps import Draft, mend

TOGETHER = SHAPES.index((2, 2))


def found(fits: list[list[float]]) -> Found:
    """Returns the outcome of a pass over three source segments in which each fits two targets so well."""
    total = np.full((len(SHAPES), 4, 3), -np.inf, np.float32)
    total[0, :3, :2] = fits
    total[TOGETHER] = -5
    nothing = np.zeros((4, 3))
    band = Band(np.zeros(4, np.int64), 3, 3, 2)
    return Found(band, priors(), Scores(total, np.zeros_like(total)), Posteriors(total, nothing, nothing))


def groups(fits: list[list[float]]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    path = [Draft((0, 1), (0, 1), 0.9, 1.0), Draft((2,), (), 0.9, 0.0)]
    return [(bead.source, bead.target) for bead in mend(path, found(fits), fitted=True)]


def test_two_with_two_are_paired_crosswise_where_that_fits_clearly_better() -> None:
    assert groups([[-9, 6], [6, -9], [-9, -9]]) == [((0,), (1,)), ((1,), (0,)), ((2,), ())]
    assert groups([[-9, -3], [6, -9], [-9, -9]]) == [((0, 1), (0, 1)), ((2,), ())]


def test_a_segment_left_alone_near_by_takes_the_target_that_it_fits_clearly_better() -> None:
    assert groups([[-9, 2], [6, -9], [-9, 8]]) == [((0,), ()), ((1,), (0,)), ((2,), (1,))]
    assert groups([[-9, 6], [6, -9], [-9, 8]]) == [((0,), (1,)), ((1,), (0,)), ((2,), ())]
