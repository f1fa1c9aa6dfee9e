"""Which pieces of a row are one: a label and its text, the words that no-break spaces bind, what is none of a table?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tmtool.documents.labels import take_label
from tmtool.formats.pdf.bands import Gutter, gutters_of
from tmtool.formats.pdf.measure import NARROWEST_TEXT, SAME_MARGIN, SAME_SIZE
from tmtool.formats.pdf.rows import Chunk, Row, Rules

_WIDE_GUTTER = 0.9
_WIDEST_AFTER_LABEL = 5.0
_WIDEST_SPACE = 0.8
_AROUND = 4
# The number of a paragraph in a chapter, which might be a time in running text: "12.10", "29C.8".
_NUMBER = re.compile(r"\d{1,3}(?:[A-Z]|\.[IVX]+)?(?:\.\d{1,3})+")


def bound(rows: Sequence[Row], rules: Rules) -> list[Row]:
    """Returns the rows, those whole again that are lines of justified text: what Word sets after a no-break space
    begins anew, and is as far away as a cell. They end where the lines around them do."""
    bound: list[Row] = []
    for index, row in enumerate(rows):
        gaps = gutters_of(row)
        around = rows[max(index - _AROUND, 0) : index + _AROUND + 1]
        if gaps and all(_is_space(gap, row, rules) for gap in gaps) and any(_ends_alike(row, one) for one in around):
            whole = row.chunks[0]
            for chunk in row.chunks[1:]:
                whole = _together(whole, chunk)
            bound.append(replace(row, chunks=(whole,)))
        else:
            bound.append(row)
    return bound


def _is_space(gap: Gutter, row: Row, rules: Rules) -> bool:
    drawn = any(gap[0] - 1 <= x <= gap[1] + 1 and bottom <= row.base <= top for x, bottom, top in rules.upright)
    return gap[1] - gap[0] <= _WIDEST_SPACE * row.height and not drawn


def _ends_alike(row: Row, other: Row) -> bool:
    """Tells whether the other row is a line of text that ends where this one does, set alike."""
    level = abs(other.chunks[0].right - row.chunks[-1].right) <= SAME_MARGIN * row.height
    wide = other.chunks[0].right - other.chunks[0].left >= NARROWEST_TEXT * row.height
    return len(other.chunks) == 1 and level and wide and abs(other.height - row.height) <= SAME_SIZE * row.height


def with_label(row: Row) -> Row:
    """Returns the row with a list label and the text after it as one chunk."""
    if len(row.chunks) < 2:
        return row
    first, second, *others = row.chunks
    label, rest = take_label(f"{first.text} A")
    is_label = (label and rest == "A") or _NUMBER.fullmatch(first.text)
    if not is_label or second.left - first.right > _WIDEST_AFTER_LABEL * row.height:
        return row
    return replace(row, chunks=(_together(first, second), *others))


def _together(first: Chunk, second: Chunk) -> Chunk:
    """Returns two chunks as one. The space between is none of the text, so it may be a no-break space that binds two
    words."""
    width = first.first if first.first < first.right - first.left else second.left + second.first - first.left
    return replace(first, text=f"{first.text} {second.text}", right=second.right, first=width)


def unbound(row: Row) -> Iterator[Row]:
    """Yields the lines of a row outside of tables: chunks far from each other are one each, near ones are one
    together."""
    chunks = list(row.chunks[:1])
    for chunk in row.chunks[1:]:
        if chunk.left - chunks[-1].right <= _WIDE_GUTTER * row.height:
            chunks[-1] = _together(chunks[-1], chunk)
        else:
            chunks.append(chunk)
    for chunk in chunks:
        yield replace(row, chunks=(chunk,))
