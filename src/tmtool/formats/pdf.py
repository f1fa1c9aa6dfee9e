"""Reads the text of a PDF file line by line, in reading order, as far as it holds text.

PDFium (by pypdfium2) says which character stands where (`pdf_pages`); `pdf_lines` makes lines of them and
`pdf_layout` finds columns, tables and notes. The lines keep all that stands on a page, page numbers and running
heads too: `documents.cleaning` knows them by the page limits, which are form feeds. Why PDFium: docs/decisions.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.registry import Format
from tmtool.model import Block, BlockKind

_MOST_UNREADABLE = 0.5


def read_blocks(path: Path) -> tuple[Block, ...]:
    """Every line as a block of kind LINE, an empty one between paragraphs, a form feed where a page begins.

    Lines that the margin broke are whole again; the notes of all pages stand after the last. Raises
    InputError for a file that is no PDF, is under a password, or holds pictures of text only.
    """
    # Every command asks this module for its FORMAT; only a PDF needs what follows.
    from tmtool.documents.cleaning import words_of
    from tmtool.formats.pdf_layout import page_of
    from tmtool.formats.pdf_pages import leaves

    found = list(leaves(path))
    if sum(leaf.unreadable for leaf in found) > _MOST_UNREADABLE * sum(leaf.characters for leaf in found):
        problem = "its fonts do not say which letters they show, so that its text cannot be read"
        raise InputError(problem, "run OCR over it (OCRmyPDF --force-ocr)", path=path)
    if not any(leaf.rows for leaf in found):
        raise InputError("holds no text, only pictures of it", "run OCR over it first (OCRmyPDF, Acrobat)", path=path)
    words = words_of(chunk.text for leaf in found for row in leaf.rows for chunk in row.chunks)
    pages = [page_of(leaf.rows, leaf.rules, words) for leaf in found]
    lines = list(pages[0].lines)
    for page in pages[1:]:
        first, *others = page.lines or ("",)
        lines += [f"\f{first}", *others]
    lines += [line for page in pages for note in page.notes for line in ("", note)]
    return tuple(Block(BlockKind.LINE, line, line=number) for number, line in enumerate(lines, 1))


def _sniff(head: bytes) -> bool:
    return b"%PDF-" in head[:1024]


FORMAT = Format("pdf", (".pdf",), _sniff, read_blocks=read_blocks)
