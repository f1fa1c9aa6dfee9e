"""In which order are the rows of a page read: line by line, column by column, or as a table?

Rows with several chunks that leave the same gutter free make a band. Full lines on both sides of a gutter
are columns of text, and the head of a United Nations document is read like them; other bands are tables, whose
wrapped cells are put together. A table row comes out as one line with tabs, as in text that other tools extract.
A line goes on with the one above if the first word would not have fitted there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from tmtool.documents.cleaning import join_lines
from tmtool.documents.furniture import is_symbol
from tmtool.documents.labels import take_label
from tmtool.formats.pdf_lines import Chunk, Row, Rules, without_marks

_NARROWEST_GUTTER = 0.1
_WIDE_GUTTER = 0.9
_FARTHEST_ROWS = 4.0
_WIDEST_AFTER_LABEL = 5.0
_FEWEST_COLUMN_LINES = 4
_NARROWEST_COLUMN = 8.0
_FULL = 0.8
_FULL_SHARE = 0.5
_HEAD_ROWS = 4
_LEADING = 1.4
_TIGHTEST, _LOOSEST = 0.85, 2.0
_SAME_LEADING = 1.15
_NEW_PARAGRAPH = 1.25
_INDENT = 0.8
_MOST_CELL_LINES = 5
_WORD_SPACE = 0.2
_HALF_LEADING = 0.8
_NOTE_SIZE = 0.95
_STILL_TOGETHER = 2.2

Gutter = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, "" between paragraphs, and its notes; wrapped ones are whole again."""

    lines: tuple[str, ...]
    notes: tuple[str, ...]


def page_of(rows: Sequence[Row], rules: Rules, words: frozenset[str]) -> Page:
    """The lines and notes that the rows of a page make; `words` are those of the document, see `join_lines`."""
    text, notes = _without_notes([_with_label(row) for row in rows])
    marks = frozenset(row.chunks[0].note for row in notes)
    layout = _Layout(rules, words, _leading_of(text))
    return Page(tuple(without_marks(line, marks) for line in layout.lines(text)), tuple(layout.notes(notes)))


