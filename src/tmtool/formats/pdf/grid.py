"""Which rows of a page are in a table whose cells are drawn, and in which cell is each piece of text?

Lines drawn around every cell say what the places of the text do not: a cell may be centred, its lines between those of
its neighbours, and a cell that spans columns leaves no gutter free.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tmtool.formats.pdf.joints import SAME_PLACE
from tmtool.formats.pdf.rows import Row, Rules

_MOST_COVERED = 0.6
_FEWEST_EDGES = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """A `Grid` is a table: the index of the row after it, and its rows with a text for each column."""

    end: int
    rows: tuple[tuple[str, ...], ...]


def grid_at(rows: Sequence[Row], index: int, rules: Rules, join: Callable[[str, str], str]) -> Grid | None:
    """Returns the table with drawn cells in which the row `index` is, or None if it is in none."""
    around = [rule for rule in rules.upright if rule[1] - SAME_PLACE <= rows[index].base <= rule[2] + SAME_PLACE]
    if len(around) < 2:
        return None
    left, right = min(x for x, _, _ in around), max(x for x, _, _ in around)
    bands = _bands(rules, left, right, rows[index].base)
    if not bands:
        return None
    top, bottom = bands[0][0], bands[-1][1]
    inside = [
        x
        for x, low, high in rules.upright
        if left - SAME_PLACE <= x <= right + SAME_PLACE and low < top and high > bottom
    ]
    edges = _distinct(inside)
    if len(edges) < _FEWEST_EDGES:
        return None
    end = index
    while end < len(rows) and rows[end].base > bottom and _is_within(rows[end], left, right):
        end += 1
    made = (_cells([row for row in rows[index:end] if low < row.base < high], edges, join) for high, low in bands)
    return Grid(end, tuple(cells for cells in made if any(cells))) if end > index else None


def _bands(rules: Rules, left: float, right: float, base: float) -> list[tuple[float, float]]:
    """Returns the rows of the table from the one at `base` down, as upper and lower edge; each has a line at its left
    side."""
    heights = _distinct([y for y, start, end in rules.level if start < right and end > left])
    drawn = [y for y in heights if covered(rules.level, y, left, right) >= _MOST_COVERED * (right - left)]
    bands: list[tuple[float, float]] = []
    for high, low in pairwise(sorted(drawn, reverse=True)):
        middle = (high + low) / 2
        closed = any(abs(x - left) <= SAME_PLACE and bottom <= middle <= top for x, bottom, top in rules.upright)
        if low >= base:
            continue
        if not closed or (not bands and high <= base):
            break
        bands.append((high, low))
    return bands


def covered(level: Sequence[tuple[float, float, float]], y: float, left: float, right: float) -> float:
    """Returns how much of the way between two places the level rules at one height cover, in points."""
    pieces = ((max(start, left), min(end, right)) for at, start, end in level if abs(at - y) <= SAME_PLACE)
    return sum(max(end - start, 0.0) for start, end in pieces)


def _distinct(places: Sequence[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > SAME_PLACE:
            found.append(place)
    return found


def _is_within(row: Row, left: float, right: float) -> bool:
    return all(left - SAME_PLACE <= chunk.left and chunk.right <= right + SAME_PLACE for chunk in row.chunks)


def _cells(rows: Sequence[Row], edges: Sequence[float], join: Callable[[str, str], str]) -> tuple[str, ...]:
    cells = [""] * (len(edges) - 1)
    for row in rows:
        for chunk in row.chunks:
            column = sum(edge <= chunk.left + SAME_PLACE for edge in edges[1:-1])
            cells[column] = join(cells[column], chunk.text) if cells[column] else chunk.text
    return tuple(cells)
