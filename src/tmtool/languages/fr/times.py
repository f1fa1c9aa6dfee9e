"""Finds French times of day: "10 heures", "15 h 30", "10 heures-13 heures", "de 15 à 18 heures", "midi", "15:00".

"10 heures" may be a length of time as well, "24 heures" nearly always is. With minutes ("10 h 30")
it is a time; without, only where something says so: a preposition of time before it ("à", "vers",
"jusqu'à" …), a date, a weekday, an opening bracket, a comma or the beginning of the text, or a
range; and never before "de", "par", "plus tard" ("à 3 heures de route"). Anything else stays a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.languages.finding import Reading
from tmtool.languages.fr.dates import month_pattern
from tmtool.model import Placeable, PlaceableKind, Span

_HOUR = r"(?:2[0-4]|1[0-9]|0?[0-9])"
_UNIT = r"\s?(?:heures?|h)(?![^\W\d_])"
_PARTS = {"": "00", "quart": "15", "demi": "30", "demie": "30"}
"""Minutes that are said by a part of the hour."""
_NEAR = 40
"""How many characters before an hour may say what it is."""


@cache
def _hours() -> re.Pattern[str]:
    # The mark of a note may follow: 12 h 30¹.
    minute = r"[0-5]?[0-9](?![^\W¹²³⁰-⁹]|[ \u00a0\u202f][0-9]{3}(?![0-9])|\s?%)"
    clock = rf"{_HOUR}{_UNIT}(?:\s?{minute})?"
    joint = r"(?:\s?[-–—‑]\s?|\s(?:à|et|ou)\s)"
    return re.compile(rf"(?=[0-9])(?<![\w:])(?<![0-9][.,])(?:(?P<first>{clock}|{_HOUR}){joint})?(?P<last>{clock})")


@cache
def _named() -> re.Pattern[str]:
    """Returns the expression for "midi" and "minuit": a hyphen beside them belongs to a range ("10 heures-midi",
    "midi-13 heures") or to another word ("après-midi")."""
    word = r"(?P<{}>midi|minuit)(?: et (?P<{}>demie?|quart))?"
    before = r"(?:(?<![\w-])|(?<=[0-9]-)|(?<=h-)|(?<=heure-)|(?<=heures-))"
    return re.compile(
        rf"{before}{word.format('name', 'part')}(?![\w-])|(?<![\w-]){word.format('start', 'past')}(?=-[0-9])"
    )


@cache
def _to_a_named_one() -> re.Pattern[str]:
    return re.compile(r"(?:\s?[-–—‑]\s?|\sà\s)(?:midi|minuit)(?!\w)")


@cache
def _colon() -> re.Pattern[str]:
    return re.compile(r"(?=[0-9])(?<![\w:.,])([01]?[0-9]|2[0-4]):([0-5][0-9])(?!\w|:\w)")


@cache
def _before_a_time() -> re.Pattern[str]:
    date = rf"{month_pattern()}(?:\s[12][0-9]{{3}})?"
    weekday = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    words = rf"vers|dès|avant|après|entre|partir de|pour|{weekday}|{date}"
    return re.compile(rf"(?:[(,:;–\[]|à|(?:midi|minuit)[-‑]|\b(?:{words}))\s*$")


@cache
def _day() -> re.Pattern[str]:
    """Returns the expression of what comes before the day of a month: "le lundi 8 à 10 heures" is no range."""
    return re.compile(r"\b(?:le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s$")


@cache
def _before_a_duration() -> re.Pattern[str]:
    return re.compile(r"\b(?:dur\w+|limit\w+|port\w+)\s(?:jusqu['’]|de\s)?à\s$")


@cache
def _after_a_duration() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:de|par|plus|supplémentaires?|consécutives|ouvrables|au (?:moins|plus(?!\st[aô]))|environ)(?!\w)|\sd['’]"
    )


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(rf"({_HOUR})(?:{_UNIT}\s?([0-5]?[0-9])?)?")


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the times of day of a text."""
    text = reading.lower
    if reading.has_digits and re.search(r"[0-9]\s?h", text):
        yield from _in_hours(text)
    if reading.has_digits and ":" in text:
        for match in _colon().finditer(text):
            if len(match[1]) == 1 and not _is_clock(text, match):  # a ratio
                continue
            yield Placeable(PlaceableKind.TIME, Span(*match.span()), f"{int(match[1]) % 24:02}:{match[2]}")
    if not reading.words.isdisjoint(("midi", "minuit")):
        for match in _named().finditer(text):
            hour = "12" if "midi" in match.group() else "00"
            minutes = _PARTS[match["part"] or match["past"] or ""]
            yield Placeable(PlaceableKind.TIME, Span(*match.span()), f"{hour}:{minutes}")


def _is_clock(text: str, found: re.Match[str]) -> bool:
    """Tells whether figures with a colon are a time of day by what is beside them: another, or words before."""
    following = _after_a_joint().match(text, found.end())
    before = _before_a_joint().search(text, max(0, found.start() - _NEAR), found.start())
    return following is not None or before is not None or _is_announced(text, found.start(), found[0])


@cache
def _after_a_joint() -> re.Pattern[str]:
    return re.compile(r"\s?[-–—‑]\s?[0-2]?[0-9]:[0-5][0-9](?![\w:])")


@cache
def _before_a_joint() -> re.Pattern[str]:
    return re.compile(r"(?<![\w:])[0-2]?[0-9]:[0-5][0-9]\s?[-–—‑]\s?$")


def _in_hours(text: str) -> Iterator[Placeable]:
    for match in _hours().finditer(text):
        first, last = match["first"], match["last"]
        with_minutes = last[-1].isdigit()
        duration = not with_minutes and _is_duration(text, match.start(), match.end())
        if first and first.isdigit() and _day().search(text, max(0, match.start() - _NEAR), match.start()):
            first = None
        in_range = first is not None and not duration and _are_times(first, last)
        duration = duration or (first is not None and not in_range)
        if in_range:
            yield Placeable(PlaceableKind.TIME, Span(*match.span("first")), _value(first))
        announced = _is_announced(text, match.start("last"), last) or _to_a_named_one().match(text, match.end())
        if in_range or with_minutes or (not duration and announced):
            yield Placeable(PlaceableKind.TIME, Span(*match.span("last")), _value(last))


def _is_duration(text: str, start: int, end: int) -> bool:
    before = _before_a_duration().search(text, max(0, start - _NEAR), start)
    return before is not None or _after_a_duration().match(text, end) is not None


def _are_times(first: str, last: str) -> bool:
    """Tells whether "first to last" is from one time of day to another; "2 à 3 heures" is a length of time."""
    return not first.isdigit() or int(_value(last)[:2]) >= 8


def _is_announced(text: str, start: int, clock: str) -> bool:
    """Tells whether the words before say that an hour is a time of day."""
    if clock.startswith("24"):
        return text.endswith("à ", 0, start)
    return not text[:start].strip() or _before_a_time().search(text, max(0, start - _NEAR), start) is not None


def _value(clock: str) -> str:
    reading = _clock().match(clock)
    assert reading is not None
    return f"{int(reading[1]) % 24:02}:{int(reading[2] or 0):02}"
