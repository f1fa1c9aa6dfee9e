"""How do the pages of a PDF file make one text? A form feed between them, torn lines joined, notes after the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tmtool.documents.cleaning import join_lines
from tmtool.documents.furniture import furniture
from tmtool.documents.hyphens import Hyphens, LineBreak
from tmtool.documents.labels import has_end_mark, take_label
from tmtool.formats.pdf.layout import Line, page_of
from tmtool.formats.pdf.notes import marks_of
from tmtool.formats.pdf.pages import Leaf
from tmtool.formats.pdf.raised import without_marks
from tmtool.formats.pdf.rows import Row

_FEED = "\f"


def text_of(leaves: Sequence[Leaf]) -> tuple[list[str], list[str]]:
    """Returns the lines of all pages, a form feed where one begins, "" between paragraphs; and the notes of all."""
    rows = [row for leaf in leaves for stretch in leaf.stretches for row in stretch]
    hyphens = Hyphens.of((chunk.text for row in rows for chunk in row.chunks), _line_ends(rows))
    marks = marks_of(rows)
    pages = [page_of(leaf.stretches, leaf.rules, hyphens, marks) for leaf in leaves]
    lines: list[Line] = []
    for page in pages:
        first, *others = page.lines or (Line(""),)
        lines += [replace(first, text=f"{_FEED}{first.text}") if lines else first, *others]
    noted = frozenset(mark for page in pages for mark in page.marks)
    texts = [without_marks(text, noted) for text in _rejoined(lines, hyphens)]
    return texts, _whole((page.notes for page in pages), hyphens)


def _rejoined(lines: Sequence[Line], hyphens: Hyphens) -> list[str]:
    """Returns the lines, those put together that a page limit parted though the first was full; of others nobody can
    know."""
    texts = [line.text for line in lines]
    dropped = furniture(texts)
    kept = [index for index, text in enumerate(texts) if text.strip() and index not in dropped]
    begun = kept[0] if kept else 0
    for before, after in pairwise(kept):
        following = texts[after].lstrip(_FEED)
        parted = any(_FEED in text for text in texts[before + 1 : after + 1])
        whole = has_end_mark(texts[begun]) or bool(take_label(following)[0])
        if parted and not whole and lines[before].is_full_before(lines[after]):
            texts[begun] = join_lines(texts[begun], following, hyphens)
            texts[after] = texts[after][: len(texts[after]) - len(following)]
        else:
            begun = after
    return texts


def _line_ends(rows: Sequence[Row]) -> Iterator[LineBreak]:
    """Yields chunks that are just below each other: a line and the next of its column."""
    for above, row in pairwise(rows):
        for chunk in above.chunks:
            if chunk.text.endswith(("-", "\u2010")):
                below = (other for other in row.chunks if other.left < chunk.right and other.right > chunk.left)
                yield from ((chunk.text, other.text) for other in below)


def _whole(pages: Iterable[Sequence[str]], hyphens: Hyphens) -> list[str]:
    """Returns the notes of all pages; one that goes on from the page before, marked by "" before it, is joined on."""
    notes: list[str] = []
    for page in pages:
        if page and not page[0] and notes and len(page) > 1:
            notes[-1] = join_lines(notes[-1], page[1], hyphens)
            notes += page[2:]
        else:
            notes += [note for note in page if note]
    return notes
