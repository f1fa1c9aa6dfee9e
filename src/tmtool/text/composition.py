"""Text with combining accents made whole (Unicode NFC), and places in it led back to the text as it came.

macOS gives names and some PDF files text in NFD: "É" as "E" and an accent. Words are read in NFC.
"""

from __future__ import annotations

import re
import unicodedata

from tmtool.model import Span

_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")


def composed(text: str) -> str:
    """The text in NFC."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


class Composition:
    """A text with its letters and accents made one where that is possible, and the way back."""

    def __init__(self, original: str) -> None:
        pieces = [unicodedata.normalize("NFC", cluster) for cluster in _CLUSTER.findall(original)]
        self.text = "".join(pieces)
        self._starts: list[int] = []
        start = 0
        for cluster, piece in zip(_CLUSTER.findall(original), pieces, strict=True):
            self._starts += [start] * len(piece)
            start += len(cluster)
        self._starts.append(start)

    def original(self, span: Span) -> Span:
        """A span of `text` as one of the text as it came."""
        return Span(self._starts[span.start], self._starts[span.end])
