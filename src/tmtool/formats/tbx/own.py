"""Writes what only tmtool says into a note of TBX 3, and knows it again: ``x-part-of-speech = proper``.

TBX-Basic allows no category of one's own; a note is where people and other programs still see it. White space that
counts is in a JSON string.
"""

from __future__ import annotations

import json
import re

from tmtool.formats.term_entries import folded

_NAME = re.compile(r"x-[a-z-]+")
_IS = " = "


def written(name: str, value: str) -> str:
    """Returns the text of the note. What comes after a colon in the name may be any text, as the value may."""
    kind, colon, rest = name.partition(":")
    return f"{kind}{colon}{_safe(rest) if colon else ''}{_IS}{_safe(value)}"


def _safe(text: str) -> str:
    is_plain = bool(text) and folded(text) == text and _IS not in text and not text.startswith('"')
    # Of several spaces in a row a reader leaves one.
    return text if is_plain else json.dumps(text).replace("  ", r" \u0020")


def read(note: str) -> tuple[str, str] | None:
    """Returns the name and the value that a note says, None for one that says no such thing."""
    kind = _NAME.match(note)
    if kind is None:
        return None
    name, rest = kind[0], note[kind.end() :]
    if rest.startswith(":"):
        text, rest = _taken(rest[1:])
        name = f"{name}:{text}"
    if not rest.startswith(_IS):
        return None
    value, rest = _taken(rest.removeprefix(_IS))
    return None if rest else (name, value)


def _taken(text: str) -> tuple[str, str]:
    """Returns a text that a note begins with, and what follows it."""
    if text.startswith('"'):
        try:
            value, end = json.JSONDecoder().raw_decode(text)
        except ValueError:
            value, end = "", 0
        if end:
            return str(value), text[end:]
    plain, sign, rest = text.partition(_IS)
    return plain, sign + rest
