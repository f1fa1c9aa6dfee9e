"""Reads Chinese numerals: figures with the scales 万 and 亿, numerals in Han characters, ordinals with 第, per cent.

A single Han numeral is mostly no number (一个, 一致): it counts only as an ordinal with 第. What the single ones may
say is in ``hidden_numbers.tsv``; the characters are in ``numerals.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path

from tmtool.languages.finding import Reading
from tmtool.languages.numerals import plain
from tmtool.languages.tables import any_sign, any_word, rows
from tmtool.model import Placeable, PlaceableKind, Span

_FOLDER = Path(__file__).parent
_ROWS = rows(_FOLDER / "numerals.tsv")


def _of(*roles: str) -> dict[str, int]:
    """Returns the characters of these roles with their values."""
    return {one: int(value) for one, value, role in _ROWS if role in roles}


_FIGURES, _TENS, _SCALES = _of("zero", "figure", "other"), _of("ten"), _of("scale")
_EXPONENTS = {one: len(str(value)) - 1 for one, value in (_TENS | _SCALES).items()}
_TEN, _HUNDRED = list(_TENS)[:2]
_LEAST, _LARGEST = _SCALES
_ZEROS = _of("zero")
HAN = f"[{''.join([*_FIGURES, *_EXPONENTS])}]"
"""A character of a numeral."""
ONES = "".join([next(iter(_of("zero"))), *_of("figure")])
"""The characters of figures, from 0 to 9."""
TENS = {value: one for one, value in _TENS.items()}
"""The characters of tens, hundreds and thousands."""
SCALES = {one: len(str(value)) - 1 for one, value in _SCALES.items()}
"""The characters that regroup, with their powers of ten."""
UP_TO_TEN = f"{ONES[1:]}{_TEN}"
"""The characters from 1 to 10, as what follows to be put between square brackets."""
TWO = next(one for one, value in _of("other").items() if value == 2)
"""How two is written before what is counted."""
IN_YEARS = "".join(one for one in _FIGURES if one != TWO)
"""The characters of years."""
DIGITS = r"[0-9]{1,3}(?:[ ,\u00a0\u202f][0-9]{3})++(?![0-9])|[0-9]++"
"""Figures of a whole number."""

_RANGE = re.compile(rf"\s?[{any_sign(_FOLDER, 'range')}]\s?")
_ABOUT = any_sign(_FOLDER, "about-so-many")
_NO_SCALE = re.compile(rf"[\s{_ABOUT}]")
_VAGUE = re.compile(rf"(?:几|(?<![{any_sign(_FOLDER, 'before-vague')}])数)$")
"""What makes tens of thousands of a numeral: 数十万, but not 人数十二."""


@cache
def _ordinals() -> re.Pattern[str]:
    return re.compile(rf"第\s?(?:(?P<figures>[0-9]++)|(?P<han>{HAN}+))(?!\s?[/.(\d])")


@cache
def _numbers() -> re.Pattern[str]:
    tens, scales = "".join(_TENS), "".join(_SCALES)
    more = tens.replace(_TEN, "")
    return re.compile(
        rf"(?P<share>{any_word(_FOLDER, 'share')})?(?<!数以)"
        r"(?:(?<![\w.,/])|(?<=[^\x00-\x7f])|(?<=[\u3400-\u9fff],)|(?<=,[0-9]{3}/))"
        rf"(?<![0-9][.,])(?<![A-Za-z][-‑])(?:(?<![\u3400-\u9fff][-‑])|(?<=[{any_sign(_FOLDER, 'below-zero')}][-‑]))"
        rf"(?:(?P<whole>{DIGITS})(?:\.(?P<fraction>[0-9]++))?+"
        rf"(?P<scale>[ ]?[{_ABOUT}]?(?:{_LEAST}{_LARGEST}|[{tens}]?[{scales}]"
        rf"|[{more}](?!{any_word(_FOLDER, 'unit-after-scale')})))?"
        rf"(?:(?P<more>[0-9][0-9 ]{{0,4}}(?:\.[0-9]++)?+)(?P<scale2>[{more}]?{_LEAST}))?"
        rf"|(?P<han>{HAN}+[{_ABOUT}][{scales}]|{HAN}{{2,}}|(?<=百分之){HAN}+)(?P<point>点{HAN}+)?)"
        r"(?P<percent>\s?(?:%|％))?(?![A-Za-z0-9_])"
    )


@cache
def _centuries() -> re.Pattern[str]:
    return re.compile(rf"(?P<century>[0-9]{{2}}|{HAN}{{2,3}})\s?世纪\s?(?P<decade>[0-9]0|{HAN}{_TEN})\s?年代")


def han_value(text: str, *, positional: bool = False) -> int | None:
    """Returns what a row of Han numerals says: 二十五 is 25, 一九九四 is 1994; None for what is no number (千万,
    三四). `positional` tells that figures in a row are those of one number, however few."""
    if all(one in _FIGURES for one in text):
        value = int("".join(str(_FIGURES[one]) for one in text))
        return value if positional or len(text) == 1 or len(text) >= 4 or any(one in _ZEROS for one in text) else None
    if not any(one in _FIGURES or one == _TEN for one in text):
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
            section += (figure or (1 if one == _TEN else 0)) * _TENS[one]
        else:
            total = (total + section + figure) * _SCALES[one]
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
        if value is None or (
            match["han"] and _VAGUE.search(reading.text, max(0, match.start("han") - 2), match.start("han"))
        ):
            continue
        percent = match["percent"] or match["share"] == "百分之"
        if not percent and match["share"]:
            continue
        if following and following["percent"] and match["whole"] and not match["scale"]:
            percent = percent or _RANGE.fullmatch(reading.text, match.end(), following.start())
        yield Placeable(PlaceableKind.PERCENT if percent else PlaceableKind.NUMBER, span, value)


def _value(match: re.Match[str]) -> str | None:
    if han := match["han"]:
        if match["share"] and han == _HUNDRED:
            return str(_TENS[han])
        value = han_value(_NO_SCALE.sub("", han))
        if value is None:
            return None
        point = match["point"]
        if point:
            return plain(str(value), "".join(str(_FIGURES.get(one, "")) for one in point[1:]))
        return str(value)
    exponent = sum(_EXPONENTS[one] for one in _NO_SCALE.sub("", match["scale"] or ""))
    whole = re.sub(r"\D", "", match["whole"])
    first = plain(whole, match["fraction"] or "", exponent)
    if match["more"] and "." not in first:
        more, _, fraction = match["more"].replace(" ", "").partition(".")
        second = plain(more, fraction, sum(_EXPONENTS[one] for one in match["scale2"]))
        return str(int(first) + int(second)) if "." not in second and exponent > 4 else first
    return first
