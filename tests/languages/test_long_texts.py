"""A text of any length is read in time that grows with its length, not with the square of it."""

from __future__ import annotations

import pytest

from tests.processor import at_most
from tmtool import languages
from tmtool.languages.fr import typography
from tmtool.languages.ru import cases
from tmtool.model import Span

LONG = {
    "days": "May " + ", ".join(str(i % 28 + 1) for i in range(20_000)),
    "paragraphs": "paragraphs " + ", ".join(str(i) for i in range(20_000)),
    "digits": "1" * 50_000,
    "groups": "1 234 " * 20_000,
    "numerals": "vingt et twenty and one hundred and " * 5_000,
    "labels": "(a) a) " * 10_000,
    "spaces": "annex" + " " * 50_000 + ":",
    "slashes": "A/" * 20_000 + "1",
    "points": "1." * 20_000,
    "hyphens": "A-" * 20_000,
    "hours": "10 heures-" * 8_000,
    "at signs": "a@" * 20_000,
    "months": "May mai " * 10_000,
    "Roman digits": "annex " + "I" * 30_000,
    "elisions": "l'" * 20_000,
    "addresses": "http://" * 8_000,
}


@pytest.mark.parametrize("kind", LONG)
@pytest.mark.parametrize("tag", languages.supported())
def test_a_long_text_is_read_in_reasonable_time(tag: str, kind: str) -> None:
    language = languages.get(tag)
    with at_most(2):
        language.placeables(LONG[kind])
        language.words(LONG[kind])


@pytest.mark.parametrize("kind", LONG)
def test_the_habit_of_a_long_text_is_known_in_reasonable_time(kind: str) -> None:
    with at_most(2):
        typography.habit([LONG[kind]])


def test_the_case_of_the_last_of_many_shares_in_a_row_is_told_in_reasonable_time() -> None:
    text = "В стране 45 процентов мужчин" + " и 35 процентов женщин" * 1500
    place = text.rindex("35")
    with at_most(2):
        assert cases.case_at(text, Span(place, place + 2)) == ""
