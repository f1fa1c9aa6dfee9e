"""Finds Spanish times of day: "a las 10.00 horas", "de las 10.00 a las 13.00 horas", "a las 15 horas", "10:30"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.languages.finding import Reading
from tmtool.model import Placeable, PlaceableKind, Span

_HOUR = r"(?:2[0-4]|1[0-9]|0?[0-9])"
_NAMED = {"mediodía": "12:00", "medianoche": "00:00"}


@cache
def _times() -> re.Pattern[str]:
    minutes = r"[0-5][0-9](?![0-9])"
    hours = r"\s?(?:horas?|hrs?\.?|h\.?)(?!\w)"
    half = r"\s?(?P<half{0}>[ap])\.?\s?m\.?(?!\w)|\sde\sla\s(?P<part{0}>mañana|tarde|noche)(?!\w)"
    onward = rf"(?=(?:\s?[-–]\s?|\s(?:a|y)\s(?:las\s)?){_HOUR}[.:]{minutes}{hours})"
    length = r"(?!\sde\s\w+\s(?:por|al)|\s(?:sig|post|ant|prec|de|del)\w*)"
    return re.compile(
        rf"(?=[0-9])(?<![\w:])(?<![0-9][.,])(?P<hour>{_HOUR})(?:"
        rf"[.:](?P<minute>{minutes})(?:{hours}|{half.format('')}|{onward}|(?<=las\s\d.\d\d)|(?<=las\s\d\d.\d\d))"
        rf"|:(?P<other>{minutes})(?![:\w])"
        rf"|(?:(?<=las\s\d\d)|(?<=las\s\d))(?:{hours}{length}|{half.format(2)}))"
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the times of day of a text."""
    text = reading.lower
    if reading.has_digits and (":" in text or " h" in text or "las " in text or "m." in text):
        for match in _times().finditer(text):
            if match["hour"] == "24" and not match["minute"] and not match["other"]:
                continue
            hour, minute = int(match["hour"]) % 24, int(match["minute"] or match["other"] or 0)
            half, part = match["half"] or match["half2"], match["part"] or match["part2"]
            if (half == "p" or part in ("tarde", "noche")) and hour < 12:
                hour += 12
            yield Placeable(PlaceableKind.TIME, Span(*match.span()), f"{hour:02}:{minute:02}")
    for name, value in _NAMED.items():
        if name in reading.words:
            start = text.find(name)
            yield Placeable(PlaceableKind.TIME, Span(start, start + len(name)), value)
