"""Which lines of a text are rows of a table whose cells are held apart by spaces, as ``pdftotext -layout`` writes them?

Cells are below each other: a place where the pieces of several lines begin is a column. A line goes on with the row
above if each of its cells does: it begins in lower case, or its first word would not have fitted above.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tmtool.documents.labels import take_label

_PIECE = re.compile(r"[^ ]+(?: {1,2}[^ ]+)*")
_NEAR = 2
_FEWEST_ROWS = 2
_FEWEST_WORDS, _FEWEST_LINES, _MOSTLY = 4, 5, 0.6
_CONTINUES = re.compile(r"[(\[«“\"]*[^\W\d_]")


@dataclass(frozen=True, slots=True)
class SpacedRow:
    """A `SpacedRow` is a row of a table: the indexes of its first line and of the line after it, and its cells."""

    start: int
    end: int
    cells: tuple[str, ...]


Join = Callable[[str, str], str]
"""Puts a line of a cell to those above it."""


def spaced_rows(lines: Sequence[str], starts: Sequence[bool], pages: Sequence[bool], join: Join) -> list[SpacedRow]:
    """Returns the rows of all such tables; `starts` says of each line whether it is the first after a gap or a page
    limit, `pages` whether it is the first of a page."""
    found: list[SpacedRow] = []
    index = 0
    while index < len(lines):
        end = _end(lines, starts, index)
        while end < len(lines) and pages[end] and _torn(lines[index:end], lines[end : _end(lines, starts, end)]):
            end = _end(lines, starts, end)
        # Tabs part cells themselves.
        if not any("\t" in line for line in lines[index:end]):
            found += _rows(lines, index, end, join)
        index = end
    return found


Piece = tuple[int, str]
"""Where a piece begins, and its text."""


def _pieces(line: str) -> list[Piece]:
    """Returns what wide spaces part; a list label belongs to the piece after it."""
    found = [(piece.start(), piece[0]) for piece in _PIECE.finditer(line)]
    if len(found) > 1 and take_label(f"{found[0][1]} A") == (found[0][1], "A"):
        found[:2] = [(found[0][0], f"{found[0][1]} {found[1][1]}")]
    return found


def _end(lines: Sequence[str], starts: Sequence[bool], index: int) -> int:
    """Returns the end of the stretch of lines that begins at `index` and has no gap inside."""
    end = index + 1
    while end < len(lines) and not starts[end]:
        end += 1
    return end


def _torn(above: Sequence[str], below: Sequence[str]) -> bool:
    """Tells whether a page limit parts the lines of a row: the first below has text in a column but the first of a
    table that is on both pages, and none next to its columns."""
    pieces = [_pieces(line) for line in (*above, *below)]
    if all(len(line) < 2 for line in pieces[: len(above)]):
        return False
    columns = _columns(pieces)
    places = [place for place, _ in pieces[len(above)]]
    near = [any(column <= place <= column + _NEAR for column in columns) for place in places]
    return all(near) and any(place > column + _NEAR for column in columns[:1] for place in places)


def _rows(lines: Sequence[str], start: int, end: int, join: Join) -> list[SpacedRow]:
    pieces = [_pieces(line) for line in lines[start:end]]
    columns = _columns(pieces)
    if len(columns) < 2:
        return []
    cells = [_cells(line, columns) for line in pieces]
    if _runs(cells):
        return []
    widths = [other - one - _NEAR for one, other in pairwise(columns)]
    widths.append(max(len(row[-1]) for row in cells))
    first = next(number for number, line in enumerate(pieces) if len(line) > 1)
    rows: list[SpacedRow] = []
    last: list[str] = []
    for number in range(first, len(cells)):
        row = cells[number]
        if rows and _goes_on(rows[-1].cells, last, row, widths):
            joined = tuple(join(a, b) if a and b else a + b for a, b in zip(rows[-1].cells, row, strict=True))
            rows[-1] = SpacedRow(rows[-1].start, start + number + 1, joined)
        else:
            rows.append(SpacedRow(start + number, start + number + 1, tuple(row)))
        last = row
    return rows


def _columns(lines: Sequence[Sequence[Piece]]) -> list[int]:
    """Returns the places at which columns begin: pieces of several lines with more than one begin there."""
    several = [line for line in lines if len(line) > 1]
    if len(several) < _FEWEST_ROWS:
        return []
    counts = Counter(place for line in several for place, _ in line)
    columns: list[int] = []
    for place in sorted(counts):
        if not columns or place - columns[-1] > _NEAR:
            columns.append(place)
    shared = [
        column
        for column in columns
        if sum(any(column <= place <= column + _NEAR for place, _ in line) for line in lines) >= _FEWEST_ROWS
    ]
    inner = [column for column in shared if column > min(place for line in lines for place, _ in line) + _NEAR]
    return shared if inner else []


def _cells(line: Sequence[Piece], columns: Sequence[int]) -> list[str]:
    cells = [""] * len(columns)
    for place, text in line:
        column = max((n for n, start in enumerate(columns) if start <= place), default=0)
        cells[column] = f"{cells[column]} {text}".strip()
    return cells


def _runs(lines: Sequence[Sequence[str]]) -> bool:
    """Tells whether columns are running text: several words next to each other in most lines of many."""
    several = sum(sum(len(cell.split()) >= _FEWEST_WORDS for cell in line) > 1 for line in lines)
    return len(lines) >= _FEWEST_LINES and several >= _MOSTLY * len(lines)


def _goes_on(cells: Sequence[str], above: Sequence[str], row: Sequence[str], widths: Sequence[int]) -> bool:
    """Tells whether every cell of the line goes on with that of the row above."""
    for column, text in enumerate(row):
        if not text:
            continue
        if not cells[column]:
            return False
        first = _CONTINUES.match(text)
        lower = first is not None and first[0][-1].islower()
        full = bool(above[column]) and len(above[column]) + 1 + len(text.split()[0]) > widths[column]
        if not (lower or full):
            return False
    return True
