"""What parts the elements of a list in a language, what joins the last two, and what begins a text that carries on?"""

from __future__ import annotations

import re
from functools import cache

from tmtool import languages

_MARK = re.compile("[,;:()，、；：（）،؛]")


@cache
def separators(language: str) -> re.Pattern[str]:
    """Returns the pattern of what parts the elements of a list."""
    return re.compile(rf"{_MARK.pattern}|{_joints(language)}", re.IGNORECASE)


@cache
def coordinators(language: str) -> re.Pattern[str]:
    """Returns the pattern of what joins two halves of a pair."""
    return re.compile(rf"{_joints(language)}|/", re.IGNORECASE)


def _joints(language: str) -> str:
    """Returns an expression for what joins members of a series: small words, or what the language says itself."""
    known = languages.get(language)
    words = known.small_words.coordinating
    return rf"\b(?:{words})\b" if known.small_words.coordinators else known.pattern("joins").pattern


def carries_on(text: str, language: str) -> bool:
    """Tells whether a text begins as one that carries a sentence on."""
    return languages.get(language).pattern("carries-on").match(text) is not None
