"""Tests laws that hold for every text and every number, date and time."""

from __future__ import annotations

import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.languages import naming
from tmtool import languages
from tmtool.model import Placeable, PlaceableKind

TAGS = languages.supported()

PIECES = st.sampled_from(
    [
        "1",
        "2",
        "10",
        "31",
        "100",
        "1,200",
        "2015",
        "2,4",
        "12.500",
        "8e",
        "7364e",
        "1er",
        "21st",
        "May",
        "may",
        "mars",
        "septembre",
        "September",
        ",",
        ";",
        ":",
        ".",
        "-",
        "–",
        "/",
        "(",
        ")",
        "a)",
        "(a)",
        "iv)",
        "II",
        "IV",
        "premier",
        "item",
        "items",
        "point",
        "points",
        "no",
        "nos",
        "No.",
        "n°",
        "paras.",
        "par.",
        "article",
        "résolution",
        "resolution",
        "A/RES/75/1",
        "Add.1",
        "%",
        "pour",
        "cent",
        "per",
        "million",
        "milliards",
        "de",
        "du",
        "au",
        "à",
        "et",
        "and",
        "to",
        "from",
        "heures",
        "h",
        "a.m.",
        "p.m.",
        "noon",
        "midi",
        "twenty",
        "vingt",
        "un",
        "une",
        "cents",
        "mille",
        "first",
        "septième",
        "quatre",
        "hundred",
        "thousand",
        "«",
        "»",
        "'",
        "’",
        "%",
        "\xa0",
        "\u202f",
        "İ",
        "ß",
        "lundi",
        "Tuesday",
        "1^{er}",
        "années",
        "90",
        "bis",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
)


@pytest.mark.parametrize("tag", TAGS)
@given(text=TEXTS)
def test_placeables_are_sorted_and_never_overlap(tag: str, text: str) -> None:
    found = languages.get(tag).placeables(text)
    ends = [0, *(placeable.span.end for placeable in found)]
    for before, placeable in zip(ends, found, strict=False):
        assert before <= placeable.span.start < placeable.span.end <= len(text)
        assert placeable.value
        assert placeable.span.of(text).strip() == placeable.span.of(text)


@pytest.mark.parametrize("tag", TAGS)
@given(text=TEXTS)
def test_a_full_date_is_a_day_of_the_calendar(tag: str, text: str) -> None:
    for placeable in languages.get(tag).placeables(text):
        if placeable.kind == PlaceableKind.DATE and len(placeable.value) == len("2020-09-08"):
            datetime.date.fromisoformat(placeable.value)
        if placeable.kind == PlaceableKind.TIME:
            datetime.time.fromisoformat(placeable.value)


@pytest.mark.parametrize("tag", TAGS)
@given(text=TEXTS)
def test_words_are_sorted_and_hold_no_space(tag: str, text: str) -> None:
    end = 0
    for span in languages.get(tag).words(text):
        assert end <= span.start < span.end <= len(text)
        assert not any(character.isspace() for character in span.of(text))
        end = span.end


def only(tag: str, text: str) -> Placeable:
    found = languages.get(tag).placeables(text)
    assert len(found) == 1, (text, found)
    assert found[0].span.of(text) == text
    return found[0]


@pytest.mark.parametrize(("tag", "name"), [("en", naming.english), ("fr", naming.french)], ids=["English", "French"])
def test_every_number_to_9999_is_read_from_its_name(tag: str, name: object) -> None:
    assert callable(name)
    for number in range(10_000):
        if number == 1:
            continue  # "one" and "un" alone are no numbers
        text = f"{name(number)} migrants"
        (placeable,) = languages.get(tag).placeables(text)
        found = (placeable.kind, placeable.value, placeable.span.of(text))
        assert found == ("number", str(number), name(number))


@pytest.mark.parametrize(
    ("tag", "name"), [("en", naming.english_ordinal), ("fr", naming.french_ordinal)], ids=["English", "French"]
)
def test_every_ordinal_to_9999_is_read_from_its_name(tag: str, name: object) -> None:
    assert callable(name)
    for number in range(2, 10_000):
        placeable = only(tag, name(number))
        assert (placeable.kind, placeable.value) == ("ordinal", str(number)), name(number)


@given(number=st.integers(min_value=2, max_value=10**12))
def test_thousands_are_read_alike_with_commas_and_with_spaces(number: int) -> None:
    grouped = f"{number:,}"
    assert only("en", grouped).value == str(number)
    for space in (" ", "\u00a0", "\u202f"):
        assert only("fr", grouped.replace(",", space)).value == str(number)


ENGLISH_MONTHS = tuple(calendar.month_name)[1:]
FRENCH_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


@given(day=st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31)))
def test_every_day_is_read_from_its_date(day: datetime.date) -> None:
    english = f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"
    french = f"{'1er' if day.day == 1 else day.day} {FRENCH_MONTHS[day.month - 1]} {day.year}"
    assert only("en", english).value == day.isoformat()
    assert only("fr", french).value == day.isoformat()


@given(time=st.times())
def test_every_minute_is_read_from_its_time(time: datetime.time) -> None:
    half = "a.m." if time.hour < 12 else "p.m."
    english = f"{time.hour % 12 or 12}" + (f".{time.minute:02}" if time.minute else "") + f" {half}"
    french = f"{time.hour} heures" if not time.minute else f"{time.hour} h {time.minute}"
    assert only("en", english).value == f"{time:%H:%M}"
    assert only("fr", french).value == f"{time:%H:%M}"


def test_nothing_goes_on_across_the_border_of_two_cells() -> None:
    found = languages.get("fr").placeables("10 heures-13 heures\t5 (suite)")

    assert [(one.kind, one.value) for one in found] == [
        (PlaceableKind.TIME, "10:00"),
        (PlaceableKind.TIME, "13:00"),
        (PlaceableKind.NUMBER, "5"),
    ]
