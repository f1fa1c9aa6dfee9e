"""Reads Chinese numerals: figures with the scales 万 and 亿, numerals in Han characters, ordinals with 第, per cent.

A single Han numeral is mostly no number (一个, 一致): it counts only as an ordinal with 第. What the single ones may
say is in ``hidden_numbers.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from tmtool.languages.finding import Reading
from tmtool.languages.numerals import plain
from tmtool.model import Placeable, PlaceableKind, Span

_FIGURES = {one: n for n, one in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 4, "亿": 8}
_EXPONENTS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
HAN = "[〇○零一二两三四五六七八九十百千万亿]"
"""A character of a numeral."""
DIGITS = r"[0-9]{1,3}(?:[ ,\u00a0\u202f][0-9]{3})++(?![0-9])|[0-9]++"
"""Figures of a whole number."""

_RANGE = re.compile(r"\s?[-–—~～至到]\s?")
_ABOUT = re.compile("[多余几]")
"""What makes a numeral one of about so many: 五千二百多万."""
_VAGUE = re.compile(r"(?:几|(?<![人总次多少半额倍款个岁票份])数)$")
"""What makes tens of thousands of a numeral: 数十万, but not 人数十二."""


@cache
def _ordinals() -> re.Pattern[str]:
    return re.compile(rf"第\s?(?:(?P<figures>[0-9]++)|(?P<han>{HAN}+))(?!\s?[/.(\d])")


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<share>百分之|千分之)?(?<!数以)(?:(?<![\w.,/])|(?<=[^\x00-\x7f])|(?<=,[0-9]{{3}}/))(?<![0-9][.,])(?<![A-Za-z][-‑])(?<![\u3400-\u9fff][-‑])"
        rf"(?:(?P<whole>{DIGITS})(?:\.(?P<fraction>[0-9]++))?+"
        r"(?P<scale>[ ]?[多余几]?(?:万亿|[十百千]?[万亿]|[百千](?!米|克|瓦|兆|卡|赫)))?"
        rf"(?:(?P<more>[0-9][0-9 ]{{0,4}}(?:\.[0-9]++)?+)(?P<scale2>[百千]?万))?"
        rf"|(?P<han>{HAN}+[多余几][万亿]|{HAN}{{2,}}|(?<=百分之){HAN}+)(?P<point>点{HAN}+)?)"
        r"(?P<percent>\s?(?:%|％))?(?![A-Za-z0-9_])"
    )


@cache
def _centuries() -> re.Pattern[str]:
    return re.compile(rf"(?P<century>[0-9]{{2}}|{HAN}{{2,3}})\s?世纪\s?(?P<decade>[0-9]0|{HAN}十)\s?年代")


def han_value(text: str, *, positional: bool = False) -> int | None:
    """Returns what a row of Han numerals says: 二十五 is 25, 一九九四 is 1994; None for what is no number (千万,
    三四). `positional` tells that figures in a row are those of one number, however few."""
    if all(one in _FIGURES for one in text):
        value = int("".join(str(_FIGURES[one]) for one in text))
        return value if positional or len(text) == 1 or len(text) >= 4 or "〇" in text or "零" in text else None
    if not any(one in _FIGURES or one == "十" for one in text):
        return None
    total = section = figure = 0
    last_figure = False
    for one in text:
        if one in _FIGURES:
            if last_figure and figure:
                return None
            figure, last_figure = _FIGURES[one], True
            continue
        if one in _TENS:
            section += (figure or (1 if one == "十" else 0)) * _TENS[one]
        else:
            total = (total + section + figure) * 10 ** _SCALES[one]
            section = 0
        figure, last_figure = 0, False
    return total + section + figure


def find_centuries(reading: Reading) -> Iterator[Placeable]:
    """Yields decades with their century as years: 20世纪90年代 is 1990."""
    if "世纪" not in reading.text:
        return
    for match in _centuries().finditer(reading.text):
        century, decade = (int(part) if part.isdigit() else han_value(part) for part in match.groups())
        if century and decade:
            yield Placeable(PlaceableKind.NUMBER, Span(*match.span()), str((century - 1) * 100 + decade))


def find_ordinals(reading: Reading) -> Iterator[Placeable]:
    """Yields the ordinals of a text: 第七届, 第7364次."""
    if "第" not in reading.text:
        return
    for match in _ordinals().finditer(reading.text):
        value = int(match["figures"]) if match["figures"] else han_value(match["han"])
        if value is not None:
            yield Placeable(PlaceableKind.ORDINAL, Span(*match.span()), str(value))


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the numbers and percentages of a text."""
    matches = list(_numbers().finditer(reading.text))
    for match, following in zip_longest(matches, matches[1:]):
        span = Span(*match.span())
        value = _value(match)
        if value is None or (match["han"] and _VAGUE.search(reading.text, 0, match.start("han"))):
            continue
        percent = match["percent"] or match["share"] == "百分之"
        if not percent and match["share"]:
            continue
        if following and following["percent"] and match["whole"] and not match["scale"]:
            percent = percent or _RANGE.fullmatch(reading.text, match.end(), following.start())
        yield Placeable(PlaceableKind.PERCENT if percent else PlaceableKind.NUMBER, span, value)


def _value(match: re.Match[str]) -> str | None:
    if han := match["han"]:
        if match["share"] and han == "百":
            return str(_TENS[han])
        value = han_value(_ABOUT.sub("", han))
        if value is None:
            return None
        point = match["point"]
        if point:
            return plain(str(value), "".join(str(_FIGURES.get(one, "")) for one in point[1:]))
        return str(value)
    exponent = sum(_EXPONENTS[one] for one in (match["scale"] or "").strip(" 多余几"))
    whole = re.sub(r"\D", "", match["whole"])
    first = plain(whole, match["fraction"] or "", exponent)
    if match["more"] and "." not in first:
        more, _, fraction = match["more"].replace(" ", "").partition(".")
        second = plain(more, fraction, sum(_EXPONENTS[one] for one in match["scale2"]))
        return str(int(first) + int(second)) if "." not in second and exponent > 4 else first
    return first
