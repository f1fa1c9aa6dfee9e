"""Which rows of a page make one row of a table, and what is in each of its cells?

Drawn lines say so, else the space between the rows, else which cells are filled: a line goes on with the cell above if
its first word would not have fitted there. A row comes out as a line with tabs, as in text that other tools extract.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tmtool.documents.cleaning import join_lines
from tmtool.documents.hyphens import Hyphens
from tmtool.formats.pdf.bands import Gutter, column_of, is_spanning
from tmtool.formats.pdf.grid import covered
from tmtool.formats.pdf.measure import HALF_LEADING, WORD_SPACE
from tmtool.formats.pdf.rows import Chunk, Row, Rules

_LEADING = 1.4
_SAME_LEADING = 1.15
_MOST_CELL_LINES = 5
_COVERED = 0.8


@dataclass(frozen=True, slots=True)
class Table:
    """A `Table` holds the rows of a page that make a table, the gutters between its columns, what is drawn on the page,
    the hyphens of the document, and the distance of lines of running text in heights of its characters."""

    rows: tuple[Row, ...]
    gutters: tuple[Gutter, ...]
    rules: Rules
    hyphens: Hyphens
    leading: float

    def lines(self) -> Iterator[str]:
        """Yields what heads several columns, then the rows, a tab between their cells."""
        heads, rows = self._without_heads()
        yield from (chunk.text for chunk in heads)
        for together in self._rows(rows):
            yield "\t".join(self._cells(together)).rstrip("\t")

    def _without_heads(self) -> tuple[list[Chunk], list[Row]]:
        """Returns what heads several columns, with a line above it from the first to the last of them and a line below
        it; and the rows without it."""
        heads: list[Chunk] = []
        kept: list[Row] = []
        for above, row in pairwise(self.rows):
            under = [rule for rule in self.rules.level if row.base < rule[0] < above.base]
            found = [one for one in above.chunks if self._spans_several(one, above) and _is_level(one, under)]
            heads += found
            if left := tuple(chunk for chunk in above.chunks if chunk not in found):
                kept.append(replace(above, chunks=left))
        return heads, [*kept, self.rows[-1]]

    def _spans_several(self, chunk: Chunk, row: Row) -> bool:
        """Tells whether the nearest line above goes over several columns, but not over all."""
        over = [rule for rule in self.rules.level if rule[0] > row.base and _is_level(chunk, [rule])]
        _, start, end = min(over, default=(0.0, 0.0, 0.0))
        places = [(left + right) / 2 for left, right in self.gutters]
        return 0 < sum(start + 2 < x < end - 2 for x in places) < len(places)

    def _cells(self, rows: Sequence[Row]) -> list[str]:
        """Returns the cells of a row of the table, wrapped ones whole."""
        cells = [""] * (len(self.gutters) + 1)
        for row in rows:
            for column, chunk in self._columns(row):
                cells[column] = join_lines(cells[column], chunk.text, self.hyphens) if cells[column] else chunk.text
        return cells

    def _columns(self, row: Row) -> Iterator[tuple[int, Chunk]]:
        for chunk in row.chunks:
            yield 0 if is_spanning(row, self.gutters) else column_of(chunk, self.gutters), chunk

    def _rows(self, rows: Sequence[Row]) -> Iterator[list[Row]]:
        """Yields the rows of the page that make one row of the table each."""
        pairs = list(pairwise(rows))
        drawn = [self._are_parted(above, row) for above, row in pairs]
        undrawn = [pair for pair, is_drawn in zip(pairs, drawn, strict=True) if not is_drawn]
        # Lines under the header and above the sum part no other rows.
        ruled = sum(drawn) > 2 or (sum(drawn) == 2 and len(rows) <= 2 * _MOST_CELL_LINES)
        ruled = ruled and not any(self._are_whole(*pair) and _is_far(*pair) for pair in undrawn)
        head = drawn.index(True) if True in drawn else 0
        # Where whole rows are apart, lines that are not are those of one.
        below = [pair for pair, is_drawn in zip(pairs[head:], drawn[head:], strict=True) if not is_drawn]
        whole = [pair for pair in below if self._are_whole(*pair)]
        apart = bool(whole) and all(_is_far(*pair) for pair in whole)
        together = list(rows[:1])
        for number, (pair, is_drawn) in enumerate(zip(pairs, drawn, strict=True)):
            if ruled or is_drawn:
                is_new = is_drawn
            elif apart or (number < head and not _is_far(*pair)):
                is_new = _is_far(*pair)
            else:
                is_new = self._begins(*pair, rows)
            if is_new:
                yield together
                together = []
            together.append(pair[1])
        yield together

    def _begins(self, above: Row, row: Row, rows: Sequence[Row]) -> bool:
        """Tells whether a row of the page begins one of the table, by the space above it, else by what is filled."""
        distances = [a.base - b.base for a, b in pairwise(rows)]
        # Cells that are centred have their lines between those of their neighbours.
        nearest = max(min(distances), HALF_LEADING * self.leading * rows[0].height)
        distance = above.base - row.base
        if not _is_far(above, row) and self._goes_on(above, row):
            return False
        spans = is_spanning(row, self.gutters) or is_spanning(above, self.gutters)
        if distance > min(_SAME_LEADING * nearest, _LEADING * row.height) or spans:
            return True
        spaced = sum(one > _SAME_LEADING * nearest for one in distances) >= max(1, len(rows) // 4)
        if spaced or distance < HALF_LEADING * self.leading * row.height:
            return False
        return len(row.chunks) > 1 or column_of(row.chunks[0], self.gutters) == 0

    def _are_whole(self, above: Row, row: Row) -> bool:
        """Tells whether two rows both fill half of the columns, and neither is a part of the other."""
        filled = min(len(above.chunks), len(row.chunks))
        return 2 * filled > len(self.gutters) + 1 and not (self._goes_on(above, row) and not _is_far(above, row))

    def _goes_on(self, above: Row, row: Row) -> bool:
        """Tells whether the words of a row go on with those above them in most of the columns that have words in
        both."""
        over = dict(self._columns(above))
        pairs = [(column, over[column], chunk) for column, chunk in self._columns(row) if column in over]
        worded = [pair for pair in pairs if _has_word(pair[1].text) and _has_word(pair[2].text)]
        lower = sum(chunk.text[:1].islower() for _, _, chunk in worded)
        full = sum(
            not chunk.text[:1].islower() and one.right + WORD_SPACE * row.height + chunk.first > self._right_of(column)
            for column, one, chunk in worded
        )
        # Two cells may be full by chance: a time and a title often are.
        is_sure = lower > 0 or full > 2
        return is_sure and len(worded) > 1 and 2 * (lower + full) > len(worded)

    def _right_of(self, column: int) -> float:
        return max(chunk.right for row in self.rows for at, chunk in self._columns(row) if at == column)

    def _are_parted(self, above: Row, row: Row) -> bool:
        """Tells whether a line is drawn between two rows, as wide as their text."""
        left = min(above.chunks[0].left, row.chunks[0].left)
        right = max(above.chunks[-1].right, row.chunks[-1].right)
        between = [rule for rule in self.rules.level if row.base < rule[0] < above.base]
        return any(covered(between, y, left, right) >= _COVERED * (right - left) for y, _, _ in between)


def _is_far(above: Row, row: Row) -> bool:
    return above.base - row.base > _LEADING * row.height


def _has_word(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _is_level(chunk: Chunk, rules: Sequence[tuple[float, float, float]]) -> bool:
    return any(start <= chunk.right and chunk.left <= end for _, start, end in rules)
