"""In which order are the rows of a page or of a column (`columns`) read: line by line, or as a table?

Rows with several chunks that leave the same gutter free make a band (`bands`). The masthead of a United Nations
document is read side by side (`head`), drawn cells by their lines (`grid`, `joints`); other bands are
tables, whose rows `tables` puts together. A line goes on with the one above if the first word would not have fitted
there (`measure`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from tmtool.documents.cleaning import join_lines
from tmtool.documents.hyphens import Hyphens
from tmtool.documents.labels import has_end_mark, take_label
from tmtool.formats.pdf.bands import Gutter, band_at, cleared, gutters_of, is_table
from tmtool.formats.pdf.grid import grid_at
from tmtool.formats.pdf.head import masthead
from tmtool.formats.pdf.joints import column_joints, table_at
from tmtool.formats.pdf.measure import (
    HALF_LEADING,
    LEVEL,
    NARROWEST_TEXT,
    SAME_MARGIN,
    Leading,
    edges_of,
    was_full,
)
from tmtool.formats.pdf.notes import notes_of
from tmtool.formats.pdf.pieces import bound, unbound, with_label
from tmtool.formats.pdf.rows import Row, Rules
from tmtool.formats.pdf.tables import Table

_INDENT = 0.8
_APART = 1.6
_SMALLER = 0.85
_WIDE_APART = 3.0
_FEWEST_ROWS = 8
_MOST_AT_HEAD, _MOST_AT_FOOT = 2, 2
_TITLE = 1.19
_LARGER, _EQUAL_SIZE = 1.08, 0.02
_FEWEST_LETTERS = 30
_OPEN_END = re.compile(r"[^\s.;:?!]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A `Line` is a line whose wrapped rows are together again: its text, its first and its last row, and the edges
    between which the rows around it are. A row of a table has the text only."""

    text: str
    first: Row | None = None
    last: Row | None = None
    edges: Gutter = (0.0, 0.0)

    def is_full_before(self, following: Line) -> bool:
        """Tells whether the first word of the other line, set alike, would not have fitted at the end of this one. A
        heading is set in bold, the text below it is not."""
        if self.last is None or following.first is None or not 0.9 < following.first.height / self.last.height < 1.1:
            return False
        if self.first is not None and self.first.is_bold and self.last.is_bold and not following.first.is_bold:
            return False
        wide = self.edges[1] - self.edges[0] >= NARROWEST_TEXT * self.last.height
        return wide and was_full(self.last, following.first, self.edges)


_BLANK = Line("")


@dataclass(frozen=True, slots=True)
class Page:
    """A `Page` holds the lines of a page, an empty one between paragraphs, its notes and their marks; wrapped ones are
    whole again."""

    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    marks: frozenset[str]


def page_of(stretches: Sequence[Sequence[Row]], rules: Rules, hyphens: Hyphens, marks: frozenset[str]) -> Page:
    """Returns the lines and notes that the stretches of a page make; `hyphens` are those of the document, `marks` the
    raised ones in it."""
    labelled = [[with_label(row) for row in bound(rows, rules)] for rows in stretches]
    notes = notes_of(labelled, rules, marks)
    layout = _Layout(rules, hyphens, Leading.of([row for rows in notes.text for row in rows]))
    lines: list[Line] = []
    for rows in notes.text:
        start, end = layout.text_within(rows)
        lines += [_BLANK, *_pieces(rows[:start]), *layout.lines(rows[start:end]), *_pieces(rows[end:])]
    return Page(tuple(lines[1:]), tuple(notes.lines(hyphens)), notes.marks)


def _is_parted(row: Row) -> bool:
    """Tells whether pieces are far from each other, such as those at both sides of a page."""
    gutters = gutters_of(row)
    return bool(gutters) and all(right - left >= _WIDE_APART * row.height for left, right in gutters)


def _pieces(rows: Sequence[Row]) -> Iterator[Line]:
    """Yields the pieces at the edge of a page, each a paragraph."""
    for row in rows:
        yield _BLANK
        yield from (Line(chunk.text) for chunk in row.chunks)
        yield _BLANK


def _edges_of(row: Row) -> list[Gutter]:
    return [(chunk.left, chunk.right) for chunk in row.chunks]


