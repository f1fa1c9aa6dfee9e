"""Reads and checks dates by value, for languages that write day, month and year in this order.

A group is days, a month and perhaps a year: "8 and 9 September 2020" is two dates, the span of
the first one covers "8" only. A group without year takes that of the next group it is joined to:
"30 June to 2 July 2027". What is no date of the calendar (31 June) gives no date of a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tmtool.languages.finding import Reading
from tmtool.model import Placeable, PlaceableKind, Span

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@cache
def _iso_date() -> re.Pattern[str]:
    return re.compile(r"(?=[12])(?<![\w/.-])([12][0-9]{3})-(0[1-9]|1[0-2])-([0-3][0-9])(?![\w/-])")


@dataclass(slots=True)
class Group:
    """A `Group` holds day, month and year as read from a text; `month_start` is where the month's name begins."""

    start: int
    end: int
    month: int
    month_start: int
    year: int | None
    days: list[tuple[Span, int]]


def is_real(year: int | None, month: int, day: int) -> bool:
    """Tells whether the calendar has such a day; without a year 29 February is taken for real."""
    if not 1 <= month <= 12 or not 1 <= day <= _LONGEST[month - 1]:
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or (month, day) != (2, 29)


def value(year: int | None, month: int, day: int | None) -> str:
    """Returns the value of a date placeable: "2020-09-08", "2020-09", "--09-08" or "--09"."""
    head = f"{year:04}" if year is not None else "-"
    return f"{head}-{month:02}" if day is None else f"{head}-{month:02}-{day:02}"


def days_of(match: re.Match[str], figures: re.Pattern[str], group: str = "days") -> list[tuple[Span, int]]:
    """Returns the days in a group of a match, which may be missing, by the expression of one, its group `figure`; a day
    without that is the first, in a word."""
    if match[group] is None:
        return []
    found = figures.finditer(match.string, *match.span(group))
    return [(Span(*day.span()), int(day["figure"] or 1)) for day in found]


def groups_in(text: str, pattern: re.Pattern[str], months: Mapping[str, int], figures: re.Pattern[str]) -> list[Group]:
    """Returns the groups that an expression finds, whose groups are `days`, `month` (a name of `months`) and `year`."""
    return [
        Group(
            match.start(),
            match.end(),
            months[match["month"]],
            match.start("month"),
            int(match["year"]) if match["year"] else None,
            days_of(match, figures),
        )
        for match in pattern.finditer(text)
    ]


def weekdays_in(text: str, pattern: re.Pattern[str], names: Mapping[str, str]) -> Iterator[Placeable]:
    """Yields the days of the week that an expression finds, whose first group is one of the `names`, in any case."""
    for match in pattern.finditer(text):
        yield Placeable(PlaceableKind.WEEKDAY, Span(*match.span()), names[match[1].lower()])


def placeables(text: str, groups: list[Group], between: re.Pattern[str]) -> Iterator[Placeable]:
    """Yields the dates of the groups found in a text, in the order of the text."""
    for earlier, later in reversed(list(pairwise(groups))):
        if earlier.year is None and later.year is not None and between.fullmatch(text, earlier.end, later.start):
            # "30 December to 2 January 2028" begins in the year before.
            earlier.year = later.year - (earlier.month > later.month)
    for group in groups:
        real = [(span, day) for span, day in group.days if is_real(group.year, group.month, day)]
        for i, (span, day) in enumerate(real):
            closes = i == len(real) - 1 and (span, day) == group.days[-1]
            covered = Span(span.start, group.end) if closes else span
            yield Placeable(PlaceableKind.DATE, covered, value(group.year, group.month, day))
        if not real or real[-1] != group.days[-1]:
            rest = Span(group.month_start, group.end)
            yield Placeable(PlaceableKind.DATE, rest, value(group.year, group.month, None))


@cache
def _world_time() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,:])([01][0-9]|2[0-4]):?([0-5][0-9])\s?(?:Z|GMT|UTC)(?!\w)")


def world_times(reading: Reading) -> Iterator[Placeable]:
    """Yields times of day by the clock of the whole world, in any language: 2359Z."""
    if reading.has_digits:
        for match in _world_time().finditer(reading.text):
            value = f"{int(match[1]) % 24:02}:{match[2]}"
            yield Placeable(PlaceableKind.TIME, Span(*match.span()), value)


def iso_dates(reading: Reading) -> Iterator[Placeable]:
    """Yields dates written as ISO 8601 has it, in any language: 2020-09-08."""
    if not reading.has_digits or "-" not in reading.text:
        return
    for match in _iso_date().finditer(reading.text):
        year, month, day = (int(part) for part in match.groups())
        if is_real(year, month, day):
            yield Placeable(PlaceableKind.DATE, Span(*match.span()), match.group())
