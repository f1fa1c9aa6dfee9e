"""Finds German dates: "12. März 2027", "1. bis 5. Dezember 2014", "im Juni 2014", "12.3.2027"; days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import dates
from tmtool.languages.finding import Reading
from tmtool.languages.tables import rows
from tmtool.model import Placeable, PlaceableKind, Span

_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])\."
_YEAR = r"[12][0-9]{3}(?!\w)"
_FIGURE = re.compile(r"(?P<figure>[0-9]{1,2})")
_IN_FIGURES = re.compile(
    r"(?<![\w.])(?P<day>3[01]|[12][0-9]|0?[1-9])\.\s?(?P<month>1[0-2]|0?[1-9])\.\s?(?P<year>[12][0-9]{3})(?![\w.]\w)"
)


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
    """Returns the expression of any month's name, with the ending of its genitive."""
    return rf"(?:{'|'.join(months())})(?!\w)"


@cache
def _weekday() -> str:
    return rf"(?:(?:{'|'.join(weekdays())}),?\s(?:(?:den|dem|der)\s)?)?"


@cache
def _groups() -> re.Pattern[str]:
    joint = rf"(?:\s?[-–—‑]\s?|,?\s(?:und|oder|bis(?:\szum)?)\s){_weekday()}"
    several = rf"{_DAY}(?:(?:,\s{_weekday()}{_DAY}){{0,12}}{joint}{_DAY})?"
    return re.compile(
        rf"(?<![\w/])(?:(?<![0-9][.,:])(?P<days>{several})\s?)?(?P<month>{month_pattern()})"
        rf"(?:,?\s(?:des\sjahres\s)?(?P<year>{_YEAR}))?"
    )


@cache
def _between() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s?[-–—‑/]\s?|,?\s(?:und|oder|bis(?:\szum)?)\s|,\s)(?:(?:vom|zum|am|im|den|dem)\s){{0,2}}{_weekday()}"
    )


@cache
def _weekdays() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(weekdays())})(?:s|e|en|abend|nachmittag|morgen|vormittag|nacht)?(?!\w)")


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the dates of a text."""
    if reading.has_digits:
        for match in _IN_FIGURES.finditer(reading.text):
            year, month, day = (int(match[part]) for part in ("year", "month", "day"))
            if dates.is_real(year, month, day):
                yield Placeable(PlaceableKind.DATE, Span(*match.span()), dates.value(year, month, day))
    if not reading.words.isdisjoint(months()):
        groups = dates.groups_in(reading.lower, _groups(), months(), _FIGURE)
        yield from dates.placeables(reading.lower, groups, _between())


def find_weekdays(reading: Reading) -> Iterator[Placeable]:
    """Yields the days of the week of a text."""
    names = weekdays()
    if any(name in reading.lower for name in names):
        yield from dates.weekdays_in(reading.lower, _weekdays(), names)
