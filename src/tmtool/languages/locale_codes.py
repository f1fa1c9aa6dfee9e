"""Which words are codes of languages, whether tmtool knows the language or not? Those of the locales of POSIX."""

from __future__ import annotations

import re
from functools import cache
from locale import locale_alias

from tmtool.languages.tags import primary

_SHORT = re.compile(r"[a-z]{2,3}")
_OTHER_WORDS = frozenset({"id", "no", "mt", "tm", "se", "is", "as", "or"})
"""Codes that are another word where they are alone above a column."""


def is_code(written: str) -> bool:
    """Tells whether a tag, with or without a region, begins with the code of a language and is not likely to be another
    word."""
    key = written.strip().lower()
    if _SHORT.fullmatch(key):
        return key in _codes() - _OTHER_WORDS
    return primary(key) in _codes()


@cache
def _codes() -> frozenset[str]:
    return frozenset(name.split("_")[0] for name in locale_alias.values() if re.match(r"[a-z]{2,3}_", name))


def usual_region(tag: str) -> str:
    """Returns a tag with the region of its language's usual locale: the tag itself if it has one, or none is known."""
    if "-" in tag:
        return tag
    found = re.match(r"([a-z]{2,3})_([A-Z]{2})\b", locale_alias.get(tag.lower(), ""))
    return f"{tag}-{found[2]}" if found and found[2] != "AA" else tag
