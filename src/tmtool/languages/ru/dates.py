"""Finds Russian dates: "25 июня 2014 года", "1-5 декабря 2014 года", "в июне 2014 года"; days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import dates
from tmtool.languages.finding import Reading
from tmtool.languages.tables import rows
from tmtool.model import Placeable, PlaceableKind, Span

_FOLDER = Path(__file__).parent
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:-?го)?(?!\w)"
_YEAR = r"[12][0-9]{3}(?!\w)"
_FIGURE = re.compile(r"(?P<figure>[0-9]{1,2})")


@cache
def month_rows() -> tuple[tuple[str, str, tuple[str, ...], int], ...]:
    """Returns nominative, genitive, other cases and number of the months."""
    table = rows(_FOLDER / "months.tsv")
    return tuple((name, genitive, tuple(others.split()), int(number)) for name, genitive, others, number in table)


@cache
def months() -> dict[str, int]:
    """Returns the names of the months in all cases, with their number."""
    return {form: number for name, genitive, others, number in month_rows() for form in (name, genitive, *others)}


@cache
def adjectives() -> dict[str, int]:
    """Returns the adjectives made of the names of the months, with their number: "октябрьские события"."""
    endings = ["ий", "ая", "ое", "ие", "ого", "ой", "ому", "ую", "им", "их", "ими", "ом"]
    return {f"{stem}{end}": int(number) for stem, number in rows(_FOLDER / "month_adjectives.tsv") for end in endings}


@cache
def weekdays() -> dict[str, str]:
    """Returns the names of the days of the week in all cases, with their ISO 8601 number."""
    return {form: number for forms, number in rows(_FOLDER / "weekdays.tsv") for form in forms.split()}


@cache
def month_pattern() -> str:
    """Returns the expression of any month's name in any case."""
    return rf"(?:{'|'.join(sorted(months(), key=len, reverse=True))})(?!\w)"


@cache
def _groups() -> re.Pattern[str]:
    weekday = rf"(?:(?:{'|'.join(weekdays())}),?\s)?"
    joint = rf"(?:\s?(?:[-–—‑]|--)\s?|,?\s(?:и|или|по|до)\s){weekday}"
    several = rf"{_DAY}(?:(?:,\s{weekday}{_DAY}){{0,12}}{joint}{_DAY})?"
    return re.compile(
        rf"(?<![\w/])(?:(?<![0-9][.,:])(?P<days>{several})\s)?(?P<month>{month_pattern()})"
        rf"(?:(?:\sмесяца)?,?\s(?P<year>{_YEAR})(?:\s(?:года?|году|годом|гг?\.))?)?"
    )


@cache
def _between() -> re.Pattern[str]:
    weekday = rf"(?:(?:{'|'.join(weekdays())}),?\s)?"
    return re.compile(rf"(?:\s?(?:[-–—‑]|--)\s?|,?\s(?:и|или|по|до|а также)\s(?:в\s|с\s|во\s)?|,\s(?:в\s)?){weekday}")


@cache
def _weekdays() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(sorted(weekdays(), key=len, reverse=True))})(?!\w)")


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the dates of a text."""
    if not reading.words.isdisjoint(months()):
        groups = dates.groups_in(reading.lower, _groups(), months(), _FIGURE)
        yield from dates.placeables(reading.lower, groups, _between())


def find_adjectives(reading: Reading) -> Iterator[Placeable]:
    """Yields the months that a text names by an adjective."""
    for word in reading.words & adjectives().keys():
        for match in re.finditer(rf"(?<!\w){word}(?!\w)", reading.lower):
            yield Placeable(PlaceableKind.DATE, Span(*match.span()), dates.value(None, adjectives()[word], None))


def find_weekdays(reading: Reading) -> Iterator[Placeable]:
    """Yields the days of the week of a text; среде is also the environment, and counts only after "в"."""
    names = weekdays()
    if reading.words.isdisjoint(names):
        return
    for match in _weekdays().finditer(reading.lower):
        if names[match[1]] != "3" or (match[1] in ("среду", "среда") and _is_day(reading.lower, match)):
            yield Placeable(PlaceableKind.WEEKDAY, Span(*match.span()), names[match[1]])


def _is_day(lower: str, match: re.Match[str]) -> bool:
    return lower.startswith(",", match.end()) and (match.start() == 0 or lower.endswith("в ", 0, match.start()))
