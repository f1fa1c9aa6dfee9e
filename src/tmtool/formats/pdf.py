"""Reads the text of a PDF file line by line, in reading order, as far as it holds text.

PDFium (by pypdfium2) says which character stands where; `pdf_lines` makes lines of them and `pdf_layout` finds
columns, tables and notes. The lines keep all that stands on a page, page numbers and running heads too:
`documents.cleaning` knows them by the page limits, which are form feeds. Why PDFium: docs/decisions.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tmtool.documents.cleaning import words_of
from tmtool.errors import InputError
from tmtool.formats.pdf_layout import page_of
from tmtool.formats.pdf_lines import Glyph, Row, Rules, rows_of
from tmtool.formats.registry import Format
from tmtool.model import Block, BlockKind

_MOST_PAGES = 5000
_MOST_CHARACTERS = 100_000
"""On one page; a page of a newspaper has some 30,000."""
_MOST_PATHS = 20_000
_THINNEST_CELL = 6.0
_THICKEST_RULE = 3.0
_HYPHEN_AT_LINE_END = "\x02"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_MOST_UNREADABLE = 0.5
_REMEDY = "open it and save or print it as PDF again"


@dataclass(frozen=True, slots=True)
class _Leaf:
    """What stands on a page; how many characters that is, and how many of them are no known letters."""

    rows: list[Row]
    rules: Rules
    characters: int
    unreadable: int


def read_blocks(path: Path) -> tuple[Block, ...]:
    """Every line as a block of kind LINE, an empty one between paragraphs, a form feed where a page begins.

    Lines that the margin broke are whole again; the notes of all pages stand after the last. Raises
    InputError for a file that is no PDF, is under a password, or holds pictures of text only.
    """
    leaves = list(_leaves(path))
    if sum(leaf.unreadable for leaf in leaves) > _MOST_UNREADABLE * sum(leaf.characters for leaf in leaves):
        problem = "its fonts do not say which letters they show, so that its text cannot be read"
        raise InputError(problem, "run OCR over it (OCRmyPDF --force-ocr)", path=path)
    if not any(leaf.rows for leaf in leaves):
        raise InputError("holds no text, only pictures of it", "run OCR over it first (OCRmyPDF, Acrobat)", path=path)
    words = words_of(chunk.text for leaf in leaves for row in leaf.rows for chunk in row.chunks)
    pages = [page_of(leaf.rows, leaf.rules, words) for leaf in leaves]
    lines = list(pages[0].lines)
    for page in pages[1:]:
        first, *others = page.lines or ("",)
        lines += [f"\f{first}", *others]
    lines += [line for page in pages for note in page.notes for line in ("", note)]
    return tuple(Block(BlockKind.LINE, line, line=number) for number, line in enumerate(lines, 1))


def _leaves(path: Path) -> Iterator[_Leaf]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError("is under a password", "save it without one", path=path) from None
        raise InputError("is not a PDF file, or a damaged one", _REMEDY, path=path) from None
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", "check the name", path=path) from error
    with closing(document):
        if len(document) > _MOST_PAGES:
            raise InputError(f"has {len(document)} pages", f"split it, {_MOST_PAGES} at most", path=path)
        for number in range(len(document)):
            try:
                page = document[number]
            except pypdfium2.PdfiumError:
                raise InputError(f"its page {number + 1} is damaged", _REMEDY, path=path) from None
            with closing(page), closing(page.get_textpage()) as text:
                count = text.count_chars()
                if count > _MOST_CHARACTERS:
                    problem = f"its page {number + 1} holds {count} characters, more than any page shows"
                    raise InputError(problem, "check where it comes from", path=path)
                glyphs, angle, unreadable = _glyphs(text, count)
                rules = Rules() if angle else _rules(page)
                yield _Leaf(rows_of(glyphs, rules), rules, count, unreadable)


def _glyphs(text: Any, count: int) -> tuple[list[Glyph], int, int]:
    """The characters of a page that run in its main direction, turned upright; its angle; how many have no letter."""
    from pypdfium2 import raw

    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    found: list[tuple[int, Glyph]] = []
    unreadable = 0
    for index in range(count):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        if character in "\0\ufffe\uffff" or raw.FPDFText_HasUnicodeMapError(text, index) == 1:
            unreadable += 1
            continue
        character = "-" if character == _HYPHEN_AT_LINE_END else _LIGATURES.get(character, character)
        if character in "\r\n\u00ad":
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        turns = round(raw.FPDFText_GetCharAngle(text, index) / (math.pi / 2)) % 4
        edges = (box.left, box.right, box.bottom, box.top)
        found.append((turns, _upright(character, index, turns, x.value, y.value, edges)))
    main = Counter(turns for turns, glyph in found if glyph.text.strip()).most_common(1)
    angle = main[0][0] if main else 0
    return [glyph for turns, glyph in found if turns == angle], angle, unreadable


def _upright(
    character: str, index: int, turns: int, x: float, y: float, edges: tuple[float, float, float, float]
) -> Glyph:
    """The glyph on a page that is turned so that its text runs to the right."""
    left, right, bottom, top = edges
    if turns == 3:
        return Glyph(character, bottom, top, -x, right - left, index)
    if turns == 2:
        return Glyph(character, -right, -left, -y, top - bottom, index)
    if turns == 1:
        return Glyph(character, -top, -bottom, x, right - left, index)
    return Glyph(character, left, right, y, top - bottom, index)


def _rules(page: Any) -> Rules:
    """The thin lines drawn on a page: what separates the cells of tables."""
    from pypdfium2 import raw

    upright: list[tuple[float, float, float]] = []
    level: list[tuple[float, float, float]] = []
    for count, drawn in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4)):
        if count > _MOST_PATHS:
            break
        left, bottom, right, top = drawn.get_bounds()
        if right - left <= _THICKEST_RULE and top - bottom >= _THINNEST_CELL:
            upright.append(((left + right) / 2, bottom, top))
        elif top - bottom <= _THICKEST_RULE and right - left >= _THINNEST_CELL:
            level.append(((bottom + top) / 2, left, right))
        elif right - left >= _THINNEST_CELL and top - bottom >= _THINNEST_CELL:
            upright += [(left, bottom, top), (right, bottom, top)]
            level += [(bottom, left, right), (top, left, right)]
    return Rules(tuple(upright), tuple(level))


def _sniff(head: bytes) -> bool:
    return b"%PDF-" in head[:1024]


FORMAT = Format("pdf", (".pdf",), _sniff, read_blocks=read_blocks)
