"""Finds Spanish times of day: "a las 10.00 horas", "de las 10.00 a las 13.00 horas", "a las 15 horas", "10:30"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.languages.day_halves import Clock, halves
from tmtool.languages.finding import Reading
from tmtool.model import Placeable, PlaceableKind, Span

_HOUR = r"(?:2[0-4]|1[0-9]|0?[0-9])"
_JOINT = re.compile(r"\s?[-–]\s?|\s(?:a|y|hasta)\s(?:las\s)?")
_LATE = frozenset(("p", "tarde", "noche"))
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
        rf"|:(?P<other>{minutes})(?![:\w])(?:{half.format(3)})?"
        rf"|(?:(?<=las\s\d\d)|(?<=las\s\d))(?:{hours}{length}|{half.format(2)}))"
    )


def _half(match: re.Match[str]) -> str:
    """Returns the word for the half of the day of a time, "" for none."""
    groups = ("half", "half2", "half3", "part", "part2", "part3")
    return next((match[group] for group in groups if match[group]), "")


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the times of day of a text."""
    text = reading.lower
    if reading.has_digits and (":" in text or " h" in text or "las " in text or "m." in text):
        matches = [
            match for match in _times().finditer(text) if match["hour"] != "24" or match["minute"] or match["other"]
        ]
        clocks = [Clock(Span(*match.span()), int(match["hour"]), _half(match)) for match in matches]
        for match, half in zip(matches, halves(text, clocks, _JOINT), strict=True):
            hour, minute = int(match["hour"]) % 24, int(match["minute"] or match["other"] or 0)
            if half in _LATE and hour < 12:
                hour += 12
            yield Placeable(PlaceableKind.TIME, Span(*match.span()), f"{hour:02}:{minute:02}")
    for name, value in _NAMED.items():
        if name in reading.words:
            for match in re.finditer(rf"(?<!\w){name}(?!\w)", text):
                yield Placeable(PlaceableKind.TIME, Span(*match.span()), value)
