"""Finds Chinese times of day: 上午10时, 下午3时30分, 10时至13时, 10:30, 中午, 午夜."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages.finding import Reading
from tmtool.languages.tables import any_sign, any_word, word_sets
from tmtool.languages.zh.numerals import ONES, SCALES, TWO, UP_TO_TEN, han_value
from tmtool.model import Placeable, PlaceableKind, Span

_FOLDER = Path(__file__).parent
_AFTERNOON = word_sets(_FOLDER / "word_sets.tsv")["after-noon"]
_NOON, _MIDNIGHT = 12, "午夜"
_NAMED = re.compile(rf"(?P<noon>正午|中午)|{_MIDNIGHT}")
"""Times that have a name; before an hour they are parts of the day."""


@cache
def _times() -> re.Pattern[str]:
    half = any_word(_FOLDER, "half-of-day")
    number = rf"(?:[0-9]{{1,2}}|[{ONES[0]}{TWO}{UP_TO_TEN}]{{1,3}})"
    others = any_sign(_FOLDER, "no-hour-after")
    return re.compile(
        rf"(?P<half>{half})?\s?(?<![0-9第:.])(?P<hour>{number})(?:\s?(?:时|点钟?)(?![{others}]|期(?!间)|[0-9{ONES[1:]}]*[{''.join(SCALES)}])"
        rf"(?:\s?(?P<minute>{number}|半)(?:\s?分(?![之])|(?<=半)|(?=[^\w])))?|:(?P<other>[0-5][0-9])(?![0-9:]))"
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the times of day of a text; a half of the day holds for both ends of a range."""
    text = reading.text
    yield from _with_hours(text)
    for match in _NAMED.finditer(text):
        yield Placeable(PlaceableKind.TIME, Span(*match.span()), "12:00" if match["noon"] else "00:00")


def _with_hours(text: str) -> Iterator[Placeable]:
    if "时" not in text and "点" not in text and ":" not in text:
        return
    before: tuple[int, str] | None = None
    for match in _times().finditer(text):
        half = match["half"] or ""
        figures = match["hour"].isdigit()
        if not figures and not half and match["hour"] != ONES[0]:
            continue
        hour = int(match["hour"]) if figures else han_value(match["hour"])
        if not half and before and 0 <= match.start() - before[0] <= 2:
            half = before[1]
        if hour is None or hour > 24 or (text[match.end() - 1] == "点" and not half):
            continue
        written = match["minute"] or match["other"] or "0"
        minute = 30 if written == "半" else int(written) if written.isdigit() else han_value(written)
        if minute is None or minute > 59:
            continue
        before = match.end(), half
        if (half in _AFTERNOON and 0 < hour < _NOON) or (half == _MIDNIGHT and hour == _NOON):
            hour += _NOON
        yield Placeable(PlaceableKind.TIME, Span(*match.span()), f"{hour % 24:02}:{minute:02}")
