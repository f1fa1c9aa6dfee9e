"""Reads the tags and texts of a web page as they are in the file, so that all else can be kept byte for byte.

HTML standard of WHATWG, 13.1.2 (elements) and 13.2.5 (tokens): void elements have no end, the content of scripts and
styles is no markup, a reference to a character may lack its semicolon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tmtool.formats.xml_tokens import Tag, Text
from tmtool.model import Span

_RAW = "script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext"
_TOKEN = re.compile(
    rf"""<!--.*?(?:-->|\Z)|<![^>]*>|<\?[^>]*>
    |<(?P<raw>{_RAW})\b(?:[^<>"']|"[^"]*"|'[^']*')*>.*?(?:</(?P=raw)\s*>|\Z)
    |<(?P<close>/?)(?P<name>[a-zA-Z][^\s<>/]*)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*?)(?P<empty>/?)>
    |(?P<text>[^<]+|<)""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"}
)


@dataclass(frozen=True, slots=True)
class Page:
    """A `Page` is a web page as characters, with the encoding that it is written in."""

    text: str
    mark: bytes
    codec: str

    def tokens_between(self, start: int, end: int) -> Iterator[Tag | Text]:
        """Yields the tags and texts between two places; comments, scripts and styles are neither."""
        for found in _TOKEN.finditer(self.text, start, end):
            if found["name"]:
                name = found["name"].lower()
                opens = not found["close"]
                closes = not opens or bool(found["empty"]) or name in _VOID
                yield Tag(Span(*found.span()), name, found["attributes"], opens, closes)
            elif found["text"] is not None:
                yield Text(Span(*found.span("text")), literal=False)

    def escaped(self, text: str) -> str:
        """Returns a text as character data; what the encoding cannot hold as a reference."""
        plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return plain.encode(self.codec, "xmlcharrefreplace").decode(self.codec)
