"""Finds Arabic times of day: "الساعة 10:00", "الساعة 3 بعد الظهر"; dumps have some with hour and minute exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.languages.finding import Reading
from tmtool.model import Placeable, PlaceableKind, Span

_AFTERNOON = re.compile(r"مساء|بعد الظهر|ظهرا|ليلا")


@cache
def _times() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<hour>الساعه)\s(?:ال)?)?(?<![0-9/:.])(?P<first>[0-9]{1,2})(?:\s?[:/.]\s?(?P<second>[0-9]{2})(?![0-9/:]|\.[0-9]))?"
        r"(?:\s(?P<half>صباحا|مساء|من بعد الظهر|بعد الظهر|من الصباح|ظهرا|ليلا|قبل الظهر))?(?![0-9])"
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the times of day of a text: those after the word for hour, and those with a colon or a half of the day."""
    if not reading.has_digits:
        return
    for match in _times().finditer(reading.text):
        colon = ":" in match.group()
        in_range = not match["hour"] and colon and match["second"]
        if not (match["hour"] or match["half"] or in_range):
            continue
        value = _value(match["first"], match["second"] or "00", match["half"] or "")
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
