"""Tests which segments are like a query but for values."""

from __future__ import annotations

from tmtool.matching.alike import Alike
from tmtool.text.masks import placeables_of

QUERY = "The meeting of 8 June 2022"
SEGMENTS = {
    1: "The meeting of 9 July 2021",
    2: "The meeting, of 8 June 2021",
    3: "(a) The meeting of 8 June 2021.",
    4: QUERY,
}


def test_other_values_a_label_and_a_final_mark_are_no_difference_and_a_comma_is() -> None:
    alike = Alike(QUERY, SEGMENTS, "en")
    assert [alike.holds(text) for text in SEGMENTS.values()] == [True, False, True, True]


def test_those_not_known_yet_are_given_nearest_first() -> None:
    alike = Alike(QUERY, SEGMENTS, "en")
    assert list(alike.others((), 0)) == [(4, 100), (1, 50), (3, 50)]
    assert list(alike.others({4}, 0)) == [(1, 50), (3, 50)]


def test_no_more_than_the_nearest_are_looked_at() -> None:
    assert list(Alike(QUERY, SEGMENTS, "en").others({4}, 1)) == [(1, 50)]
    nearest = {**SEGMENTS, 5: "The meeting of 8 June 2021 of the meeting"}
    assert list(Alike(QUERY, nearest, "en").others({1, 4}, 1)) == []


def test_nothing_is_like_a_query_of_figures_alone() -> None:
    assert not Alike("12 345", {1: "12 346"}, "en").holds("12 346")


def test_values_are_looked_for_only_in_texts_with_what_the_query_has_beside_its_own() -> None:
    alike = Alike(
        "2000, c. 9, s. 217", {1: "2014, c. 2, s. 3", **{n: f"{n} May {n}, p. 5" for n in range(2, 32)}}, "en"
    )
    before = placeables_of.cache_info().misses
    assert [segment for segment, _ in alike.others((), 0)] == [1]
    assert placeables_of.cache_info().misses - before <= 2
