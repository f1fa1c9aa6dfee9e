"""Finds English dates: "8 September 2020", "8 and 9 September", "30 June to 2 July 2027", "September 8, 2020",
weekdays.

"May" and "March" alone are months only after a preposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import dates
from tmtool.languages.dates import Group
from tmtool.languages.finding import Reading
from tmtool.languages.tables import rows, word_sets
from tmtool.model import Placeable, Span

_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![\w])"
_YEAR = r"[12][0-9]{3}(?!\w(?<![A-Z]))"
_JOINT = r"(?:\s?[-–—‑]\s?|,?\s(?:and|or|to|until|through|&)\s)"
_COUNTED = sorted(word_sets(Path(__file__).with_name("word_sets.tsv"))["before-a-count"])
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\s$")
_MEETING = re.compile(r"\s(?:sessions?|meetings?|elections?|reports?|events?|agreements?|summit|round|talks)\b")
"""What makes a month of a name after an article: the March session."""
_FIGURE = re.compile(r"(?P<figure>[0-9]{1,2})")


@cache
def months() -> dict[str, tuple[int, str]]:
    """Returns the names of the months in lower case, with number and use."""
    return {name.lower(): (int(n), use) for name, n, use in rows(Path(__file__).with_name("month_uses.tsv"))}


@cache
def weekdays() -> dict[str, str]:
    """Returns the names of the days of the week in lower case, with their ISO 8601 number."""
    return {name.lower(): number for name, number in rows(Path(__file__).with_name("weekdays.tsv"))}


@cache
def short_weekdays() -> dict[str, str]:
    """Returns the names of the days of the week cut short in lower case, with their ISO 8601 number."""
    return {name.lower(): number for name, number in rows(Path(__file__).with_name("weekdays_short.tsv"))}


def _names(words: frozenset[str] | dict[str, str]) -> str:
    """Returns an alternation of names that are written with a capital or in capitals."""
    capitalised = sorted((word.capitalize() for word in words), key=len, reverse=True)
    return "|".join(f"{word}|{word.upper()}" for word in capitalised)


@cache
def month_pattern() -> str:
    """Returns the expression of any month's name, abbreviations with their full stop."""
    full = frozenset(name for name, (_, use) in months().items() if use != "short")
    short = frozenset(months()) - full
    return rf"(?:(?:{_names(full)})(?!\w)|(?:{_names(short)})(?!\w)\.?)"


@cache
def _groups() -> re.Pattern[str]:
    weekday = rf"(?:(?:{_names(weekdays())}),?\s)?"
    # In "Day 1 – Tuesday, 16 March" the first number counts days of the meeting.
    counted = "".join(rf"(?<!\b[{word[0]}{word[0].lower()}]{word[1:]}\s)" for word in _COUNTED)
    some = rf"{_DAY}(?:(?:\s?[-–—‑]\s?|\sto\s){_DAY})?"
    several = rf"{some}(?:(?:,\s{weekday}{some}){{0,12}},?{_JOINT}{weekday}{some})?"
    return re.compile(
        rf"(?:(?<![\w/])|(?<=[0-9])(?=[A-Z])|(?<=[a-z.]/))(?:(?<![0-9][.,:])(?<!\b[Nn]o\.\s)(?<!\b[Nn]o\s){counted}(?P<days>{several}),?\s(?:of\s)?)?(?P<month>{month_pattern()})"
        rf"(?:(?P<american>\s{_DAY}(?:{_JOINT}{_DAY})?),\s(?P<american_year>{_YEAR})"
        rf"|(?P<american_day>\s{_DAY}(?:{_JOINT}{_DAY})?)(?![.,:]?[0-9]|\s(?:%|per\s?cent|million|billion))"
        rf"|,?\s(?:of\s)?(?P<year>{_YEAR}))?"
    )


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"(?:{_JOINT}|,\s|/)(?:(?:from|on|the|in)\s)?(?:[A-Z][a-z]+day,?\s)?")


@cache
def _weekday_clues() -> frozenset[str]:
    return frozenset(weekdays()) | {f"{name}s" for name in weekdays()}


@cache
def _weekdays() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({_names(weekdays())})(?:s|S)?(?!\w)")


@cache
def _short_weekdays() -> re.Pattern[str]:
    day = rf"(?:{_DAY}(?:\s{month_pattern()}|\s?(?:$|[\t\n]))|{month_pattern()}\s{_DAY})"
    return re.compile(rf"(?<![\w.])({_names(short_weekdays())})(?:\.(?=,?\s?{day})|(?=,?\s{day}))")


@cache
def _before_a_month() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:in|of|by|since|until|till|from|to|late|early|next|last|this|during|through|throughout|before|after"
        r"|between|and|or|every|each|for)\s|mid-|end-|[-–—])$",
        re.IGNORECASE,
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the dates of a text."""
    if reading.words.isdisjoint(months()):
        return iter(())
    return dates.placeables(reading.text, list(_read(reading.text)), _between())


def find_weekdays(reading: Reading) -> Iterator[Placeable]:
    """Yields the days of the week of a text."""
    if not reading.words.isdisjoint(_weekday_clues()):
        yield from dates.weekdays_in(reading.text, _weekdays(), weekdays())
    if not reading.words.isdisjoint(short_weekdays()):
        yield from dates.weekdays_in(reading.text, _short_weekdays(), short_weekdays())


def _is_announced(text: str, month: re.Match[str]) -> bool:
    """Tells whether what may be a month is one by what is before it, or by another one after it: May/June."""
    start, end = month.span("month")
    before = max(0, start - 20)
    return (
        _next_month().match(text, end) is not None
        or _before_a_month().search(text, before, start) is not None
        or (_ARTICLE.search(text, before, start) is not None and _MEETING.match(text, end) is not None)
    )


@cache
def _next_month() -> re.Pattern[str]:
    return re.compile(rf"/{month_pattern()}")


def _group_after_month(text: str, match: re.Match[str]) -> str:
    """Returns the expression's group with the days that follow the month, "" for none.

    "September 11" has one, "8 September 10 States" and "In September 10 States" have none.
    """
    if match["american"]:
        return "american"
    start = match.start("month")
    if match["american_day"] and not match["days"] and text[max(0, start - 3) : start].lower() != "in ":
        return "american_day"
    return ""


def _read(text: str) -> Iterator[Group]:
    for match in _groups().finditer(text):
        name = match["month"].rstrip(".").lower()
        month, use = months()[name]
        year = match["american_year"] or match["year"]
        after = _group_after_month(text, match)
        days = [day for part in ("days", after) if part for day in dates.days_of(match, _FIGURE, part)]
        end = match.end() if year or after else match.end("month")
        if not days and not year:
            if use == "short" or (use == "doubtful" and not _is_announced(text, match)):
                continue
            end = match.start("month") + len(name)
        if after:
            first, day = days[0]
            days[0] = (Span(match.start("month"), first.end), day)
        yield Group(match.start(), end, month, match.start("month"), int(year) if year else None, days)
