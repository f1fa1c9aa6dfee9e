"""Keeps the placeables of a text, found once: it is asked whether the text is like a query, then what differs."""

from __future__ import annotations

from functools import lru_cache

from tmtool.languages.language import Language
from tmtool.model import Placeable

_REMEMBERED = 512
"""How many texts are kept: a query is held against several matches, an agenda repeats its sentences."""


@lru_cache(_REMEMBERED)
def placeables_of(text: str, language: Language) -> tuple[Placeable, ...]:
    """Returns the placeables that the language finds in the text."""
    return language.placeables(text)
