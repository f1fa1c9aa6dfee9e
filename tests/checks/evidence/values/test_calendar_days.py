"""Tests how the right day of the week is written in the place of a wrong one."""

from __future__ import annotations

from tmtool import languages
from tmtool.checks.evidence.values.calendar_days import written_name
from tmtool.languages.language import Language


def test_a_weekday_has_the_capital_that_its_language_or_the_one_written_has() -> None:
    french, english = languages.get("fr"), languages.get("en")

    assert written_name("2", "lundi", french) == "mardi"
    assert written_name("2", "Lundi", french) == "Mardi"
    assert written_name("2", "Monday", english) == "Tuesday"


def test_a_language_without_a_table_of_weekdays_names_none() -> None:
    assert written_name("2", "Montag", Language("de")) is None
