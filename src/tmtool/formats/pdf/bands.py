"""Which rows with several pieces make a band, such as a table, and which gutters run through it from top to bottom?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tmtool.formats.pdf.rows import Chunk, Row

_NARROWEST_GUTTER = 0.1
_WIDE_GUTTER = 0.9
_FARTHEST_ROWS = 4.0
_LEADING = 1.4
_LARGER = 1.08
_SAME_EDGE = 0.5

Gutter = tuple[float, float]
"""The free room between two columns: its left and its right edge."""


def band_at(rows: Sequence[Row], start: int) -> tuple[int, list[Gutter]]:
    """Returns from a row with several chunks on, where the rows of its band end, and the gutters that all leave
    free."""
    gutters = gutters_of(rows[start]) or cleared(gutters_of(rows[start + 1]), rows[start])
    end, kept, index = start + 1, gutters, start + 1
    while index < len(rows) and rows[index - 1].base - rows[index].base <= _FARTHEST_ROWS * rows[index].height:
        if _heads(rows, start, index):
            break
        left = cleared(gutters, rows[index])
        if len(left) < len(gutters) and len(rows[index].chunks) == 1:
            left = gutters if _spans_amid(rows, index, gutters) else []
        if not left:
            break
        gutters = left
        index += 1
        if len(rows[index - 1].chunks) > 1 or _goes_on(rows, index - 1, end):
            end, kept = index, gutters
    return end, kept


def _heads(rows: Sequence[Row], start: int, index: int) -> bool:
    """Tells whether this is a row of one chunk that heads what follows the table: larger than its rows, or with another
    table below, whose cells begin elsewhere."""
    row = rows[index]
    if len(row.chunks) > 1:
        return False
    if row.height > _LARGER * max(one.height for one in rows[start:index]):
        return True
    following = next((one for one in rows[index:] if len(one.chunks) > 1), None)
    if following is None or row.base - following.base > _FARTHEST_ROWS * row.height:
        return False
    edges = [chunk.left for one in rows[start:index] for chunk in one.chunks]
    near = _SAME_EDGE * row.height
    level = sum(any(abs(chunk.left - edge) < near for edge in edges) for chunk in following.chunks)
    return 2 * level <= len(following.chunks)


def _spans_amid(rows: Sequence[Row], index: int, gutters: list[Gutter]) -> bool:
    """Tells whether this is a row of one chunk, from the left edge on, with a row of as many cells as before below
    it."""
    row = rows[index]
    if len(row.chunks) > 1 or index + 1 == len(rows) or len(rows[index + 1].chunks) == 1:
        return False
    leftmost = row.chunks[0].right < gutters[-1][1] or row.chunks[0].left <= rows[index - 1].chunks[0].left + row.height
    return leftmost and len(cleared(gutters, rows[index + 1])) >= len(gutters)


def _goes_on(rows: Sequence[Row], index: int, end: int) -> bool:
    """Tells whether a row of one chunk is a wrapped line of a cell in the row above: close to it, level with its
    start."""
    above, row = rows[index - 1], rows[index]
    close = index == end and above.base - row.base <= _LEADING * row.height
    return close and any(abs(chunk.left - row.chunks[0].left) < 0.3 * row.height for chunk in above.chunks)


def gutters_of(row: Row) -> list[Gutter]:
    """Returns the spaces between the chunks of a row."""
    return [(a.right, b.left) for a, b in pairwise(row.chunks)]


def cleared(gutters: Sequence[Gutter], row: Row) -> list[Gutter]:
    """Returns what the chunks of a further row leave of the gutters."""
    left = list(gutters)
    for chunk in row.chunks:
        left = [part for gutter in left for part in _around(gutter, chunk)]
    return [(a, b) for a, b in left if b - a >= _NARROWEST_GUTTER * row.height]


def _around(gutter: Gutter, chunk: Chunk) -> list[Gutter]:
    start, end = gutter
    if chunk.right <= start or chunk.left >= end:
        return [gutter]
    return [(a, b) for a, b in ((start, chunk.left), (chunk.right, end)) if b > a]


def column_of(chunk: Chunk, gutters: Sequence[Gutter]) -> int:
    """Returns the column in which a chunk is, from 0, by its middle."""
    middle = (chunk.left + chunk.right) / 2
    return sum(middle > start for start, _ in gutters)


def is_table(rows: Sequence[Row], gutters: Sequence[Gutter]) -> bool:
    """Is true unless two pieces are next to each other once only, and nothing goes on below the second."""
    if sum(len(row.chunks) > 1 for row in rows) > 1 or any(column_of(row.chunks[0], gutters) for row in rows[1:]):
        return True
    return len(gutters) > 1 and all(b - a >= _WIDE_GUTTER * rows[0].height for a, b in gutters)


def is_spanning(row: Row, gutters: Sequence[Gutter]) -> bool:
    """Tells whether this is a row of one chunk that crosses a gutter, such as a day above its sittings."""
    return len(row.chunks) == 1 and len(cleared(gutters, row)) < len(gutters)
