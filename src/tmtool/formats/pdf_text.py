"""How do the pages of a PDF file make one text? A form feed between them, cut words told, notes after the last page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tmtool.documents.cleaning import join_lines
from tmtool.documents.hyphens import Hyphens, Seam
from tmtool.formats.pdf_layout import page_of
from tmtool.formats.pdf_lines import Row
from tmtool.formats.pdf_notes import marks_of
from tmtool.formats.pdf_pages import Leaf

_CUT_WORD = re.compile(r"[^\W\d_]-$")
_SOFT_HYPHEN = "\u00ad"
# So many lines of a page may stand below its text, and as many above that of the next.
_FURNITURE = 3


def text_of(leaves: Sequence[Leaf]) -> tuple[list[str], list[str]]:
    """The lines of all pages, a form feed where one begins, "" between paragraphs; and the notes of all."""
    rows = [row for leaf in leaves for stretch in leaf.stretches for row in stretch]
    hyphens = Hyphens.of((chunk.text for row in rows for chunk in row.chunks), _seams(rows))
    marks = marks_of(rows)
    pages = [page_of(leaf.stretches, leaf.rules, hyphens, marks) for leaf in leaves]
    texts = [list(page.lines) or [""] for page in pages]
    for text, following in pairwise(texts):
        _tell_cut_word(text, following, hyphens)
    lines = texts[0]
    for first, *others in texts[1:]:
        lines += [f"\f{first}", *others]
    return lines, _whole((page.notes for page in pages), hyphens)


def _seams(rows: Sequence[Row]) -> Iterator[Seam]:
    """Chunks that stand just below each other: a line and the next of its column."""
    for above, row in pairwise(rows):
        for chunk in above.chunks:
            if chunk.text.endswith(("-", "\u2010")):
                below = (other for other in row.chunks if other.left < chunk.right and other.right > chunk.left)
                yield from ((chunk.text, other.text) for other in below)


def _tell_cut_word(text: list[str], following: Sequence[str], hyphens: Hyphens) -> None:
    """Make the hyphen of a word that a page limit cuts a soft one: further on nobody knows whether the text does so."""
    last = [index for index in range(len(text) - 1, -1, -1) if text[index]][:_FURNITURE]
    for index in last:
        if _CUT_WORD.search(text[index]):
            for line in [line for line in following if line][:_FURNITURE]:
                joined = hyphens.joins(text[index], line)
                if joined is not None:
                    if joined == text[index][:-1] + line:
                        text[index] = text[index][:-1] + _SOFT_HYPHEN
                    return


def _whole(pages: Iterable[Sequence[str]], hyphens: Hyphens) -> list[str]:
    """The notes of all pages; one that goes on from the page before, told by "" before it, is joined on."""
    notes: list[str] = []
    for page in pages:
        if page and not page[0] and notes and len(page) > 1:
            notes[-1] = join_lines(notes[-1], page[1], hyphens)
            notes += page[2:]
        else:
            notes += [note for note in page if note]
    return notes
