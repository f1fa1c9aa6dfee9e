"""Finds Arabic times of day: "الساعة 10:00", "الساعة 3 بعد الظهر", "الرابعة عصرا", "منتصف الليل"; dumps have some with
hour and minute exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages.day_halves import Clock, halves
from tmtool.languages.finding import Reading
from tmtool.languages.tables import rows, words
from tmtool.model import Placeable, PlaceableKind, Span

_HOURS = words(Path(__file__).with_name("hours.tsv"))
"""The hours from one to twelve, folded."""
_MINUTES = {"والنصف": 30, "والربع": 15}
_JOINT = re.compile(r"\s?[-–]\s?|\s(?:ال[يى]|و|حت[يى])\s?(?:الساعه\s)?")
_NAMED = re.compile(
    r"(?<!\w)[وفبل]?(?P<name>منتصف (?:(?P<noon>(?:ال)?نهار)|الليل|ليله)"
    r"|(?:عند|وقت|حتي|بحلول) (?P<midday>الظهر|الظهيره))(?!\w)"
)
"""Times that have a name."""
_HALVES = rows(Path(__file__).with_name("day_halves.tsv"))
_ANY_HALF = "|".join(sorted((re.escape(half) for half, _ in _HALVES), key=len, reverse=True))
_AFTERNOON = re.compile("|".join(re.escape(half) for half, when in _HALVES if when == "after"))


@cache
def _times() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<hour>الساعه)\s(?:ال)?)?(?<![0-9/:.])(?P<first>[0-9]{1,2})(?:\s?[:/.]\s?(?P<second>[0-9]{2})(?![0-9/]|:[0-9]|\.[0-9]))?"
        rf"(?:\s(?P<half>{_ANY_HALF}))?(?![0-9])"
    )


@cache
def _in_words() -> re.Pattern[str]:
    names = "|".join(sorted(_HOURS, key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<hour>الساعه)\s)?(?<!\w)(?P<name>{names})(?!\w)(?:\s(?P<minutes>{'|'.join(_MINUTES)})(?!\w))?"
        rf"(?:\s(?P<half>{_ANY_HALF})(?!\w))?(?(hour)|(?(half)|(?!)))"
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the times of day of a text: those after the word for hour, and those with a colon or a half of the day."""
    for match in _in_words().finditer(reading.text):
        hour = _HOURS.index(match["name"]) + 1
        late = hour + 12 if _AFTERNOON.search(match["half"] or "") and hour < 12 else hour
        value = f"{late:02}:{_MINUTES.get(match['minutes'], 0):02}"
        yield Placeable(PlaceableKind.TIME, Span(match.start("name"), match.end()), value)
    for match in _NAMED.finditer(reading.text):
        yield Placeable(
            PlaceableKind.TIME, Span(*match.span("name")), "12:00" if match["noon"] or match["midday"] else "00:00"
        )
    if not reading.has_digits:
        return
    matches = list(_times().finditer(reading.text))
    clocks = [Clock(Span(*match.span()), int(match["first"]), match["half"] or "") for match in matches]
    for match, half in zip(matches, halves(reading.text, clocks, _JOINT), strict=True):
        colon = ":" in match.group()
        in_range = not match["hour"] and colon and match["second"]
        if not (match["hour"] or match["half"] or in_range):
            continue
        figures = (match["first"], match["second"] or "00")
        if "/" in match.group():  # A solidus stands between them in reverse.
            figures = figures[::-1]
        value = _value(*figures, half)
        if value:
            start = match.start("first")
            yield Placeable(PlaceableKind.TIME, Span(start, match.end()), value)


def _value(first: str, second: str, half: str) -> str:
    for hour, minute in ((int(first), int(second)), (int(second), int(first))):
        if hour <= 24 and minute < 60:
            late = hour + 12 if _AFTERNOON.search(half) and hour < 12 else hour
            return f"{late % 24:02}:{minute:02}"
    return ""


def other_readings(written: str) -> tuple[str, ...]:
    """Returns the time with hour and minute exchanged, if that is one."""
    found = re.match(r"([0-9]{1,2})\s?[:/.]\s?([0-9]{2})", written)
    if not found or int(found[2]) > 24 or int(found[1]) > 59:
        return ()
    return (_value(found[2], found[1], written),)
