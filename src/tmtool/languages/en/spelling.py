"""Finds the words of an English text."""

from __future__ import annotations

import re

from tmtool.model import Span

_POSSESSIVE = r"['’][sS](?!\w)"
_WORD = re.compile(rf"[0-9]+(?:[.,][0-9]+)*|[^\W_](?:[^\W_]|(?!{_POSSESSIVE})['’](?=[^\W_]))*|(?<=[^\W_]){_POSSESSIVE}")


def words(text: str) -> tuple[Span, ...]:
    """Returns the spans of the words; hyphens divide, a possessive 's is a word, "o'clock" and "don't" are one."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))
