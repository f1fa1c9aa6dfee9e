"""Finds single Han numerals before a word that counts, which are no numbers elsewhere: 五份报告, 两个月."""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.tables import any_word
from tmtool.languages.zh.numerals import HAN, ONES, TENS, TWO
from tmtool.model import Placeable, PlaceableKind, Span

_FOLDER = Path(__file__).parent
_COUNTERS = rf"{any_word(_FOLDER, 'counter')}|年(?!{any_word(_FOLDER, 'counted-from-year')})"
_ONES = {one: str(value) for value, one in enumerate([*ONES[2:], TENS[10]], 2)} | {TWO: "2"}
_BEFORE = "".join(f"(?<!{word})" for word in any_word(_FOLDER, "no-number-before").split("|"))
_SINGLE = re.compile(rf"(?<!{HAN}){_BEFORE}(?P<one>[{''.join(_ONES)}])(?=(?:{_COUNTERS}))")


def unread(text: str, value: str) -> tuple[Placeable, ...]:
    """Returns the places of a number up to ten in one Han character before a word that counts."""
    return tuple(
        Placeable(PlaceableKind.NUMBER, Span(*found.span("one")), value)
        for found in _SINGLE.finditer(text)
        if _ONES[found["one"]] == value
    )
