"""Finds single Han numerals before a word that counts, which are no numbers elsewhere: 五份报告, 两个月."""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.tables import any_word
from tmtool.languages.zh.numerals import HAN
from tmtool.model import Placeable, PlaceableKind, Span

_COUNTERS = rf"{any_word(Path(__file__).parent, 'counter')}|年(?!级)"
_ONES = {one: str(value) for value, one in enumerate("二三四五六七八九十", 2)} | {"两": "2"}
_SINGLE = re.compile(rf"(?<!{HAN})(?<![第数几之周])(?<!星期)(?P<one>[{''.join(_ONES)}])(?=(?:{_COUNTERS}))")


def unread(text: str, value: str) -> tuple[Placeable, ...]:
    """Returns the places of a number up to ten in one Han character before a word that counts."""
    return tuple(
        Placeable(PlaceableKind.NUMBER, Span(*found.span("one")), value)
        for found in _SINGLE.finditer(text)
        if _ONES[found["one"]] == value
    )
