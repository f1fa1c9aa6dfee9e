"""Says what is on a page of a PDF file: characters, lines drawn, and rows of characters that are level.

Lengths are in points (PDF 1.7, 8.3.2), the height of a row is that of the box of its font.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """A `Glyph` is a character with its edges, its base line and the height of its font's box; `index` is its place in
    the file. `is_bold` is that of the first character of its piece of text."""

    text: str
    left: float
    right: float
    base: float
    height: float
    index: int
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """`Rules` are thin lines drawn on a page: upright ones as x, bottom, top; level ones as y, left, right."""

    upright: tuple[tuple[float, float, float], ...] = ()
    level: tuple[tuple[float, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Chunk:
    """A `Chunk` is a piece of a row; `first` is the width of its first word; `note` is the raised mark that it began
    with, `marks` are those after its words: all these are left out of the text."""

    text: str
    left: float
    right: float
    first: float = 0.0
    note: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A `Row` holds the chunks at one height, from left to right; most of their letters may be bold."""

    base: float
    height: float
    chunks: tuple[Chunk, ...]
    is_bold: bool = False
