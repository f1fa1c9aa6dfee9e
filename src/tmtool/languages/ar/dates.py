"""Finds Arabic dates, whose months have a Levantine and a Gregorian name: "25 حزيران/يونيه 2014"; days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import dates
from tmtool.languages.ar.letters import TABLE, bare
from tmtool.languages.dates import Group
from tmtool.languages.finding import Reading
from tmtool.languages.folded import folded
from tmtool.languages.tables import any_word, rows
from tmtool.model import Placeable, PlaceableKind, Span

_FIGURE = re.compile(r"(?P<figure>[0-9]{1,2})")
_DOUBTFUL = frozenset({"اب", "مارس", "ماي"})
"""Names that are words, too: they count with a day, a year, their other name or a word of time before them."""
_IN_TIME = re.compile(rf"(?<!\w)(?:{any_word(Path(__file__).parent, 'in-time')})\s$")


@cache
def _names() -> tuple[dict[str, int], dict[str, int]]:
    """Returns the folded names of the months, Levantine and Gregorian, with their number."""
    levantine, gregorian = {}, {}
    for number, first, second, others in rows(Path(__file__).with_name("double_months.tsv")):
        levantine[bare(first)] = int(number)
        gregorian.update(dict.fromkeys(map(bare, (second, *others.strip("-").split())), int(number)))
    return levantine, gregorian


@cache
def month_pattern() -> str:
    """Returns the expression of a month, by one of its names or both."""
    levantine, gregorian = ("|".join(sorted(names, key=len, reverse=True)) for names in _names())
    return rf"(?:(?P<first>{levantine})(?!\w)(?:\s?/\s?(?P<second>{gregorian})(?!\w))?|(?P<alone>{gregorian})(?!\w))"


@cache
def _groups() -> re.Pattern[str]:
    day = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
    joint = r"\s?(?:[-–—]|الي|و|حتي|،)\s?(?:يوم\s)?"
    several = rf"{day}(?:{joint}{day}){{0,12}}"
    return re.compile(
        rf"(?:(?<![\w/.,:])|(?<=\b[وبلف]))(?:(?P<days>{several})\s?(?:من\s)?)?(?<![ء-ي]{{2}}){month_pattern()}"
        r"(?:\s?(?:من\s)?(?:عام\s)?(?P<year>[12][0-9]{3})(?![0-9]))?"
    )


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"\s?(?:[-–—]|الي|حتي|وحتي|و|،)\s?(?:غايه\s|في\s|من\s|يوم\s)?")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(month_pattern())


@cache
def _weekdays() -> dict[str, str]:
    return {bare(name): number for name, number in rows(Path(__file__).with_name("weekdays.tsv"))}


@cache
def _weekday() -> re.Pattern[str]:
    names = "|".join(_weekdays())
    return re.compile(rf"(?:(?<=يوم )(?:{names})|(?<!\w)(?:{names})(?=\s?،?\s[0-9]))(?!\w)")


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the dates of a text."""
    return dates.placeables(reading.text, list(_read(reading.text)), _between())


def find_weekdays(reading: Reading) -> Iterator[Placeable]:
    """Yields the days of the week of a text."""
    for match in _weekday().finditer(reading.text):
        yield Placeable(PlaceableKind.WEEKDAY, Span(*match.span()), _weekdays()[match.group()])


def _read(text: str) -> Iterator[Group]:
    levantine, gregorian = _names()
    for match in _groups().finditer(text):
        name = match["second"] or match["alone"]
        month = gregorian[name] if name else levantine[match["first"]]
        bare_name = not match["second"] and not match["days"] and not match["year"]
        doubtful = bare_name and (match["alone"] or match["first"]) in _DOUBTFUL
        if doubtful and not _IN_TIME.search(text, 0, match.start()):
            continue
        start = match.start("first") if match["first"] else match.start("alone")
        year = int(match["year"]) if match["year"] else None
        yield Group(match.start(), match.end(), month, start, year, dates.days_of(match, _FIGURE))


def unlike_names(text: str) -> Iterator[tuple[Span, str]]:
    """Yields the second names of months of which the first is that of another one, with what that says."""
    levantine, gregorian = _names()
    names = {int(number): second for number, _, second, _ in rows(Path(__file__).with_name("double_months.tsv"))}
    bare_text = folded(text, TABLE)
    for match in _alone().finditer(bare_text.text):
        if match["second"] and levantine[match["first"]] != gregorian[match["second"]]:
            second = Span(*match.span("second"))
            yield bare_text.span(second), names[levantine[match["first"]]]
