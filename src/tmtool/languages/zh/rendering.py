"""Writes values in the manner of a Chinese text: 2014年6月25日, 第六十九届, 第7364次, 1.25万, 下午3时, 第5条."""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages import manners
from tmtool.languages.manners import Manner
from tmtool.languages.rendering import Change, Rewritten, UncertainError, calendar, copied
from tmtool.languages.tables import rows
from tmtool.languages.zh.numerals import ONES, SCALES, TENS, TWO
from tmtool.model import Placeable, PlaceableKind
from tmtool.model.wording import say

_LEAST = min(SCALES, key=lambda one: SCALES[one])
_SCALES = SCALES | {TENS[ten] + _LEAST: len(str(ten)) - 1 + SCALES[_LEAST] for ten in (100, 1000)}
_DATE = re.compile(r"(?P<year>[0-9]{4}年)?(?P<month>[0-9]{1,2}月)?(?:(?P<day>[0-9]{1,2})(?P<end>[日号])?)?")
_WEEKDAYS = {number: name for name, number in reversed(rows(Path(__file__).with_name("weekdays.tsv")))}
_TIME = re.compile(r"(?P<half>上午|下午)?(?P<hour>[0-9]{1,2})(?P<point>[时点])(?:(?P<minute>[0-9]{1,2})分?)?")
_NOON = 12
_CLOSE, _SPACED = manners.grouped("", "."), manners.grouped(" ", ".")
_GROUPED = (_CLOSE, _SPACED, manners.grouped(",", "."))
_THOUSANDS = re.compile(r"[0-9]{4}|[0-9][ ,][0-9]{3}")
_SINGLE = frozenset([*ONES[2:], TENS[10], TWO])
_LONG_IN_HAN = 100
"""From this number on what is counted is counted in figures."""


def han(value: str) -> str | None:
    """Writes a number from 1 to 9999 in Han characters: 六十九, 一百零五."""
    if not value.isdigit() or not 0 < int(value) < 10_000:
        return None
    number, text, skipped = int(value), "", False
    for unit, name in (*sorted(TENS.items(), reverse=True), (1, "")):
        figure, number = divmod(number, unit)
        if figure:
            text += (ONES[0] if skipped and text else "") + ONES[figure] + name
            skipped = False
        elif text:
            skipped = True
    return text[1:] if text.startswith(ONES[1] + TENS[10]) else text


def _positional(value: str) -> str | None:
    return "".join(ONES[int(one)] for one in value) if value.isdigit() and len(value) > 2 else None


def _numbers(written: str) -> list[Manner]:
    """Returns the manners of numbers; where the one that is there has no thousands, those of another are apart."""
    ways = _GROUPED if _THOUSANDS.search(written) else (_SPACED,)
    scales = [manners.scaled(word, exponent, way) for word, exponent in _SCALES.items() for way in ways[:2]]
    return [*ways, *scales, han]


def rewrite(text: str, place: Placeable, change: Change) -> Rewritten:
    """Writes the new value in the place of the old one (`languages.rendering.Rewrite`). Raises UncertainError."""
    written = place.span.of(text)
    match change.kind:
        case PlaceableKind.NUMBER:
            if written in _SINGLE:
                return Rewritten(place.span, _single(written, text[place.span.end :], change))
            return Rewritten(place.span, manners.alike(written, change, _numbers(written)))
        case PlaceableKind.PERCENT:
            ways = [manners.followed_by(manner, sign) for manner in _GROUPED for sign in ("%", "％", " %", "")]
            ways += [_after("百分之", han), _after("百分之", _CLOSE)]
            return Rewritten(place.span, manners.alike(written, change, ways))
        case PlaceableKind.ORDINAL:
            ways = [_after("第", manners.figures), _after("第", han), _after("第 ", manners.figures)]
            return Rewritten(place.span, manners.alike(written, change, ways))
        case PlaceableKind.DATE:
            return Rewritten(place.span, _spaced_date(written, change))
        case PlaceableKind.WEEKDAY:
            return Rewritten(place.span, written[:-1] + _WEEKDAYS[change.new])
        case PlaceableKind.TIME:
            return Rewritten(place.span, _time(written, change.old, change.new))
        case PlaceableKind.REFERENCE:
            old, new = (value.rpartition(":")[2] for value in (change.old, change.new))
            ways = [manners.figures, han, _positional, manners.capital, manners.roman_figures]
            return Rewritten(place.span, manners.with_parts(written, old, new, ways))
        case _:
            return copied(text, place, change)


def _after(start: str, manner: Manner) -> Manner:
    return lambda value: None if (text := manner(value)) is None else start + text


def _single(written: str, following: str, change: Change) -> str:
    """Returns a number in Han characters in the place of one of a single character: 两 is two before what counts."""
    new = TWO if change.new == "2" and not following.startswith("月") else han(change.new)
    if new is None or int(change.new) >= _LONG_IN_HAN:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return new


def _spaced_date(written: str, change: Change) -> str:
    """Returns the new date, with spaces around its figures where the old one has them: 2020 年 3 月 10 日."""
    if " " not in written:
        return _date(written, change)
    close = written.replace(" ", "")
    if _apart(close) != written:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return _apart(_date(close, change))


def _apart(date: str) -> str:
    return re.sub(r"(?<=[0-9])(?=[年月日号])|(?<=[年月])(?=[0-9])", " ", date)


def _date(written: str, change: Change) -> str:
    """Returns the new date with the parts of the old one; what it has from the date before is read again later."""
    parts = _DATE.fullmatch(written)
    (year, _, day), (new_year, new_month, new_day) = calendar(change.old), calendar(change.new)
    known = parts is not None and (parts["day"] is None) == (day is None) == (new_day is None)
    if parts is None or not known or (parts["year"] and (year is None or new_year is None)):
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    pieces = [f"{new_year}年" if parts["year"] else "", f"{new_month}月" if parts["month"] else ""]
    return "".join([*pieces, f"{new_day}{parts['end'] or ''}" if parts["day"] else ""])


def _time(written: str, old: str, new: str) -> str:
    parts = _TIME.fullmatch(written)
    hour, minute = (int(part) for part in new.split(":"))
    old_hour = int(old.partition(":")[0])
    if parts is None or (not parts["half"] and max(hour, old_hour) > _NOON):
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    half = parts["half"] or ""
    if half:
        half, hour = ("上午", hour) if hour < _NOON else ("下午", hour - _NOON or _NOON)
        if hour == _NOON or hour == 0:
            raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return f"{half}{hour}{parts['point']}" + (f"{minute:02}分" if minute else "")
