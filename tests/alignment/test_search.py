"""The lattice search gives what all paths written out give."""

from collections.abc import Iterator
from itertools import pairwise
from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.alignment.band import SHAPES, around, diagonal
from tmtool.alignment.search import Step, best_path, posteriors

ONE_SIDED = log(0.1)


def all_paths(sources: int, targets: int, source: int = 0, target: int = 0) -> Iterator[tuple[Step, ...]]:
    if (source, target) == (sources, targets):
        yield ()
    for shape in (*SHAPES, (1, 0), (0, 1)):
        if source + shape[0] <= sources and target + shape[1] <= targets:
            for rest in all_paths(sources, targets, source + shape[0], target + shape[1]):
                yield (Step(source, target, shape), *rest)


def each_once(sources: int, targets: int) -> list[tuple[Step, ...]]:
    """Returns the paths in which no source segment alone follows a target segment alone: one for each set of beads."""
    return [
        path
        for path in all_paths(sources, targets)
        if not any(one.shape == (0, 1) and two.shape == (1, 0) for one, two in pairwise(path))
    ]


def value(path: tuple[Step, ...], scores: np.ndarray) -> float:
    return sum(
        float(scores[SHAPES.index(step.shape), step.source, step.target]) if step.shape in SHAPES else ONE_SIDED
        for step in path
    )


lattices = st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(0, 2**16))


def random_scores(sources: int, targets: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(-2, 2, (len(SHAPES), sources + 1, targets + 1)).astype(np.float32)


@given(lattices)
def test_the_best_path_is_the_best_of_all_paths(lattice: tuple[int, int, int]) -> None:
    sources, targets, seed = lattice
    scores = random_scores(sources, targets, seed)
    band = around(diagonal(sources, targets), 40, targets)
    best = max(value(path, scores) for path in all_paths(sources, targets))
    assert value(best_path(scores, ONE_SIDED, band), scores) == pytest.approx(best, abs=1e-4)


@given(lattices)
def test_a_posterior_is_the_share_of_all_alignments_that_have_the_bead(lattice: tuple[int, int, int]) -> None:
    sources, targets, seed = lattice
    scores = random_scores(sources, targets, seed)
    found = posteriors(scores, ONE_SIDED, around(diagonal(sources, targets), 40, targets))
    weights = {path: exp(value(path, scores)) for path in each_once(sources, targets)}
    whole = sum(weights.values())
    share = sum(weight for path, weight in weights.items() if Step(0, 0, (1, 1)) in path) / whole
    alone = sum(weight for path, weight in weights.items() if any(s.source == 0 and s.shape == (1, 0) for s in path))
    assert found.beads[0, 0, 0] == pytest.approx(share, abs=1e-4)
    assert found.sources[0].sum() == pytest.approx(alone / whole, abs=1e-4)
    untold = sum(weight for path, weight in weights.items() if any(s.target == 0 and s.shape == (0, 1) for s in path))
    assert found.targets[:, 0].sum() == pytest.approx(untold / whole, abs=1e-4)


def test_a_narrow_band_keeps_both_corners() -> None:
    band = around(diagonal(100, 30), 2, 30)
    assert band.low[0] == 0
    assert band.low[100] + band.width - 1 == 30
    steps = best_path(np.full((len(SHAPES), 101, band.width), -50, np.float32), ONE_SIDED, band)
    assert sum(step.shape[0] for step in steps) == 100
    assert sum(step.shape[1] for step in steps) == 30
