"""Edits a file of characters whose passages can be changed: a plain text, a table.

What is written keeps the encoding, the byte order marks and the line ends of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmtool.formats.encoding import decode, read_bytes
from tmtool.formats.passages import Edit, Passage, edited, place_of
from tmtool.model import Span

LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
"""A line, and its end, which a final line may lack."""
_CODECS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A `TextFile` is a file of characters. `mark` are the byte order marks before them, `codec` what they are written
    in."""

    passages: Sequence[Passage]
    text: str
    mark: bytes
    codec: str
    written: Callable[[str], str] = str

    def edits(self, passage: Passage, span: Span, text: str) -> tuple[Edit, ...] | None:
        """Returns one edit, or None if the encoding of the file has not all characters of `text`."""
        place = place_of(passage, span)
        try:
            text.encode(self.codec)
        except UnicodeEncodeError:
            return None
        return None if place is None else (Edit(place, self.written(text)),)

    def content(self, edits: Iterable[Edit]) -> bytes:
        """Returns the bytes of the file after the edits."""
        return self.mark + edited(self.text, edits).encode(self.codec)


def characters_of(path: Path) -> tuple[str, bytes, str]:
    """Returns the characters of a file, the byte order marks before them, and their encoding."""
    data = read_bytes(path)
    text = decode(data, path)
    for codec in _CODECS:
        try:
            encoded = text.encode(codec)
        except UnicodeEncodeError:
            continue
        if data.endswith(encoded) and not data[: len(data) - len(encoded)].decode(codec, "replace").strip("\ufeff"):
            return text, data[: len(data) - len(encoded)], codec
    raise AssertionError("what was decoded strictly is encoded again")
