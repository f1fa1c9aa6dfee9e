"""Finds Spanish dates: "25 de junio de 2014", "del 1 al 5 de diciembre de 2014", "junio de 2014"; days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import dates
from tmtool.languages.finding import Reading
from tmtool.languages.tables import rows
from tmtool.model import Placeable

_DAY = r"(?:1(?:\.?[ºo°]|er)|primero|3[01]|[12][0-9]|0?[1-9])(?!\w)"
_YEAR = r"[12][0-9]{3}(?!\w)"
_FIGURE = re.compile(r"(?P<figure>[0-9]{1,2})|primero")


@cache
def months() -> dict[str, int]:
    """Returns the names of the months, with their number."""
    return {name: int(number) for name, number in rows(Path(__file__).with_name("months.tsv"))}


@cache
def weekdays() -> dict[str, str]:
    """Returns the names of the days of the week, with their ISO 8601 number."""
    return {row[0]: row[1] for row in rows(Path(__file__).with_name("weekdays.tsv"))}


@cache
def month_pattern() -> str:
    """Returns the expression of any month's name."""
    return rf"(?:{'|'.join(months())})(?!\w)"


@cache
def _weekday() -> str:
    return rf"(?:(?:{'|'.join(weekdays())}),?\s)?"


@cache
def _groups() -> re.Pattern[str]:
    joint = rf"(?:\s?[-–—‑]\s?|,?\s(?:y|e|o|u|a|al|hasta)\s(?:el\s)?)(?:día\s)?{_weekday()}"
    several = rf"{_DAY}(?:(?:,\s{_weekday()}{_DAY}){{0,12}}{joint}{_DAY})?"
    return re.compile(
        rf"(?<![\w/])(?:(?<![0-9][.,:])(?P<days>{several})\sde\s)?(?P<month>{month_pattern()})"
        rf"(?:\s(?:de|del)\s(?:año\s)?(?P<year>{_YEAR}))?"
    )


@cache
def _between() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s?[-–—‑]\s?|,?\s(?:y|e|o|u|a|al|hasta)\s|,\s)(?:(?:el|los|de|del|en|hasta)\s){{0,2}}(?:día\s)?{_weekday()}"
    )


@cache
def _weekdays() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(weekdays())})(?!\w)")


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the dates of a text."""
    if reading.words.isdisjoint(months()):
        return iter(())
    groups = dates.groups_in(reading.lower, _groups(), months(), _FIGURE)
    return dates.placeables(reading.lower, groups, _between())


def find_weekdays(reading: Reading) -> Iterator[Placeable]:
    """Yields the days of the week of a text."""
    names = weekdays()
    if not reading.words.isdisjoint(names):
        yield from dates.weekdays_in(reading.lower, _weekdays(), names)
