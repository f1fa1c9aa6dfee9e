"""A long document is aligned in windows, whose size is limited, and the beads are those of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmtool.alignment import windows
from tmtool.alignment.align import align
from tmtool.alignment.anchors import Point, heaviest_chain
from tmtool.alignment.passes import most_nodes
from tmtool.model import Bead


def word(number: int) -> str:
    """Returns one of many words that have little in common."""
    return "".join(chr(ord("a") + number * 7919 // 26**place % 26) for place in range(6))


SOURCE = [" ".join(word(10 * line + place) for place in range(6)) for line in range(90)]
TARGET = [f"{line} also." for line in SOURCE]


def make_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes windows of some thirty-five segments."""
    for name, value in {"MOST_NODES": 1_300, "RUN": 3, "LEFT": 8, "AGAIN": 6}.items():
        monkeypatch.setattr(windows, name, value)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    make_small(monkeypatch)


def groups(beads: tuple[Bead, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


def test_windows_give_the_beads_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    target = [*TARGET[:30], " ".join(TARGET[30:32]), *TARGET[32:70], "Something else altogether.", *TARGET[73:]]
    whole = groups(align(SOURCE, target))
    done: list[Point] = []
    make_small(monkeypatch)
    assert groups(align(SOURCE, target, progress=lambda *told: done.append(told))) == whole
    assert len(done) > 2
    assert all(one[0] < two[0] for one, two in pairwise(done))
    assert done[-1] == (len(SOURCE) + len(target),) * 2


@pytest.mark.usefixtures("small")
def test_what_is_left_out_is_passed_by_anchors() -> None:
    found = groups(align(SOURCE, TARGET[:20] + TARGET[70:]))
    pairs = [(n, n) for n in range(20)] + [(n, n - 50) for n in range(70, 90)]
    assert [(one, other) for one, other in found if one and other] == [((one,), (other,)) for one, other in pairs]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("label", ["{n}. ", ""])
def test_repeated_lines_of_other_counts_are_aligned_in_windows_of_limited_size(
    label: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = [label.format(n=n) + "Other matters;" for n in range(1, 101)]
    target = [label.format(n=n) + "Questions diverses ;" for n in range(1, 76)]
    sizes: list[int] = []
    whole = windows.in_windows

    def in_windows(
        size: Point, anchors: list[Point], aligned: windows.Aligned, told: windows.Progress
    ) -> tuple[Bead, ...]:
        def noted(start: Point, end: Point) -> Sequence[Bead]:
            sizes.append(most_nodes(end[0] - start[0], end[1] - start[1]))
            return aligned(start, end)

        return whole(size, anchors, noted, told)

    monkeypatch.setattr("tmtool.alignment.align.in_windows", in_windows)
    beads = align(source, target)
    assert sorted(place for bead in beads for place in bead.source) == list(range(100))
    assert sorted(place for bead in beads for place in bead.target) == list(range(75))
    assert max(sizes) <= windows.MOST_NODES
    if label:
        assert [bead for bead in beads if bead.target and bead.source != bead.target] == []


@pytest.mark.usefixtures("small")
def test_one_side_may_be_empty_however_long_the_other_is() -> None:
    assert groups(align(SOURCE * 40, [])) == [((place,), ()) for place in range(40 * 90)]


points = st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(1, 4), max_size=7)


@settings(max_examples=50)
@given(points)
def test_the_chain_of_anchors_is_the_heaviest_of_all(weights: dict[Point, float]) -> None:
    chains = [
        chain
        for size in range(len(weights) + 1)
        for chain in combinations(sorted(weights), size)
        if all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(chain))
    ]
    found = heaviest_chain(weights)
    assert tuple(found) in chains
    assert sum(weights[p] for p in found) == max(sum(weights[p] for p in chain) for chain in chains)
