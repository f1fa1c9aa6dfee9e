"""Finds Russian times of day: "в 10 ч. 00 м.", "10 ч. 30 мин.", "с 10 до 13 часов", "10:00"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.languages.day_halves import Clock, halves
from tmtool.languages.finding import Reading
from tmtool.model import Placeable, PlaceableKind, Span

_HOUR = r"(?:2[0-4]|1[0-9]|0?[0-9])"
_JOINT = re.compile(r"\s?[-–—]\s?|\s(?:до|и)\s")
_NAMED = {"полдень": "12:00", "полночь": "00:00", "полудня": "12:00", "полудню": "12:00", "полуночи": "00:00"}


@cache
def _times() -> re.Pattern[str]:
    return re.compile(
        rf"(?=[0-9])(?<![\w:])(?<![0-9][.,])(?P<hour>{_HOUR})(?:"
        r"\s?(?:ч\.?|час(?:\.|\w{0,3}))\s(?P<minute>[0-5]?[0-9])\s?(?:м\.|мин\.?|минут\w?)(?!\w)"
        r"|:(?P<other>[0-5][0-9])(?![:\w])(?:\s?(?:ч\.|час\w{0,3}))?(?:\s(?P<half>утра|дня|вечера)(?!\w))?"
        r"|\.(?P<point>[0-5][0-9])\s?(?:ч\.|час\w{0,3})"
        r"|(?P<bare>\s?(?:ч\.|час(?:ов|а|ам)?(?!\w)))(?:\s(?P<part>утра|дня|вечера))?)"
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the times of day of a text; full hours only where a preposition of time is before them."""
    text = reading.lower
    if reading.has_digits and (" ч" in text or ":" in text):
        matches = list(_times().finditer(text))
        clocks = [
            Clock(Span(*match.span()), int(match["hour"]), match["part"] or match["half"] or "") for match in matches
        ]
        for match, half in zip(matches, halves(text, clocks, _JOINT), strict=True):
            hour, minute = int(match["hour"]), int(match["minute"] or match["other"] or match["point"] or 0)
            if (
                match["bare"]
                and not match["part"]
                and not re.search(r"(?:^|\s)(?:в|с|к|до|около)\s$", text[: match.start()])
            ):
                continue
            if match["bare"] and hour == 24:
                continue
            if half in ("дня", "вечера") and hour < 12:
                hour += 12
            yield Placeable(PlaceableKind.TIME, Span(*match.span()), f"{hour % 24:02}:{minute:02}")
    for name, value in _NAMED.items():
        if name in reading.words:
            for match in re.finditer(rf"(?<!\w){name}(?!\w)", text):
                yield Placeable(PlaceableKind.TIME, Span(*match.span()), value)