@dataclass(frozen=True, slots=True)
class _Layout:
    """A `_Layout` says how the rows of a page are read: what is drawn on it, the hyphens of the document, the distance
    of its lines."""

    rules: Rules
    hyphens: Hyphens
    leading: Leading

    def text_within(self, rows: Sequence[Row]) -> tuple[int, int]:
        """Returns the places where the text begins and ends: without the rows at the head and at the foot of the page
        that are apart or smaller. It may reach farther than the text, whose lines are full all the same."""
        if len(rows) < _FEWEST_ROWS or masthead(rows):
            return 0, len(rows)
        usual = median(row.height for row in rows)
        far = [self._is_far(above, row) for above, row in pairwise(rows)]
        start, end = 0, len(rows)
        small = [row.height < _SMALLER * usual for row in rows]
        while start < _MOST_AT_HEAD and (small[start] or (far[start] and _is_parted(rows[start]))):
            start += 1
        while len(rows) - end < _MOST_AT_FOOT and (small[end - 1] or (far[end - 2] and _is_parted(rows[end - 1]))):
            end -= 1
        return start, end

    def _is_far(self, above: Row, row: Row) -> bool:
        usual = self.leading.distance * max(above.height, row.height)
        return above.base - row.base > _APART * usual

    def lines(self, rows: Sequence[Row]) -> Iterator[Line]:
        """Yields the lines of a page or a column, an empty one between paragraphs."""
        text: list[Row] = []
        joints = column_joints(((row.base, _edges_of(row)) for row in rows), self.rules.level)
        bases = [row.base for row in rows]
        index = 0
        while index < len(rows):
            grid = grid_at(rows, index, self.rules, lambda cell, piece: join_lines(cell, piece, self.hyphens))
            if grid:
                yield from self._wrapped(text)
                yield _BLANK
                yield from (Line("\t".join(cells).rstrip("\t")) for cells in grid.rows)
                yield _BLANK
                text, index = [], grid.end
                continue
            end, places = table_at(bases, index, joints)
            if places:
                yield from self._wrapped(text)
                yield from self._table(rows[index:end], [(x - 1, x + 1) for x in places])
                text, index = [], end
                continue
            if len(rows[index].chunks) == 1 and not self._opens_band(rows, index):
                text.append(rows[index])
                index += 1
                continue
            head = masthead(rows[index:])
            if head:
                end, left, right = head
                yield from self._wrapped(text)
                yield _BLANK
                yield from self._wrapped(left)
                yield _BLANK
                yield from (Line(" ".join(chunk.text for chunk in row.chunks)) for row in right)
                yield _BLANK
                text, index = [], index + end
                continue
            end, gutters = band_at(rows, index)
            if is_table(rows[index:end], gutters):
                yield from self._wrapped(text)
                yield from self._table(rows[index:end], gutters)
                text, index = [], end
            else:
                text += unbound(rows[index])
                index += 1
        yield from self._wrapped(text)

    def _wrapped(self, rows: Sequence[Row]) -> Iterator[Line]:
        """Yields the rows of one chunk each as lines, those that the margin broke put together."""
        if not rows:
            return
        edges = edges_of(rows)
        line = Line(rows[0].chunks[0].text, rows[0], rows[0], edges[0])
        for index in range(1, len(rows)):
            apart = self._is_apart(rows, index)
            above, row = rows[index - 1], rows[index]
            text = row.chunks[0].text
            full = above.base > row.base and (
                was_full(above, row, edges[index - 1])
                or self.hyphens.joins(line.text, text) is not None
                or self._heads_on(above, row)
            )
            labelled = bool(take_label(text)[0]) and not self._is_amid_text(above, row, edges[index - 1])
            if full and not apart and not labelled:
                joined = join_lines(line.text, text, self.hyphens)
                line = replace(line, text=joined, last=row, edges=edges[index])
                continue
            yield line
            if apart:
                yield _BLANK
            line = Line(text, row, row, edges[index])
        yield line

    def _heads_on(self, above: Row, row: Row) -> bool:
        """Tells whether these are two lines of a heading or a title, whose measure may be shorter than that of the
        text."""
        line, below = above.chunks[0], row.chunks[0]
        if has_end_mark(line.text) or abs(above.height - row.height) > _EQUAL_SIZE * row.height:
            return False
        is_salient = (above.is_bold and row.is_bold) or row.height > _LARGER * self.leading.height
        return is_salient and abs(line.left - below.left) < LEVEL * row.height and len(line.text) >= _FEWEST_LETTERS

    def _is_amid_text(self, above: Row, row: Row, edges: Gutter) -> bool:
        """Tells whether a label at the beginning of a row is amid running text: below a row up to the margin, level
        with it. After an end mark it is so only where paragraphs have space between them."""
        line, below = above.chunks[0], row.chunks[0]
        if abs(line.left - below.left) > LEVEL * row.height or edges[1] - line.right > SAME_MARGIN * row.height:
            return False
        return not take_label(line.text)[0] and (self.leading.is_spaced or _OPEN_END.search(line.text) is not None)

    def _is_apart(self, rows: Sequence[Row], index: int) -> bool:
        """Tells whether a row begins a paragraph: by the space or a rule above it, by its size, or by an indent that
        the next has not."""
        above, row = rows[index - 1], rows[index]
        usual = self.leading.distance * max(row.height, min(above.height, 1.1 * row.height))
        # Titles are set closer than text, if at all in another distance.
        is_title = min(above.height, row.height) > _LARGER * self.leading.height
        if above.base - row.base > (_TITLE if is_title else self.leading.paragraph) * usual:
            return True
        if not 0.9 < row.height / above.height < 1.1 or self._is_ruled_off(above, row):
            return True
        if index + 1 == len(rows) or take_label(above.chunks[0].text)[0]:
            return False
        left, before, after = (one.chunks[0].left for one in (row, above, rows[index + 1]))
        return left - before > _INDENT * row.height and left - after > _INDENT * row.height

    def _is_ruled_off(self, above: Row, row: Row) -> bool:
        left, right = row.chunks[0].left, row.chunks[-1].right
        return any(start < right and end > left and row.base < y < above.base for y, start, end in self.rules.level)

    def _opens_band(self, rows: Sequence[Row], index: int) -> bool:
        """Tells whether this is a line of a centred cell that is half a line above the others of its row."""
        if index + 1 == len(rows) or len(rows[index + 1].chunks) == 1:
            return False
        below = rows[index + 1]
        near = rows[index].base - below.base < HALF_LEADING * self.leading.distance * below.height
        return near and bool(cleared(gutters_of(below), rows[index]))

    def _table(self, rows: Sequence[Row], gutters: Sequence[Gutter]) -> Iterator[Line]:
        """Yields the rows of a table, an empty line around it."""
        yield _BLANK
        yield from map(
            Line, Table(tuple(rows), tuple(gutters), self.rules, self.hyphens, self.leading.distance).lines()
        )
        yield _BLANK
