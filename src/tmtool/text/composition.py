"""Makes text with combining accents whole (Unicode NFC), without soft hyphens, and leads places in it back to the text
as it came.

macOS gives names and some PDF files text in NFD: "É" as "E" and an accent. Words are read in NFC. A soft hyphen
(U+00AD) only says where a word may be cut at a margin: it is no part of the word, and stays in a text that is written
back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tmtool.model import Span

_VOWELS_AND_ENDS = ("\u1160", "\u11ff")
"""The first and the last of the Hangul letters that join the one before, though they are no marks."""


_MANY_MARKS = re.compile(rb"[^\0]{32,}")
"""More marks on a letter than any language writes, by their combining classes."""


SOFT_HYPHEN = "\u00ad"
"""Says where a word may be cut."""


def without_soft_hyphens(text: str) -> str:
    """Returns the text without its soft hyphens; the very text where it has none."""
    return text.replace(SOFT_HYPHEN, "")


def readable(text: str) -> str:
    """Returns the text as its words are read and compared: without soft hyphens, in NFC."""
    if text.isascii():
        return text
    return composed(without_soft_hyphens(text))


def composed(text: str) -> str:
    """Returns the text in NFC."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return _composed_again(text)


@lru_cache(maxsize=8)  # one text is asked for again and again
def _composed_again(text: str) -> str:
    return unicodedata.normalize("NFC", _in_order(text))


def _in_order(text: str) -> str:
    """Returns the text with long rows of marks in canonical order: the library sorts them in a time that grows with the
    square of their number."""
    classes = bytes(map(unicodedata.combining, text))
    pieces, end = [], 0
    for row in _MANY_MARKS.finditer(classes):
        marks = text[row.start() : row.end()]
        marks = marks.translate({ord(mark): unicodedata.normalize("NFD", mark) for mark in set(marks)})
        pieces += [text[end : row.start()], *sorted(marks, key=unicodedata.combining)]
        end = row.end()
    return "".join((*pieces, text[end:])) if pieces else text


class Composition:
    """A `Composition` is a text as `readable` gives it, and the way back to the text as it came."""

    def __init__(self, original: str) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        for span in _clusters(original):
            piece = readable(span.of(original))
            pieces.append(piece)
            self._starts += [span.start] * len(piece)
        self.text = "".join(pieces)
        self._starts.append(len(original))

    def original(self, span: Span) -> Span:
        """Returns a span of `text` as one of the text as it came."""
        return Span(self._starts[span.start], self._starts[span.end])


def _clusters(text: str) -> Iterator[Span]:
    """Yields the letters with the marks that may join them or change places: what NFC changes lies within one of
    them."""
    start = 0
    for place in range(1, len(text)):
        if not _may_join(text[place]):
            yield Span(start, place)
            start = place
    if text:
        yield Span(start, len(text))


def _may_join(character: str) -> bool:
    """Is true for the combining marks of every script, and for the vowels and ends of Hangul."""
    first, last = _VOWELS_AND_ENDS
    return character >= "\u0300" and (first <= character <= last or unicodedata.category(character)[0] == "M")
