"""Finds Chinese dates, in which the year comes first: 2014年6月25日, 12月1日至5日, 2014年6月; days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import dates
from tmtool.languages.finding import Reading
from tmtool.languages.tables import any_word, rows, word_sets
from tmtool.languages.zh.numerals import IN_YEARS, ONES, UP_TO_TEN, han_value
from tmtool.model import Placeable, PlaceableKind, Span

_FOLDER = Path(__file__).parent
_NUMBER = rf"(?:[0-9]{{1,2}}|[{UP_TO_TEN}]{{1,3}})"
_WEEKDAYS = {row[0]: row[1] for row in rows(_FOLDER / "weekdays.tsv")}
_LONG, _SHORT = (any_word(_FOLDER, name) for name in ("week", "short-week"))
_WEEK, _NAMES = rf"(?:{_LONG}|{_SHORT})", "".join(_WEEKDAYS)
_WEEKS = tuple(f"{_LONG}|{_SHORT}".split("|"))
_JOINT = any_word(_FOLDER, "date-joint")
_COUNTED = word_sets(_FOLDER / "word_sets.tsv")["month-counted"]
_BY_FIGURES = re.compile(
    r"(?<![0-9·•])(?:(?P<year>[12][0-9]{3})年[\"“「]?)?(?P<month>1[0-2]|[1-9])[·•](?P<day>[12][0-9]|3[01]|[1-9])(?![0-9·•%万亿])"
)
"""A day that names what happened on it, by its figures alone: 9·11, 3·23运动."""
_OTHER_CALENDAR = 1500
"""Years before this are those of another calendar, whose months have names in other languages: 26 Rajab 1433."""


@cache
def _date() -> re.Pattern[str]:
    weekday = rf"(?:\s?[(,，]?\s?{_WEEK}[{_NAMES}]\)?)?"
    joint = rf"(?:\s?[日号]?{weekday}\s?(?:{_JOINT})\s?)"
    other, no_day = any_word(_FOLDER, "not-a-day"), any_word(_FOLDER, "no-day-after")
    to, no_month = any_word(_FOLDER, "to"), any_word(_FOLDER, "no-month-after")
    return re.compile(
        rf"(?<![0-9])(?:(?P<year>[12][0-9]{{3}}|[{ONES[1:3]}][{IN_YEARS}0]{{3}})\s?年\s?)?"
        rf"(?:(?P<first>{_NUMBER}(?:\s?、\s?{_NUMBER}){{0,11}})\s?(?:{to}|[、和及与/–—~～-])\s?)?"
        rf"(?P<month>{_NUMBER})\s?月(?!{no_month})(?:份)?"
        rf"(?:\s?(?P<days>{_NUMBER}(?:{joint}{_NUMBER}(?![0-9]*\s?(?:{other})))*)\s?(?:日|号)(?!{no_day}))?"
    )


def _figure(written: str) -> int | None:
    return int(written) if written.isdigit() else han_value(written.replace("0", ONES[0]))


def _joins(between: str) -> bool:
    """Tells whether this joins two dates, so that the second is of the year of the first."""
    bare = re.sub(rf"\([^)]*\)|{_WEEK}[{_NAMES}]", "", between).strip()
    return bool(re.fullmatch(rf"(?:{_JOINT}|/)?\s?", bare))


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the dates of a text; one without a year that is joined to one before takes its year."""
    yield from _by_figures(reading.text)
    if "月" not in reading.text:
        return
    before: tuple[int, int | None, int] | None = None
    for match in _date().finditer(reading.text):
        month = _figure(match["month"])
        if month is None or not 1 <= month <= 12 or (not match["days"] and not match["year"] and _is_count(match)):
            continue
        year = _figure(match["year"]) if match["year"] else None
        if year is not None and year < _OTHER_CALENDAR:
            yield Placeable(PlaceableKind.NUMBER, Span(match.start(), match.end("month") + 1), str(year))
            continue
        if year is None and before and before[1] and _joins(reading.text[before[0] : match.start()]):
            year = before[1] + (month < before[2])
        before = match.end(), year, month
        begin = match.start("month") if match["first"] and match["days"] else match.start()  # 9月8至10月5日
        if match["first"] and not match["days"]:
            yield from _months_before(match, year, month)
            begin = match.start("month")
        real = [(span, day) for span, day in _days(match) if dates.is_real(year, month, day)]
        if not real:
            yield Placeable(PlaceableKind.DATE, Span(begin, match.end()), dates.value(year, month, None))
            continue
        for place, (span, day) in enumerate(real):
            start = begin if place == 0 else span.start
            end = match.end() if place == len(real) - 1 else span.end
            yield Placeable(PlaceableKind.DATE, Span(start, end), dates.value(year, month, day))


def _by_figures(text: str) -> Iterator[Placeable]:
    """Yields the days that are named by their figures alone."""
    for named in _BY_FIGURES.finditer(text):
        year = int(named["year"]) if named["year"] else None
        that_day = int(named["month"]), int(named["day"])
        if dates.is_real(year, *that_day):
            yield Placeable(PlaceableKind.DATE, Span(*named.span()), dates.value(year, *that_day))


def _days(match: re.Match[str]) -> Iterator[tuple[Span, int]]:
    """Yields the days of a month in a match, with their places; a figure after the word for weeks is none."""
    for figure in re.finditer(_NUMBER, match["days"] or ""):
        start = match.start("days") + figure.start()
        day = None if match.string.endswith(_WEEKS, 0, start) else _figure(figure.group())
        if day is not None:
            yield Span(start, start + len(figure.group())), day


def _months_before(match: re.Match[str], year: int | None, month: int) -> Iterator[Placeable]:
    """Yields the months that are named before another one without the word for a month: 5、6月, 2014年10至12月."""
    for figure in re.finditer(_NUMBER, match["first"]):
        first = _figure(figure.group())
        if first is not None and 1 <= first <= 12:
            earlier = None if year is None else year - (first > month)
            place = match.start("first") + figure.start()
            start = match.start() if figure.start() == 0 else place
            yield Placeable(
                PlaceableKind.DATE, Span(start, place + len(figure.group())), dates.value(earlier, first, None)
            )


def _is_count(match: re.Match[str]) -> bool:
    """Tells whether a bare figure before 月 is no month: 10个月 has a counter, which the expression refuses."""
    return match.string[match.start() - 1 : match.start()] in _COUNTED


@cache
def _weekdays() -> re.Pattern[str]:
    return re.compile(rf"(?:{_LONG}|(?<=[(，日 ])(?:{_SHORT}))([{_NAMES}])(?!年)")


def find_weekdays(reading: Reading) -> Iterator[Placeable]:
    """Yields the days of the week of a text."""
    if any(week in reading.text for week in _WEEKS):
        for match in _weekdays().finditer(reading.text):
            yield Placeable(PlaceableKind.WEEKDAY, Span(*match.span()), _WEEKDAYS[match[1]])
