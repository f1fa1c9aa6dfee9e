"""Finds the number two that is said by the dual of a noun: شهرين, اجتماعان."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.languages.ar import counting
from tmtool.model import Placeable, PlaceableKind, Span

_DUAL = re.compile(r"(?<![\w\u064b-\u0652])[^\W\d_]{3,}[اي]ن(?!\w)")
_TWO = "2"


def unread(text: str, value: str) -> tuple[Placeable, ...]:
    """Returns the places of the nouns in the dual, without what is written together with them, if that is the value."""
    return tuple(_duals(text)) if value == _TWO else ()


def _duals(text: str) -> Iterator[Placeable]:
    for found in _DUAL.finditer(text):
        prefix, noun, _ = counting.dual(found.group())
        if noun is not None:
            yield Placeable(PlaceableKind.NUMBER, Span(found.start() + len(prefix), found.end()), _TWO)
