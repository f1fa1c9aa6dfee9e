"""Says what is on the pages of a PDF file: characters in rows, and drawn lines, as PDFium finds them.

All lengths are in points. PDFium's own order and spaces are left aside but for the question whether a space is
in the file or only on the page.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from tmtool.errors import InputError, said_by
from tmtool.formats.list_figures import bullet
from tmtool.formats.pdf.columns import stretches
from tmtool.formats.pdf.rows import Glyph, Row, Rules
from tmtool.model.wording import say

_MOST_PAGES = 5000
_MOST_CHARACTERS = 100_000
"""On one page; a page of a newspaper has some 30,000."""
_MOST_PATHS = 20_000
_THINNEST_CELL = 6.0
_THICKEST_RULE = 3.0
_HYPHEN_AT_LINE_END = "\x02"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BOLD = 600
_UNSEEN = "\r\n\u00ad\u200b\u200d\u2060\ufeff"
_NO_LETTER = re.compile("[\0\ufffd-\uffff\ud800-\udfff]")
_SYMBOL_FONT = re.compile("[\ue000-\uf8ff]")
_REMEDY = say("open it and save or print it as PDF again")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A `Leaf` holds the rows of a page, in stretches to be read one after the other; how many characters that is, and
    how many of them are no known letters."""

    stretches: list[list[Row]]
    rules: Rules
    characters: int
    unreadable: int


def leaves(path: Path) -> Iterator[Leaf]:
    """Yields the pages of a PDF file. Raises InputError if it is none, is damaged, under a password, or larger than any
    real one."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(say("is under a password"), say("save it without one"), path=path) from None
        raise InputError(say("is not a PDF file, or a damaged one"), _REMEDY, path=path) from None
    except OSError as error:
        raise InputError(
            say("cannot be read ({problem})", problem=said_by(error)), say("check the name"), path=path
        ) from error
    with closing(document):
        if len(document) > _MOST_PAGES:
            raise InputError(
                say("has {pages} pages", pages=len(document)),
                say("split it, {most} at most", most=_MOST_PAGES),
                path=path,
            )
        for number in range(len(document)):
            try:
                with closing(document[number]) as page:
                    yield _leaf(page, number + 1, path)
            except pypdfium2.PdfiumError:
                raise InputError(say("its page {page} is damaged", page=number + 1), _REMEDY, path=path) from None


def _leaf(page: Any, number: int, path: Path) -> Leaf:
    with closing(page.get_textpage()) as text:
        count = text.count_chars()
        if count > _MOST_CHARACTERS:
            problem = say(
                "its page {number} holds {count} characters, more than any page shows", number=number, count=count
            )
            raise InputError(problem, say("check where it comes from"), path=path)
        glyphs, angle, unreadable = _glyphs(text, count)
        rules = Rules() if angle else _rules(page)
        return Leaf(stretches(glyphs, rules), rules, count, unreadable)


def _glyphs(text: Any, count: int) -> tuple[list[Glyph], int, int]:
    """Returns the characters of a page that run in its main direction, turned upright; its angle; how many have no
    letter."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    found: list[tuple[int, Glyph]] = []
    unreadable = 0
    is_bold, begins = False, True
    for index in range(count):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if raw.FPDFText_IsGenerated(text, index) == 1:
            begins = True
            # What PDFium makes of a gap inside a piece of text is a space of that piece: justified lines have such. One
            # between pieces may part cells.
            if character == " " and found and raw.FPDFText_GetTextObject(text, index):
                turns, before = found[-1]
                found.append((turns, replace(before, text=" ", left=before.right, index=index)))
            continue
        if _NO_LETTER.fullmatch(character) or raw.FPDFText_HasUnicodeMapError(text, index) == 1:
            unreadable += 1
            continue
        if _SYMBOL_FONT.fullmatch(character):
            unreadable += 1
            character = bullet(character)
        character = "-" if character == _HYPHEN_AT_LINE_END else _LIGATURES.get(character, character)
        if character in _UNSEEN:
            continue
        if begins:
            is_bold, begins = raw.FPDFText_GetFontWeight(text, index) >= _BOLD, False
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        turns = round(raw.FPDFText_GetCharAngle(text, index) / (math.pi / 2)) % 4
        edges = (box.left, box.right, box.bottom, box.top)
        glyph = _upright(character, index, turns, x.value, y.value, edges)
        found.append((turns, replace(glyph, is_bold=True) if is_bold else glyph))
    main = Counter(turns for turns, glyph in found if glyph.text.strip()).most_common(1)
    angle = main[0][0] if main else 0
    return [glyph for turns, glyph in found if turns == angle], angle, unreadable


def _upright(
    character: str, index: int, turns: int, x: float, y: float, edges: tuple[float, float, float, float]
) -> Glyph:
    """Returns the glyph on a page that is turned so that its text runs to the right."""
    left, right, bottom, top = edges
    if turns == 3:
        return Glyph(character, bottom, top, -x, right - left, index)
    if turns == 2:
        return Glyph(character, -right, -left, -y, top - bottom, index)
    if turns == 1:
        return Glyph(character, -top, -bottom, x, right - left, index)
    return Glyph(character, left, right, y, top - bottom, index)


def _rules(page: Any) -> Rules:
    """Returns the thin lines drawn on a page: what separates the cells of tables."""
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
