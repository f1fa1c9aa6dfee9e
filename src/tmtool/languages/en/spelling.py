"""Finds the words of an English text."""

from __future__ import annotations

import re
from functools import lru_cache

from tmtool.model import Span

_POSSESSIVE = r"['’][sS](?!\w)"
_WORD = re.compile(rf"[0-9]+(?:[.,][0-9]+)*|[^\W_]+(?:(?!{_POSSESSIVE})['’][^\W_]+)*|(?<=[^\W_]){_POSSESSIVE}")


@lru_cache(maxsize=32)  # the checks take turns over some pairs
def words(text: str) -> tuple[Span, ...]:
    """Returns the spans of the words; hyphens divide, a possessive 's is a word, "o'clock" and "don't" are one."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))


def words_written(text: str) -> list[str]:
    """Returns the words as they are written: what the spans of `words` cover."""
    found: list[str] = _WORD.findall(text)
    return found
