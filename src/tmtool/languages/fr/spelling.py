"""Finds the words of a French text, elisions apart."""

from __future__ import annotations

import re
from functools import lru_cache

from tmtool.model import Span

_ELIDED = r"(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[^\W_])"
_LETTERS = r"[^\W_]+(?:['’][^\W_]+)*"
_WORD = re.compile(rf"[0-9]+(?:[.,][0-9]+)*|{_ELIDED}|{_LETTERS}|(?<=[^\W_])['’]{_LETTERS}")


@lru_cache(maxsize=32)  # the checks take turns over some pairs
def words(text: str) -> tuple[Span, ...]:
    """Returns the spans of the words; hyphens divide, an elided word keeps its apostrophe: "l'|organisation",
    "aujourd'hui"."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))


def words_written(text: str) -> list[str]:
    """Returns the words as they are written: what the spans of `words` cover."""
    found: list[str] = _WORD.findall(text)
    return found
