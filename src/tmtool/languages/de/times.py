"""Finds German times of day: "10.00 Uhr", "10:30 Uhr", "15 Uhr", "von 10 bis 13 Uhr", "10:30", "Mittag"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.languages.finding import Reading
from tmtool.model import Placeable, PlaceableKind, Span

_HOUR = r"(?:2[0-4]|1[0-9]|0?[0-9])"
_MINUTE = r"[0-5][0-9](?![0-9])"


@cache
def _times() -> re.Pattern[str]:
    clock = r"\s?uhr(?!\w)"
    onward = rf"(?=(?:\s?[-–—]\s?|\s(?:bis|und)\s){_HOUR}(?:[.:]{_MINUTE})?{clock})"
    part = r"(?:\s(?P<part>morgens|vormittags|mittags|nachmittags|abends|nachts)(?!\w))?"
    return re.compile(
        rf"(?=[0-9])(?<![\w:])(?<![0-9][.,])(?P<hour>{_HOUR})"
        rf"(?:[.:](?P<minute>{_MINUTE})(?:{clock}|{onward})|:(?P<other>{_MINUTE})(?![:\w])|{clock}|{onward}){part}"
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the times of day of a text."""
    text = reading.lower
    if reading.has_digits and ("uhr" in text or ":" in text):
        for match in _times().finditer(text):
            hour, minute = int(match["hour"]) % 24, int(match["minute"] or match["other"] or 0)
            if match["part"] in ("nachmittags", "abends") and hour < 12:
                hour += 12
            yield Placeable(PlaceableKind.TIME, Span(*match.span()), f"{hour:02}:{minute:02}")
    if "mitternacht" in reading.words:
        start = text.find("mitternacht")
        yield Placeable(PlaceableKind.TIME, Span(start, start + len("mitternacht")), "00:00")