def _without_notes(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of the text and those of the notes: smaller type, from a row that begins with a raised mark on."""
    if not rows:
        return [], []
    body = median(row.height for row in rows)
    first = next((i for i, row in enumerate(rows) if row.chunks[0].note and row.height <= _NOTE_SIZE * body), len(rows))
    end = first
    while end < len(rows) and rows[end].height <= _NOTE_SIZE * body:
        if end > first and rows[end - 1].base - rows[end].base > _STILL_TOGETHER * rows[end].height:
            break
        end += 1
    return rows[:first] + rows[end:], rows[first:end]


def _leading_of(rows: Sequence[Row]) -> float:
    """The distance of lines of running text, in heights of its characters; 1.2 where no two follow each other."""
    ratios = sorted((a.base - b.base) / b.height for a, b in pairwise(rows))
    likely = [ratio for ratio in ratios if _TIGHTEST <= ratio <= _LOOSEST]
    return likely[len(likely) // 10] if likely else 1.2


def _with_label(row: Row) -> Row:
    if len(row.chunks) < 2:
        return row
    first, second, *others = row.chunks
    label, rest = take_label(f"{first.text} A")
    if not label or rest != "A" or second.left - first.right > _WIDEST_AFTER_LABEL * row.height:
        return row
    return replace(row, chunks=(_together(first, second), *others))


def _together(first: Chunk, second: Chunk) -> Chunk:
    """Two chunks as one. The space between is none of the text, so it may be a no-break space that binds two words."""
    width = first.first if first.first < first.right - first.left else second.left + second.first - first.left
    return replace(first, text=f"{first.text} {second.text}", right=second.right, first=width)


def _unbound(row: Row) -> Iterator[Row]:
    """The parts of a row that is none of a table: what stands far apart are lines, what is near is one."""
    chunks = list(row.chunks[:1])
    for chunk in row.chunks[1:]:
        if chunk.left - chunks[-1].right <= _WIDE_GUTTER * row.height:
            chunks[-1] = _together(chunks[-1], chunk)
        else:
            chunks.append(chunk)
    for chunk in chunks:
        yield replace(row, chunks=(chunk,))


def _was_full(above: Row, row: Row, edges: tuple[float, float]) -> bool:
    """True if the first word of a row would not have fitted in the one above, centred or not."""
    left, right = edges
    line, height = above.chunks[0], above.height
    needed = line.right + _WORD_SPACE * height + row.chunks[0].first
    indent = line.left - left
    if indent > height and abs(indent - (right - line.right)) < height:
        needed += right - line.right - indent
        return needed - line.left + left > right
    return needed > right


def _band(rows: Sequence[Row], start: int) -> tuple[int, int, list[Gutter]]:
    """From a row with several chunks on: where the rows end that are surely of one band, where those that could be, and
    the gutters that all leave free."""
    gutters = _gutters(rows[start]) or _cleared(_gutters(rows[start + 1]), rows[start])
    end, kept, index = start + 1, gutters, start + 1
    while index < len(rows) and rows[index - 1].base - rows[index].base <= _FARTHEST_ROWS * rows[index].height:
        left = _cleared(gutters, rows[index])
        if len(left) < len(gutters) and len(rows[index].chunks) == 1:
            left = gutters if _spans_amid(rows, index, gutters) else []
        if not left:
            break
        gutters = left
        index += 1
        if len(rows[index - 1].chunks) > 1 or _goes_on(rows, index - 1, end):
            end, kept = index, gutters
    return end, index, kept


def _spans_amid(rows: Sequence[Row], index: int, gutters: list[Gutter]) -> bool:
    """True for a row of one chunk, from the left edge on, with a row of as many cells as before below it."""
    row = rows[index]
    if len(row.chunks) > 1 or index + 1 == len(rows) or len(rows[index + 1].chunks) == 1:
        return False
    leftmost = row.chunks[0].right < gutters[-1][1] or row.chunks[0].left <= rows[index - 1].chunks[0].left + row.height
    return leftmost and len(_cleared(gutters, rows[index + 1])) >= len(gutters)


def _goes_on(rows: Sequence[Row], index: int, end: int) -> bool:
    """True if a row of one chunk is a wrapped line of a cell in the row above: close to it, level with its start."""
    above, row = rows[index - 1], rows[index]
    close = index == end and above.base - row.base <= _LEADING * row.height
    return close and any(abs(chunk.left - row.chunks[0].left) < 0.3 * row.height for chunk in above.chunks)


def _gutters(row: Row) -> list[Gutter]:
    return [(a.right, b.left) for a, b in pairwise(row.chunks)]


def _cleared(gutters: Sequence[Gutter], row: Row) -> list[Gutter]:
    """What the chunks of a further row leave of the gutters."""
    left = list(gutters)
    for chunk in row.chunks:
        left = [part for gutter in left for part in _around(gutter, chunk)]
    return [(a, b) for a, b in left if b - a >= _NARROWEST_GUTTER * row.height]


def _around(gutter: Gutter, chunk: Chunk) -> list[Gutter]:
    start, end = gutter
    if chunk.right <= start or chunk.left >= end:
        return [gutter]
    return [(a, b) for a, b in ((start, chunk.left), (chunk.right, end)) if b > a]


def _column_of(chunk: Chunk, gutters: Sequence[Gutter]) -> int:
    middle = (chunk.left + chunk.right) / 2
    return sum(middle > start for start, _ in gutters)


def _columns(rows: Sequence[Row], gutters: Sequence[Gutter]) -> list[list[Row]]:
    """The rows of each column for itself."""
    columns: list[list[Row]] = [[] for _ in range(len(gutters) + 1)]
    for row in rows:
        for number, column in enumerate(columns):
            chunks = tuple(chunk for chunk in row.chunks if _column_of(chunk, gutters) == number)
            if chunks:
                column.append(replace(row, chunks=chunks))
    return [column for column in columns if column]


def _is_set_in_columns(rows: Sequence[Row], gutters: Sequence[Gutter]) -> bool:
    """True for columns of running text, and for the head of a document, with its symbol at the right."""
    if any(is_symbol(chunk.text) for row in rows[:_HEAD_ROWS] for chunk in row.chunks[1:]) and len(gutters) == 1:
        return True
    columns = _columns(rows, gutters)
    return len(columns) > 1 and all(map(_is_running_text, columns))


def _begins_column(row: Row, below: Row, gutters: Sequence[Gutter]) -> bool:
    """True for a line just above a band that stands in one of its columns, but not the first: to be read after that."""
    near = row.base - below.base <= _STILL_TOGETHER * below.height
    return near and _cleared(gutters, row) == list(gutters) and _column_of(row.chunks[0], gutters) > 0


def _is_running_text(column: Sequence[Row]) -> bool:
    left = min(row.chunks[0].left for row in column)
    width = max(row.chunks[-1].right for row in column) - left
    full = sum(row.chunks[-1].right - left >= _FULL * width for row in column)
    wide = width >= _NARROWEST_COLUMN * median(row.height for row in column)
    return wide and len(column) >= _FEWEST_COLUMN_LINES and full >= _FULL_SHARE * len(column)


def _is_table(rows: Sequence[Row], gutters: Sequence[Gutter]) -> bool:
    """True unless two pieces stand beside each other once only."""
    if sum(len(row.chunks) > 1 for row in rows) > 1:
        return True
    return len(gutters) > 1 and all(b - a >= _WIDE_GUTTER * rows[0].height for a, b in gutters)


def _is_spanning(row: Row, gutters: Sequence[Gutter]) -> bool:
    """True for a row of one chunk that crosses a gutter, such as a day above its sittings."""
    return len(row.chunks) == 1 and len(_cleared(gutters, row)) < len(gutters)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the rows of one page are read: what is drawn on it, the words of the document, the distance of lines of
    running text in heights of its characters."""

    rules: Rules
    words: frozenset[str]
    leading: float

    def notes(self, rows: Sequence[Row]) -> Iterator[str]:
        """Each note as a line."""
        note = ""
        for row in rows:
            text = " ".join(chunk.text for chunk in row.chunks)
            if row.chunks[0].note and note:
                yield note
                note = ""
            note = join_lines(note, text, self.words) if note else text
        if note:
            yield note

    def lines(self, rows: Sequence[Row]) -> Iterator[str]:
        """The lines of a page or a column, "" between paragraphs."""
        text: list[Row] = []
        index = 0
        while index < len(rows):
            if len(rows[index].chunks) == 1 and not self._opens_band(rows, index):
                text.append(rows[index])
                index += 1
                continue
            end, whole, gutters = _band(rows, index)
            if _is_set_in_columns(rows[index:whole], gutters):
                start = index
                while text and text[-1] is rows[start - 1] and _begins_column(text[-1], rows[start], gutters):
                    text.pop()
                    start -= 1
                yield from self._wrapped(text)
                for column in _columns(rows[start:whole], gutters):
                    yield ""
                    yield from self.lines(column)
                yield ""
                text, index = [], whole
            elif _is_table(rows[index:end], gutters):
                yield from self._wrapped(text)
                yield ""
                for together in self._table_rows(rows[index:end], gutters):
                    yield "\t".join(self._cells(together, gutters)).rstrip("\t")
                yield ""
                text, index = [], end
            else:
                text += _unbound(rows[index])
                index += 1
        yield from self._wrapped(text)

    def _wrapped(self, rows: Sequence[Row]) -> Iterator[str]:
        """Rows of one chunk each as lines, those that the margin broke put together."""
        if not rows:
            return
        edges = min(row.chunks[0].left for row in rows), max(row.chunks[0].right for row in rows)
        line = rows[0].chunks[0].text
        for index in range(1, len(rows)):
            apart = self._is_apart(rows, index)
            text = rows[index].chunks[0].text
            if not apart and _was_full(rows[index - 1], rows[index], edges) and not take_label(text)[0]:
                line = join_lines(line, text, self.words)
                continue
            yield line
            if apart:
                yield ""
            line = text
        yield line

    def _is_apart(self, rows: Sequence[Row], index: int) -> bool:
        """True if a row begins a paragraph: by the space or a rule above it, by its size, or by an indent that the
        next has not."""
        above, row = rows[index - 1], rows[index]
        if above.base - row.base > _NEW_PARAGRAPH * self.leading * max(row.height, min(above.height, 1.1 * row.height)):
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
        """True for a line of a centred cell that stands half a line above the others of its row."""
        if index + 1 == len(rows) or len(rows[index + 1].chunks) == 1:
            return False
        below = rows[index + 1]
        near = rows[index].base - below.base < _HALF_LEADING * self.leading * below.height
        return near and bool(_cleared(_gutters(below), rows[index]))

    def _cells(self, rows: Sequence[Row], gutters: Sequence[Gutter]) -> list[str]:
        """The cells of a row of a table, wrapped ones whole."""
        cells = [""] * (len(gutters) + 1)
        for row in rows:
            for chunk in row.chunks:
                column = 0 if _is_spanning(row, gutters) else _column_of(chunk, gutters)
                cells[column] = join_lines(cells[column], chunk.text, self.words) if cells[column] else chunk.text
        return cells

    def _table_rows(self, rows: Sequence[Row], gutters: Sequence[Gutter]) -> Iterator[list[Row]]:
        """The rows that make one row of the table: as drawn rules part them, else by the space between, else by what
        is filled."""
        distances = [a.base - b.base for a, b in pairwise(rows)]
        # Cells that are centred have their lines between those of their neighbours.
        nearest = max(min(distances, default=0.0), _HALF_LEADING * self.leading * rows[0].height)
        spaced = sum(distance > _SAME_LEADING * nearest for distance in distances) >= max(1, len(rows) // 4)
        drawn = [self._is_ruled_off(above, row) for above, row in pairwise(rows)]
        # One line under the header or above the sum parts no other rows.
        ruled = sum(drawn) > 1 and sum(drawn) * _MOST_CELL_LINES >= len(rows)
        together = [rows[0]]
        for (above, row), is_drawn in zip(pairwise(rows), drawn, strict=True):
            distance = above.base - row.base
            spans = _is_spanning(row, gutters) or _is_spanning(above, gutters)
            if ruled or is_drawn:
                is_new = is_drawn
            elif distance > min(_SAME_LEADING * nearest, _LEADING * row.height) or spans:
                is_new = True
            elif spaced or distance < _HALF_LEADING * self.leading * row.height:
                is_new = False
            else:
                is_new = len(row.chunks) > 1 or _column_of(row.chunks[0], gutters) == 0
            if is_new:
                yield together
                together = []
            together.append(row)
        yield together
