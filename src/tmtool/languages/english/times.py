"""English times of day, 12-hour and 24-hour clock: "10 a.m.", "3–4.30 p.m.", "noon", "1310 hours", "15:00".

One "p.m." governs both ends of a range, unless the first would then be the later: "11–12.30 p.m."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.model import Placeable, PlaceableKind, Span


@cache
def _clock() -> re.Pattern[str]:
    hour = r"(?:1[0-2]|0?[1-9])(?:[.:][0-5][0-9])?"
    half = r"[\s\u00a0\u202f]?[aApP]\.?\s?[mM](?!\w)\.?"
    return re.compile(
        rf"(?<![\w:])(?<![0-9][.,])(?:(?P<first>{hour})(?P<first_half>{half})?(?P<dash>\s?[-–—‑]\s?|\s(?:to|and|or|until)\s))?"
        rf"(?P<last>{hour})(?P<last_half>{half})"
    )


@cache
def _other() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:(?:12\s)?(?P<named>noon|midnight)(?!\w)"
        r"|(?:(?<=\bat\s)|(?<=\bfrom\s)|(?<=\bto\s)|(?<=\buntil\s)|(?<=\bby\s)|(?<=\band\s)|(?<=\bbetween\s)|(?=0))"
        r"(?P<hours>[01][0-9]|2[0-4])(?P<minutes>[0-5][0-9])\s?(?:hours|hrs|h)(?!\w)"
        r"|(?:(?<=\bat\s)|(?<=\bfrom\s)|(?<=\bto\s))(?P<military>0[0-9])(?P<military_minutes>[0-5][0-9])(?!\w)"
        r"|(?P<dotted>[01]?[0-9]|2[0-3])\.(?P<dotted_minutes>[0-5][0-9])\s(?:hours|hrs)(?!\w)"
        r"|(?<![:.,])(?P<colon>[01][0-9]|2[0-4]):(?P<colon_minutes>[0-5][0-9])(?![\w:]))",
        re.IGNORECASE,
    )


def find(text: str, words: frozenset[str]) -> Iterator[Placeable]:
    """The times of day of a text."""
    for match in _clock().finditer(text):
        last = _minutes(match["last"], match["last_half"])
        if match["first"]:
            first = _minutes(match["first"], match["first_half"] or match["last_half"])
            if not match["first_half"] and first > last:
                first = (first + 720) % 1440
            end = match.end("first_half") if match["first_half"] else match.end("first")
            yield Placeable(PlaceableKind.TIME, Span(match.start("first"), end), _value(first))
        yield Placeable(PlaceableKind.TIME, Span(match.start("last"), match.end()), _value(last))
    for match in _other().finditer(text):
        if match["named"]:
            minutes = 720 if match["named"].lower() == "noon" else 0
        else:
            hour, minute = (part for part in match.groups()[1:] if part)
            minutes = int(hour) % 24 * 60 + int(minute)
        yield Placeable(PlaceableKind.TIME, Span(*match.span()), _value(minutes))


def _minutes(clock: str, half: str) -> int:
    """Minutes since midnight of an hour of the 12-hour clock."""
    hour, _, minutes = clock.replace(":", ".").partition(".")
    return int(hour) % 12 * 60 + int(minutes or 0) + (720 if "p" in half.lower() else 0)


def _value(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
