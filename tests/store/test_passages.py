"""A unit is shown in its document, with the units before and after it."""

from __future__ import annotations

import pytest

from tests.filling import store, unit
from tmtool.model import Place, StoredPair
from tmtool.store.home import Home


@pytest.fixture
def home(home: Home) -> Home:
    """Gives a home of two files with the same two documents of five units each."""
    for file in ("a", "b"):
        places = [(f"{file} {document} {number}", document) for document in ("X/1", "X/2") for number in range(5)]
        store(home, [unit(f"en {name}", f"fr {name}", document) for name, document in places], path=file)
    return home


def pair(home: Home, text: str) -> StoredPair:
    return home.units.with_source([text], "en", "fr")[0]


def test_the_units_around_are_those_of_the_same_file_and_document_in_their_order(home: Home) -> None:
    before, after = home.passages.around(pair(home, "en a X/1 2"), 2, "en", "fr")
    assert [one.source for one in before] == ["en a X/1 0", "en a X/1 1"]
    assert [(one.source, one.target) for one in after] == [
        ("en a X/1 3", "fr a X/1 3"), ("en a X/1 4", "fr a X/1 4"),
    ]  # fmt: skip


def test_at_the_ends_of_a_document_there_are_fewer(home: Home) -> None:
    before, after = home.passages.around(pair(home, "en b X/2 0"), 9, "en", "fr")
    assert before == []
    assert [one.position for one in after] == [2, 3, 4, 5]


def test_the_units_of_a_document_come_in_the_order_in_which_they_are_named(home: Home) -> None:
    numbers = home.passages.numbers(Place.of(pair(home, "en b X/1 3")))
    assert [one.source for one in home.passages.units(numbers, "fr", "en")] == [f"fr b X/1 {n}" for n in range(5)]
    assert [one.position for one in home.passages.units(numbers[3:1:-1], "fr", "en")] == [4, 3]


def test_a_long_document_comes_whole(home: Home) -> None:
    store(home, [unit(f"Item {number}", f"Point {number}", "X/9") for number in range(300)], path="long")
    numbers = home.passages.numbers(Place.of(pair(home, "Item 7")))
    assert [one.target for one in home.passages.units(numbers, "en", "fr")] == [f"Point {n}" for n in range(300)]


def test_a_unit_without_text_in_a_language_has_none_there(home: Home) -> None:
    numbers = home.passages.numbers(Place.of(pair(home, "en a X/1 0")))
    assert [one.target for one in home.passages.units(numbers[:1], "en", "es")] == [""]


def test_neighbours_are_those_of_the_document(home: Home) -> None:
    assert home.passages.neighbours(pair(home, "en a X/2 0")) == (None, "en a X/2 1")
    assert home.passages.neighbours(pair(home, "en a X/2 4")) == ("en a X/2 3", None)


def test_the_heading_above_is_the_last_one_before(home: Home) -> None:
    kinds = [("One", "heading"), ("Text", ""), ("Two", "heading"), ("More", ""), ("End", "")]
    store(home, [unit(text, text.upper(), "X/1", context=kind) for text, kind in kinds], path="c")
    assert home.passages.heading_above(pair(home, "End")) == "Two"
    assert home.passages.heading_above(pair(home, "Two")) == "One"
    assert home.passages.heading_above(pair(home, "One")) == ""
    (back,) = home.units.with_source(["END"], "fr", "en")
    assert home.passages.heading_above(back) == "TWO"
