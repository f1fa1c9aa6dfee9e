"""Where does the masthead of a United Nations document end, and in which order is it read?

The name of the organization is left of the document's symbol; below, the body is on the left, and distribution,
date and languages are on the right, each a line. What follows on the left below the end of the right is the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tmtool.documents.furniture import is_symbol
from tmtool.formats.pdf.rows import Chunk, Row

_FARTHEST_ROWS = 4.0


def masthead(rows: Sequence[Row]) -> tuple[int, list[Row], list[Row]] | None:
    """Returns how many of the rows are the masthead, its rows on the left, and those on the right, or None if there is
    none.

    The first row decides: something on the left, a symbol on the right.
    """
    first = rows[0].chunks
    # A browser prints date and time next to the title of the page, which may be the symbol.
    if len(first) != 2 or not is_symbol(first[1].text) or any(map(str.isdigit, first[0].text)):
        return None
    start, middle = first[0].left, (first[0].left + first[1].right) / 2
    end, place = 1, 1
    while place < len(rows) and rows[place - 1].base - rows[place].base <= _FARTHEST_ROWS * rows[place].height:
        chunks = rows[place].chunks
        if len(chunks) > 2 or any(_crosses(chunk, start, middle, rows[place].height) for chunk in chunks):
            break
        place += 1
        if _is_right(chunks[-1], middle, rows[place - 1].height):
            end = place
    if end == 1:
        return None
    left: list[Row] = []
    right: list[Row] = []
    for row in rows[:end]:
        on_right = tuple(chunk for chunk in row.chunks if _is_right(chunk, middle, row.height))
        right += [replace(row, chunks=on_right)] if on_right else []
        left += [replace(row, chunks=(chunk,)) for chunk in row.chunks if chunk not in on_right]
    return end, left, right


def _is_right(chunk: Chunk, middle: float, height: float) -> bool:
    return chunk.left >= middle - 2 * height


def _crosses(chunk: Chunk, start: float, middle: float, height: float) -> bool:
    """Tells whether this is a line that is of neither side: a title that runs across, or a centred one."""
    if _is_right(chunk, middle, height):
        return False
    return chunk.right > middle + 2 * height or chunk.left > start + 4 * height
