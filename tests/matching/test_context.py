"""Tests when an exact match counts as one in context."""

from __future__ import annotations

import pytest

from tmtool.matching.context import Surroundings, in_context, place_of, series, surroundings_of

HERE = Surroundings("Opening of the meeting", "Other matters", "CTOC/COP/WG.7/2028/1")


def test_both_neighbours_equal_is_context_whatever_the_document() -> None:
    assert in_context(HERE, Surroundings("Opening of the meeting", "Other matters", "A/1"))


def test_white_space_of_neighbours_does_not_matter() -> None:
    assert in_context(HERE, Surroundings("Opening  of the meeting ", "Other matters"))


def test_one_equal_neighbour_is_enough_within_a_series() -> None:
    assert in_context(HERE, Surroundings("Opening of the meeting", "Documentation", "CTOC/COP/WG.7/2027/1"))


def test_one_equal_neighbour_of_another_series_is_not_enough() -> None:
    assert not in_context(HERE, Surroundings("Opening of the meeting", "Documentation", "CTOC/COP/WG.4/2027/1"))


def test_the_start_of_a_document_counts_as_a_neighbour_next_to_an_equal_one() -> None:
    assert in_context(Surroundings(None, "Other matters"), Surroundings(None, "Other matters"))


def test_a_text_alone_has_no_context() -> None:
    assert not in_context(Surroundings(None, None), Surroundings(None, None))


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        (("table", ""), ("table", ""), True),
        (("table", ""), ("heading", ""), False),
        (("", ""), ("", ""), False),
        (("text", "Other matters"), ("text", "Other matters"), True),
        (("text", "Other matters"), ("text", "Adoption of the report"), False),
        (("text", ""), ("text", ""), False),
    ],
)
def test_the_same_item_of_the_series_is_context_whatever_its_neighbours(
    here: tuple[str, str], there: tuple[str, str], expected: bool
) -> None:
    one = Surroundings("A", "B", "CTOC/COP/WG.7/2028/1", *here)
    assert in_context(one, Surroundings("C", "D", "CTOC/COP/WG.7/2027/1", *there)) is expected
    assert not in_context(one, Surroundings("C", "D", "CTOC/COP/WG.4/2027/1", *there)), "another body's"


def test_a_segment_knows_its_neighbours_its_place_and_the_heading_above_it() -> None:
    texts = ["Other matters", "No question had been brought up.", "Annex"]
    places = [place_of(kind) for kind in ("heading", "annotation", "heading")]
    first, second, third = surroundings_of(texts, places, "X/2027/1")
    assert (first.before, first.after, first.place, first.heading) == (None, texts[1], "heading", "")
    assert (second.before, second.after, second.place, second.heading) == (texts[0], texts[2], "text", texts[0])
    assert (third.after, third.heading) == (None, "")


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("CTOC/COP/WG.7/2027/1", "CTOC/COP/WG.7"),
        ("A/RES/75/1", "A/RES"),
        ("E/CN.15/2028/8/Corr.1", "E/CN.15"),
        ("report", ""),
        ("", ""),
    ],
)
def test_the_series_is_the_symbol_up_to_year_or_session(symbol: str, expected: str) -> None:
    assert series(symbol) == expected
