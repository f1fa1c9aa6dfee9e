"""French times of day: "10 heures", "15 h 30", "10 heures-13 heures", "de 15 à 18 heures", "midi", "15:00".

"10 heures" may be a length of time as well, "24 heures" nearly always is. With minutes ("10 h 30")
it is a time; without, only where something says so: a preposition of time before it ("à", "vers",
"jusqu'à" …), a date, a weekday, an opening bracket, a comma or the beginning of the text, or a
range; and never before "de", "par", "plus tard" ("à 3 heures de route"). Anything else stays a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.languages.french.dates import month_pattern
from tmtool.model import Placeable, PlaceableKind, Span

_HOUR = r"(?:2[0-4]|1[0-9]|0?[0-9])"
_MINUTE = r"[0-5]?[0-9](?![\w]|[ \u00a0\u202f][0-9]{3}(?![0-9])|\s?%)"
_UNIT = r"[\s\u00a0\u202f]?(?:heures?|h)(?![^\W\d_])"
_CLOCK = rf"{_HOUR}{_UNIT}(?:\s?{_MINUTE})?"
_JOINT = r"(?:\s?[-–—‑]\s?|\s(?:à|et|ou)\s)"


@cache
def _times() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w:])(?<![0-9][.,])(?:(?P<first>{_CLOCK}|{_HOUR})(?P<joint>{_JOINT}))?(?P<last>{_CLOCK})",
        re.IGNORECASE,
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(midi|minuit|Midi|Minuit|MIDI|MINUIT)(?!\w|-)")


@cache
def _colon() -> re.Pattern[str]:
    return re.compile(r"(?<![\w:.,])([01][0-9]|2[0-4]):([0-5][0-9])(?![\w:])")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[(,:;–\[]|[àÀ]|\b(?:vers|dès|avant|après|entre|partir de|pour|{month_pattern()}(?:\s[12][0-9]{{3}})?"
        r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))\s*$",
        re.IGNORECASE,
    )


_AFTER_A_DURATION = re.compile(
    r"\s(?:de|par|plus|supplémentaires?|consécutives|ouvrables|au (?:moins|plus))(?!\w)|\sd['’]", re.IGNORECASE
)
_BEFORE_A_DURATION = re.compile(r"\b(?:dur\w+|limit\w+|fix\w+ la durée)\s(?:de\s|jusqu['’])?à\s$", re.IGNORECASE)
_READING = re.compile(rf"({_HOUR})(?:{_UNIT}\s?([0-5]?[0-9])?)?", re.IGNORECASE)


def find(text: str, words: frozenset[str]) -> Iterator[Placeable]:
    """The times of day of a text."""
    for match in _times().finditer(text):
        first, last = match["first"], match["last"]
        end = match.end("last")
        exact = last[-1].isdigit()
        duration = not exact and _AFTER_A_DURATION.match(text, end) is not None
        range_ = first is not None and not duration and _is_range(first, last)
        if range_:
            yield Placeable(PlaceableKind.TIME, Span(*match.span("first")), _value(first))
        duration = duration or _BEFORE_A_DURATION.search(text, 0, match.start()) is not None
        before = _before().search(text, 0, match.start("last")) is not None
        hour = int(re.match("[0-9]+", last).group())  # type: ignore[union-attr]
        if range_ or exact or (before and not duration and hour < 24):
            yield Placeable(PlaceableKind.TIME, Span(*match.span("last")), _value(last))
    for match in _named().finditer(text):
        yield Placeable(PlaceableKind.TIME, Span(*match.span()), "12:00" if match[1].lower() == "midi" else "00:00")
    for match in _colon().finditer(text):
        yield Placeable(PlaceableKind.TIME, Span(*match.span()), f"{match[1]}:{match[2]}")


def _is_range(first: str, last: str) -> bool:
    """True if "first to last" is from one time of day to another; "2 à 3 heures" is a length of time."""
    return not first.isdigit() or int(_value(last)[:2]) >= 8


def _value(clock: str) -> str:
    reading = _READING.match(clock)
    assert reading is not None
    return f"{int(reading[1]) % 24:02}:{int(reading[2] or 0):02}"
