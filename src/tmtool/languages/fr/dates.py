"""Finds French dates: "8 septembre 2020", "les 8 et 9 septembre", "du 30 juin au 2 juillet 2027", "le 1er mai",
weekdays in full and cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import dates
from tmtool.languages.dates import Group
from tmtool.languages.finding import Reading
from tmtool.languages.tables import rows
from tmtool.model import Placeable

_DAY = r"(?:1\s?(?:er|\^\{er\}|ᵉʳ)|premier|3[01]|[12][0-9]|0?[1-9])(?![\w])"
_YEAR = r"[12][0-9]{3}(?![\w])"
_ARTICLE = r"(?:(?:du|le|les|au|aux)\s)?"
_JOINT = rf"(?:\s?[-–—‑]\s?|,?\s(?:et|ou|au|à)\s){_ARTICLE}"
_BEGINNING = re.compile(r"(?<=[0-9]\s)A(?=u\s[0-9])")
_FIGURE = re.compile(r"(?P<figure>[0-9]{1,2})(?:\s?(?:er|\^\{er\}|ᵉʳ)(?!\w))?|premier")


@cache
def months() -> dict[str, tuple[int, str]]:
    """Returns the names of the months, with number and use."""
    return {name: (int(n), use) for name, n, use in rows(Path(__file__).with_name("month_uses.tsv"))}


@cache
def weekdays() -> dict[str, str]:
    """Returns the names of the days of the week, with their ISO 8601 number."""
    return {row[0]: row[1] for row in rows(Path(__file__).with_name("weekdays.tsv"))}


@cache
def short_weekdays() -> dict[str, str]:
    """Returns the names of the days of the week cut short, with their ISO 8601 number."""
    return {row[0]: row[1] for row in rows(Path(__file__).with_name("weekdays_short.tsv"))}


@cache
def month_pattern() -> str:
    """Returns the expression of any month's name, abbreviations with their full stop; it is matched with a text in
    lower case."""
    full = "|".join(name for name, (_, use) in months().items() if use != "short")
    short = "|".join(name for name, (_, use) in months().items() if use == "short")
    return rf"(?:(?:{full})(?!\w)|(?:{short})\.)"


_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),?\s)?"


@cache
def _groups() -> re.Pattern[str]:
    several = rf"{_DAY}(?:(?:,\s{_WEEKDAY}{_DAY}){{0,12}}{_JOINT}{_WEEKDAY}{_DAY})?"
    return re.compile(
        # No day is after "à" where the next is after "au": « de 26 à 27 au 1er janvier », and minutes are none.
        rf"(?<![\w/])(?:(?<![0-9][.,:])(?<![0-9]\sh\s)(?P<days>(?<!\sà\s){several}|{_DAY})\s)?"
        rf"(?P<month>{month_pattern()})"
        rf"(?:\s(?:de\s)?(?P<year>{_YEAR}))?"
    )


@cache
def _between() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s?[-–—‑]\s?|,?\s(?:et|ou|au|à)\s|,\s)(?:(?:du|le|les|au|aux|en|de)\s|d['’])?{_WEEKDAY}|\s(?=au\s)"
    )


@cache
def _weekday_clues() -> frozenset[str]:
    return frozenset(weekdays()) | {f"{name}s" for name in weekdays()}


@cache
def _weekdays() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(weekdays())})s?(?!\w)")


@cache
def _short_weekdays() -> re.Pattern[str]:
    day = rf"{_DAY}(?:\s{month_pattern()}|\s?(?:$|[\t\n]))"
    return re.compile(rf"(?<![\w.])({'|'.join(short_weekdays())})(?:\.(?=,?\s?{day})|(?=,?\s{day}))")


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the dates of a text."""
    if reading.words.isdisjoint(months()):
        return iter(())
    return dates.placeables(reading.lower, list(_read(reading)), _between())


def find_weekdays(reading: Reading) -> Iterator[Placeable]:
    """Yields the days of the week of a text."""
    if not reading.words.isdisjoint(_weekday_clues()):
        yield from dates.weekdays_in(reading.lower, _weekdays(), weekdays())
    if not reading.words.isdisjoint(short_weekdays()):
        yield from dates.weekdays_in(reading.lower, _short_weekdays(), short_weekdays())


def _read(reading: Reading) -> Iterator[Group]:
    # A sentence begins after the number of a note: "4 Au 31 mars".
    lower = _BEGINNING.sub("\0", reading.text).lower() if _BEGINNING.search(reading.text) else reading.lower
    for match in _groups().finditer(lower if len(lower) == len(reading.text) else reading.lower):
        name = match["month"].rstrip(".")
        month, use = months()[name]
        days = dates.days_of(match, _FIGURE)
        if not days and not match["year"] and use != "full":
            as_written = reading.text[match.start("month") : match.start("month") + len(name)]
            if use == "short" or as_written != name:
                continue
        year = int(match["year"]) if match["year"] else None
        yield Group(match.start(), match.end(), month, match.start("month"), year, days)
