"""Is a part of a page set in columns, so that the left one is read before the right one?

Columns are running text on both sides of a gutter that no line crosses. They need not be level with each other, so they
are found before lines are made of the characters at one height. A table has a gutter too, but no running text in every
column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from tmtool.formats.pdf.lines import rows_of
from tmtool.formats.pdf.rows import Chunk, Glyph, Row, Rules

_FEWEST_LINES = 4
_NARROWEST = 8.0
_NARROWEST_GUTTER = 0.5
_SAME_EDGE = 0.3
_HANGING = 0.6
_WIDEST_INDENT, _WIDEST_ROOM = 8.0, 1.0
_LONGEST_LABEL = 5
_FARTHEST_ROWS = 4.0
_FULL = 0.8
_FULL_SHARE = 0.2
_SHARE = 0.5
_APART = 1.9
_MOST_AT_HEAD, _MOST_AT_FOOT = 2, 6
_FEWEST_WORDS = 4
_SAME_LEADING = 1.35
_NEW_PART = 1.3
_MOST_CANDIDATES = 4


def stretches(glyphs: Sequence[Glyph], rules: Rules) -> list[list[Row]]:
    """Returns the rows of a page in stretches, to be read one after the other."""
    rows = rows_of(glyphs, rules)
    found = _columns(rows, rules)
    if found is None:
        return [rows] if rows else []
    inside = [glyph for glyph in glyphs if found.bottom <= glyph.base <= found.top]
    left = [glyph for glyph in inside if glyph.right <= found.x]
    right = [glyph for glyph in inside if glyph.right > found.x]
    above = [glyph for glyph in glyphs if glyph.base > found.top]
    below = [glyph for glyph in glyphs if glyph.base < found.bottom]
    return [stretch for part in (above, left, right, below) for stretch in stretches(part, rules)]


@dataclass(frozen=True, slots=True)
class _Columns:
    """`_Columns` says where two columns are: the left edge of the right one, and the base lines between which both
    are."""

    x: float
    top: float
    bottom: float


def _columns(rows: Sequence[Row], rules: Rules) -> _Columns | None:
    """Returns the longest pair of columns of a page, or None where there is none."""
    if len(rows) < _FEWEST_LINES:
        return None
    height = median(row.height for row in rows)
    found = [
        _Columns(x - _SAME_EDGE * height, first.base + height / 2, last.base - height / 2)
        for x in _edges(rows, height)
        for first, last in _regions(rows, x, height, [y for y, a, b in rules.level if a < x - height and x < b])
    ]
    return max(found, key=lambda columns: columns.top - columns.bottom, default=None)


def _edges(rows: Sequence[Row], height: float) -> list[float]:
    """Returns the left edges that several lines have, other than that of the page: where a right column may begin."""
    start = min(row.chunks[0].left for row in rows)
    lefts = sorted(chunk.left for row in rows for chunk in row.chunks if chunk.left - start >= _NARROWEST * height)
    groups: list[list[float]] = []
    for left in lefts:
        if groups and left - groups[-1][0] <= _SAME_EDGE * height:
            groups[-1].append(left)
        else:
            groups.append([left])
    usual = sorted((group for group in groups if len(group) >= _FEWEST_LINES), key=len, reverse=True)
    return [group[0] for group in usual[:_MOST_CANDIDATES]]


def _regions(rows: Sequence[Row], x: float, height: float, rules: Sequence[float]) -> Iterator[tuple[Row, Row]]:
    """Yields the first and last rows of the stretches in which no line crosses the gutter before `x` and both sides
    run.

    `rules` are the heights of the lines drawn across the gutter: one may end a part of the page, two enclose a table.
    """
    start = 0
    for index in range(len(rows) + 1):
        far = 0 < index < len(rows) and rows[index - 1].base - rows[index].base > _FARTHEST_ROWS * height
        ruled = 0 < index < len(rows) and any(rows[index].base < y < rows[index - 1].base for y in rules)
        if index < len(rows) and not far and not ruled and not _crosses(rows[index], x, height):
            continue
        # What a gap cuts off ends its part of the page; a crossing line goes on below the columns.
        region = _trimmed(rows[start:index], x, height, goes_on=index < len(rows) and not far)
        if region and not _is_enclosed(region, rules, height):
            yield region[0], region[-1]
        start = index if far or ruled else index + 1


def _is_enclosed(region: Sequence[Row], rules: Sequence[float], height: float) -> bool:
    near = _FARTHEST_ROWS * height
    above = any(0 < y - region[0].base < near for y in rules)
    return above and any(0 < region[-1].base - y < near for y in rules)


def _trimmed(rows: Sequence[Row], x: float, height: float, *, goes_on: bool) -> Sequence[Row]:
    """Returns the rows, if both sides run next to each other, without what follows below both; none else."""
    rows = _without_edges(rows, height)
    left, right = _sides(rows, x, height)
    if not all(_runs(side, height) or _runs(_first_column(side, height), height) for side in (left, right)):
        return ()
    shared = min(left[0].base, right[0].base) - max(left[-1].base, right[-1].base)
    if shared < 0.5 * min(left[0].base - left[-1].base, right[0].base - right[-1].base):
        return ()
    end = len(rows)
    if goes_on:
        last = max(index for index, row in enumerate(rows) if _is_right(row.chunks[-1], x, height))
        usual = median(a.base - b.base for a, b in pairwise(rows))
        tail = range(last + 1, len(rows))
        end = next((i for i in tail if rows[i - 1].base - rows[i].base > _NEW_PART * max(usual, height)), end)
    return rows[:end]


def _is_right(chunk: Chunk, x: float, height: float) -> bool:
    """Tells whether a chunk begins at the edge of the right column, or hangs out a little, as quotation marks do."""
    return chunk.left >= x - _HANGING * height


def _crosses(row: Row, x: float, height: float) -> bool:
    return any(not _is_right(chunk, x, height) and chunk.right > x - _NARROWEST_GUTTER * height for chunk in row.chunks)


def _without_edges(rows: Sequence[Row], height: float) -> Sequence[Row]:
    """Returns the rows without those that are apart at the head and at the foot of the page: these are of no column."""
    gaps = [index for index in range(1, len(rows)) if rows[index - 1].base - rows[index].base > _APART * height]
    start = max((index for index in gaps if index <= _MOST_AT_HEAD), default=0)
    end = min((index for index in gaps if index >= len(rows) - _MOST_AT_FOOT), default=len(rows))
    return rows[start:end]


def _sides(rows: Sequence[Row], x: float, height: float) -> tuple[list[Row], list[Row]]:
    """Returns the rows left and right of the gutter, each with the chunks on its side."""
    sides: tuple[list[Row], list[Row]] = ([], [])
    for row in rows:
        for number, side in enumerate(sides):
            chunks = tuple(chunk for chunk in row.chunks if _is_right(chunk, x, height) == bool(number))
            if chunks:
                side.append(replace(row, chunks=chunks))
    return sides


def _first_column(side: Sequence[Row], height: float) -> list[Row]:
    """Returns the rows of a side in its first column: there may be more, whose lines need not be level."""
    left = min((row.chunks[0].left for row in side), default=0.0)
    found: list[Row] = []
    for row in side:
        if row.chunks[0].left <= left + _WIDEST_INDENT * height:
            pairs = enumerate(pairwise(row.chunks), 1)
            # A label may be far from its text.
            apart = (
                i for i, (a, b) in pairs if len(a.text) > _LONGEST_LABEL and b.left - a.right > _WIDEST_ROOM * height
            )
            found.append(replace(row, chunks=row.chunks[: next(apart, len(row.chunks))]))
    return found


def _runs(column: Sequence[Row], height: float) -> bool:
    """Tells whether rows are running text: close lines of several words, many of them full."""
    if len(column) < _FEWEST_LINES:
        return False
    left = min(row.chunks[0].left for row in column)
    width = max(row.chunks[-1].right for row in column) - left
    full = sum(row.chunks[-1].right - left >= _FULL * width for row in column)
    wordy = sum(max(len(chunk.text.split()) for chunk in row.chunks) >= _FEWEST_WORDS for row in column)
    gaps = sorted(above.base - row.base for above, row in pairwise(column))
    close = sum(gap <= _SAME_LEADING * gaps[len(gaps) // 5] for gap in gaps)
    # Lists and headings have few full lines.
    runs = wordy >= _SHARE * len(column) and close >= _SHARE * len(gaps) and full >= _FULL_SHARE * len(column)
    return width >= _NARROWEST * height and runs
