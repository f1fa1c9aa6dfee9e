"""Reads the text of a PDF file line by line, in reading order, as far as it holds text.

PDFium (by pypdfium2) says which character is where (`pages`); `lines` makes lines of them,
`columns` and `layout` find columns and tables, `notes` notes; `text` puts the pages together. The lines
keep all that is on a page, page numbers and running heads too: `documents.cleaning` knows them by the page limits,
which are form feeds. Why PDFium: docs/decisions.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.pdf.pages import leaves
from tmtool.formats.pdf.text import text_of
from tmtool.languages.visual_order import is_in_visual_order
from tmtool.model import Block, BlockKind
from tmtool.model.wording import say

_MOST_UNREADABLE = 0.5


def read_blocks(path: Path) -> tuple[Block, ...]:
    """Returns every line as a block of kind LINE, an empty one between paragraphs, a form feed where a page begins.

    Lines that the margin broke are whole again; the notes of all pages come after the last line, as FOOTNOTE. Raises
    InputError for a file that is no PDF, is under a password, holds pictures of text only, or text in visual order.
    """
    found = list(leaves(path))
    if sum(leaf.unreadable for leaf in found) > _MOST_UNREADABLE * sum(leaf.characters for leaf in found):
        problem = say("its fonts do not say which letters they show, so that its text cannot be read")
        raise InputError(problem, say("run OCR over it (OCRmyPDF --force-ocr)"), path=path)
    if not any(leaf.stretches for leaf in found):
        raise InputError(
            say("holds no text, only pictures of it"), say("run OCR over it first (OCRmyPDF, Acrobat)"), path=path
        )
    lines, notes = text_of(found)
    if is_in_visual_order("\n".join(lines)):
        raise InputError(
            say("its letters are stored from the left, as they look, although they are read from the right"),
            say("take the document in another format (DOCX, HTML)"),
            path=path,
        )
    blocks = [*((BlockKind.LINE, line) for line in lines), *((BlockKind.FOOTNOTE, note) for note in notes)]
    return tuple(Block(kind, text, line=number) for number, (kind, text) in enumerate(blocks, 1))
