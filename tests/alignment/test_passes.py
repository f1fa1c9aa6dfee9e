"""A long document is searched near the path of the pass before, and widely only where that does not hold."""

from __future__ import annotations

import pytest

from tmtool.alignment import passes
from tmtool.alignment.align import align
from tmtool.alignment.band import Band
from tmtool.alignment.search import Posteriors, posteriors
from tmtool.alignment.wordscores import Grid


def word(number: int) -> str:
    """Returns one of many words that have little in common."""
    return "".join(chr(ord("a") + number * 7919 // 26**place % 26) for place in range(6))


SOURCE = [" ".join(word(10 * line + place) for place in range(8)) for line in range(90)]
TARGET = [f"{line} also." for line in SOURCE]


@pytest.fixture
def as_if_long(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Makes documents of ninety segments long ones, and returns the widths of the bands that are searched."""
    monkeypatch.setattr(passes, "LEAST_WIDE", 12)
    monkeypatch.setattr(passes, "SECOND_STRIP", 8)
    monkeypatch.setattr(passes, "WIDE_SHARE", 1.0)
    monkeypatch.setattr(passes, "SLACK", 3)
    widths: list[int] = []

    def searched(scores: Grid, one_sided: float, band: Band, temperature: float = 1.0) -> Posteriors:
        widths.append(band.width)
        return posteriors(scores, one_sided, band, temperature)

    monkeypatch.setattr(passes, "posteriors", searched)
    return widths


def test_a_narrow_band_is_enough_where_the_documents_go_together(as_if_long: list[int]) -> None:
    beads = align(SOURCE, TARGET[:40] + TARGET[43:])
    assert [bead.source for bead in beads if not bead.target] == [(40,), (41,), (42,)]
    assert max(as_if_long[:2]) < 30


def test_a_narrow_band_is_enough_where_one_side_alone_goes_on(as_if_long: list[int]) -> None:
    beads = align(SOURCE, TARGET[:68])
    assert [bead.source for bead in beads if not bead.target] == [(line,) for line in range(68, 90)]
    assert len(as_if_long) == 2 + passes.LEARNED_PASSES


def test_where_much_is_left_out_on_both_sides_the_band_is_wide(as_if_long: list[int]) -> None:
    beads = align(SOURCE[:60] + SOURCE[85:], TARGET[:15] + TARGET[40:])
    pairs = [(bead.source[0], bead.target[0]) for bead in beads if bead.source and bead.target]
    assert pairs == [(n, n) for n in range(15)] + [(n, n - 25) for n in range(40, 60)] + [(n, n) for n in range(60, 65)]
    assert max(as_if_long) > 60


def test_some_hundred_segments_are_not_each_held_against_each(
    as_if_long: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passes, "LEAST_WIDE", 90)
    monkeypatch.setattr(passes, "LEAST_NARROW", 12)
    assert len(align(SOURCE, TARGET)) == len(SOURCE)
    assert max(as_if_long[:2]) < 30
