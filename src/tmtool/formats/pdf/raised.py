"""Which characters of a row are raised, and what do they mean?

Raised figures are notes' marks after a word, powers elsewhere. Shares are in heights of the characters; they were found
on pages printed by Word, LibreOffice and Chromium.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from tmtool.formats.pdf.rows import Chunk, Glyph

SMALL = 0.85
"""The height of a raised character at most, and of the smaller type of a row."""
_RAISED = 0.12
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_FIGURES = re.compile(r"(?<=[\d])[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹])")
_NOTE_MARK = re.compile(r"\d{1,3}(?:,\d{1,3})*|[*†‡]{1,3}|[a-z]")
_AFTER_A_WORD = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?)\]»”\"’])\s*$")


def base_of(level: Sequence[Glyph]) -> float:
    """Returns the base line of most of a level, small raised characters left aside."""
    small = SMALL * height_of(level)
    return median(glyph.base for glyph in level if glyph.height > small)


def height_of(level: Sequence[Glyph]) -> float:
    """Returns the height of the type that most of a level is set in, small raised ones left aside."""
    letters = [glyph.height for glyph in level if glyph.text.strip()] or [glyph.height for glyph in level]
    largest = max(letters)
    return median(height for height in letters if height > SMALL * largest)


def is_raised(glyph: Glyph, base: float, height: float) -> bool:
    """Tells whether this is a small character above the base line of a row whose characters have that height."""
    return glyph.height <= SMALL * height and glyph.base > base + _RAISED * height


def with_raised(text: str, raised: str, note: str, marks: list[str]) -> tuple[str, str]:
    """Returns the text with the raised letters after it: notes' marks are left out and added to `marks`, powers kept as
    such, "er" of 1er lowered; and the mark at its beginning."""
    if _NOTE_MARK.fullmatch(raised) and (len(raised) > 1 or not raised.isalpha()):
        if not text.strip():
            return "", raised
        if _AFTER_A_WORD.search(text):
            marks += raised.split(",")
            return text, note
    return text + raised.translate(_POWERS), note


def raised_figures(chunk: Chunk) -> list[str]:
    """Returns the raised figures after a figure, which may be a power or the mark of a note."""
    return [found.translate(_FIGURES) for found in _RAISED_FIGURES.findall(chunk.text)]


def without_marks(text: str, notes: frozenset[str]) -> str:
    """Returns the text without raised figures after a figure that are those of a note of the page ("resolution
    5/3¹")."""
    return _RAISED_FIGURES.sub(lambda found: "" if found[0].translate(_FIGURES) in notes else found[0], text)
