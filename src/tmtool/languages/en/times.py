"""Finds English times of day, 12-hour and 24-hour clock: "10 a.m.", "3–4.30 p.m.", "noon", "1310 hours", "15:00",
"nine o'clock in the evening".

One "p.m." governs both ends of a range, unless the first would then be the later: "11–12.30 p.m." With a point a time
is told from a number by what is around it: "at 09.00", "14.00–17.30".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tmtool.languages.en.numerals import vocabulary
from tmtool.languages.finding import Reading
from tmtool.languages.tables import word_sets
from tmtool.model import Placeable, PlaceableKind, Span

_BEFORE_HOURS = word_sets(Path(__file__).with_name("word_sets.tsv"))["before-hours"]


@cache
def _half() -> re.Pattern[str]:
    return re.compile(r"[ap]\.?\s?m(?!\w)")


@cache
def _twelve_hours() -> re.Pattern[str]:
    hour = r"(?:1[0-2]|0?[1-9])(?:[.:][0-5][0-9])?"
    half = r"\s?[ap]\.?\s?m(?!\w)\.?"
    joint = r"(?:\s?[-–—‑]\s?|\s(?:to|and|or|until)\s)"
    return re.compile(
        rf"(?=[01-9])(?<![\w:])(?<![0-9][.,])(?:(?P<first>{hour})(?P<first_half>{half})?{joint})?"
        rf"(?P<last>{hour})(?P<last_half>{half})"
    )


@cache
def _twenty_four_hours() -> re.Pattern[str]:
    after = "|".join(rf"(?<=\b{word}\s)" for word in sorted(_BEFORE_HOURS))
    return re.compile(
        r"(?=[0-9])(?<!\w)(?:"
        rf"(?:{after}|(?=0))([01][0-9]|2[0-4])([0-5][0-9])\s?(?:hours|hrs|h)(?!\w)"  # at 1310 hours
        r"|(?<=\b[12][0-9]{3},\s)([01][0-9]|2[0-4])([0-5][0-9])\shours(?=\W*$)"  # 4 May 2026, 1430 hours
        r"|(?:(?<=\bat\s)|(?<=\bfrom\s)|(?<=\bto\s))(0[0-9])([0-5][0-9])(?!\w)"  # at 0300
        r"|([01]?[0-9]|2[0-3])\.([0-5][0-9])\s(?:hours|hrs)(?!\w)"
        r"|(?<![:.,])([01][0-9]|2[0-4]):([0-5][0-9])(?!\w|:\w)"
        r"|(?<![:.,])([0-9]):([0-5][0-9])(?=\s?[-–—‑]\s?(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?!\w|:\w)))"  # 9:30–18:00
    )


@cache
def _with_points() -> re.Pattern[str]:
    """Returns the pattern of ranges of hours with points, and of an hour with a zero before it, or one that a text goes
    on from."""
    hour, minutes = r"([01]?[0-9]|2[0-4])", r"([0-5][05])"
    no_amount = r"(?![\w%]|[.,]\d|\s?(?:[ap]\.?\s?m\b|per\s?cent|percent|[mb]illion|points?\b))"
    before = "|".join(rf"(?<=\b{word}\s)" for word in ("at", "from", "until", "before", "by"))
    behind = r"(?=\s(?:on|in|local|each|every|sharp|\()|[,;)\]]|\.?\s*$|\.\s[a-z])"
    opening = r"(?:(?<=^)|(?<=[(\t])|(?<=[,;:]\s)|(?<=\bfrom\s)|(?<=day\s)|(?<![\w.,:$€£/-])(?=0))"
    to = r"(?:\s?[-–—‑]\s?|\sto\s)"
    return re.compile(
        rf"{opening}{hour}\.{minutes}{to}{hour}\.{minutes}{no_amount}"
        rf"|(?:{before}){hour}\.{minutes}{no_amount}(?:(?<=\b0\d\.\d\d)|{behind})"
    )


_NIGHTFALL, _MIDNIGHT = 6, 12
"""The first hour of the twelve that at night is one of the evening, and the one that ends it."""
_CARDINALS = ("unit", "teen")
"""What numerals of one word are in the table of numerals."""
_DAY, _EARLIEST = 1440, 420
"""Minutes of a day, and before the first hour at which a meeting may begin."""
_NUMBERED = re.compile(
    r"\b(?:annex(?:es)?|appendi(?:x|ces)|articles?|chapters?|codes?|figures?|headings?|items?|paras?\.?|paragraphs?|"
    r"regulations?|rules?|sections?|standards?|sub-?headings?|sub-?sections?|tables?|values?|versions?)\s$"
)
"""What comes before the number of a part, or an amount, with a point in it."""


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"(?:(?<!\w)12\s)?(?<!\w)(noon|midday|midnight)(?!\w)")


@cache
def _hours() -> Mapping[str, int]:
    """Maps the hours of a clock in words to their numbers."""
    return {word: value for word, (value, role) in vocabulary().items() if role in _CARDINALS and value <= _MIDNIGHT}


@cache
def _by_the_clock() -> re.Pattern[str]:
    """Returns the pattern of an hour by the clock whose half of the day is told: nine o'clock in the evening."""
    hours = "|".join((*_hours(), "1[0-2]", "[1-9]"))
    return re.compile(
        rf"(?<![\w.,:-])({hours})\so['’]clock\s(?:(?:sharp|on\s\w+)\s)?"
        r"(?:in\sthe\s(?P<half>morning|afternoon|evening)|at\s(?P<night>night))(?!\w)"
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the times of day of a text."""
    text = reading.lower
    if reading.has_digits:
        if _half().search(text):
            yield from _twelve_hour_times(text)
        for match in _twenty_four_hours().finditer(text):
            hour, minute = (part for part in match.groups() if part)
            yield Placeable(PlaceableKind.TIME, Span(*match.span()), f"{int(hour) % 24:02}:{minute}")
        if "." in text:
            yield from _times_with_points(text)
    if "clock" in text:
        for match in _by_the_clock().finditer(text):
            hour = int(match[1]) if match[1].isdigit() else _hours()[match[1]]
            is_late = match["half"] != "morning" and (match["night"] is None or hour >= _NIGHTFALL)
            minutes = hour % 12 * 60 + (720 if is_late and not (match["night"] and hour == _MIDNIGHT) else 0)
            yield Placeable(PlaceableKind.TIME, Span(*match.span()), _value(minutes))
    if not reading.words.isdisjoint(("noon", "midday", "midnight")):
        for match in _named().finditer(text):
            yield Placeable(PlaceableKind.TIME, Span(*match.span()), "00:00" if match[1] == "midnight" else "12:00")


def _times_with_points(text: str) -> Iterator[Placeable]:
    for match in _with_points().finditer(text):
        ends = [at for at in (1, 3, 5) if match[at]]
        times = [int(match[at]) * 60 + int(match[at + 1]) for at in ends]
        is_of_a_day = times == sorted(set(times)) and times[-1] <= _DAY and (len(times) == 1 or times[0] >= _EARLIEST)
        if not is_of_a_day or _NUMBERED.search(text, 0, match.start()):
            continue
        for at, time in zip(ends, times, strict=True):
            span = Span(match.start(at), match.end(at + 1))
            yield Placeable(PlaceableKind.TIME, span, _value(time % _DAY))


def _twelve_hour_times(text: str) -> Iterator[Placeable]:
    for match in _twelve_hours().finditer(text):
        last = _minutes(match["last"], match["last_half"])
        if match["first"]:
            first = _minutes(match["first"], match["first_half"] or match["last_half"])
            if not match["first_half"] and first > last:
                first = (first + 720) % 1440
            end = match.end("first_half") if match["first_half"] else match.end("first")
            yield Placeable(PlaceableKind.TIME, Span(match.start("first"), end), _value(first))
        yield Placeable(PlaceableKind.TIME, Span(match.start("last"), match.end()), _value(last))


@cache
def _whole_hours() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)(\d{1,2})(?:[.:](\d\d))?[ \u00a0\u2009\u202f]*([ap])\.?m\b\.?")


def on_day_clock(text: str) -> str:
    """Returns a text in lower case with times of twelve hours as figures of twenty-four: "3 p.m." is "15", "3.30" "15
    30"."""
    return _whole_hours().sub(_of_day, text)


def _of_day(found: re.Match[str]) -> str:
    hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0)
    return f"{hour} {found[2]}" if found[2] and found[2] != "00" else str(hour)


def _minutes(clock: str, half: str) -> int:
    """Returns the minutes since midnight of an hour of the 12-hour clock."""
    hour, _, minutes = clock.replace(":", ".").partition(".")
    return int(hour) % 12 * 60 + int(minutes or 0) + (720 if "p" in half else 0)


def _value(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
