"""Which rows of a page are its footnotes? They are below the text in smaller type, each after its mark.

A note is known by a raised mark at its beginning, or, where the mark is not raised, by the short rule above the first
(the United Nations draw it with underscores) and by the number that a raised mark of the page has. What goes on from
the page before has neither, but is below the rule as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from tmtool.documents.cleaning import join_lines
from tmtool.documents.hyphens import Hyphens
from tmtool.formats.pdf.joints import SAME_PLACE
from tmtool.formats.pdf.raised import raised_figures
from tmtool.formats.pdf.rows import Row, Rules

_NOTE_SIZE = 0.95
_STILL_TOGETHER = 2.2
_WIDEST_SEPARATOR = 0.55
_FARTHEST_BELOW_RULE = 3.0
_SEPARATOR = re.compile(r"_{3,}")
_TABLE_NOTE = re.compile(r"[a-z]\s+[A-ZÀ-Ý]")
_PLAIN_MARK = re.compile(r"(\d{1,3}|[*†‡]{1,3})(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Notes:
    """`Notes` holds the rows of the text, in the stretches that the page has, and those of its notes; the marks of the
    notes."""

    text: list[list[Row]]
    rows: list[Row]
    marks: frozenset[str]

    def lines(self, hyphens: Hyphens) -> Iterator[str]:
        """Yields each note as a line; "" first if the page begins with the rest of one from the page before."""
        note: str | None = None
        for row in self.rows:
            mark, text = _mark_of(row, self.marks)
            if mark:
                if note is not None:
                    yield note
                note = text
            elif note is None:
                yield ""
                note = text
            else:
                note = join_lines(note, text, hyphens) if note else text
        if note is not None:
            yield note


def notes_of(stretches: Sequence[Sequence[Row]], rules: Rules, referred: frozenset[str]) -> Notes:
    """Returns the text of a page and its notes; each stretch of it may have its own. `referred` are the raised marks of
    the document: a note may be on another page than its mark."""
    rows = [row for stretch in stretches for row in stretch]
    if not rows:
        return Notes([], [], frozenset())
    largest = _NOTE_SIZE * median(row.height for row in rows)
    text: list[list[Row]] = []
    noted: list[Row] = []
    plain: frozenset[str] = frozenset()
    for stretch in stretches:
        ruled = _below_separator(stretch, rules)
        first = next(
            (
                index
                for index, row in enumerate(stretch)
                if row.height <= largest and (row.chunks[0].note or (index == ruled and not _is_of_table(row)))
            ),
            len(stretch),
        )
        end = _end(stretch, first, largest)
        if ruled is not None and first == ruled:
            plain = referred
        text.append([*stretch[:first], *stretch[end:]])
        noted += stretch[first:end]
    marks = frozenset(mark for row in noted if (mark := _mark_of(row, plain)[0]))
    return Notes([stretch for stretch in text if stretch], noted, marks)


def _is_of_table(row: Row) -> bool:
    """Tells whether a note is that of a table, which has a letter and stays below it."""
    return _TABLE_NOTE.match(" ".join(chunk.text for chunk in row.chunks)) is not None


def marks_of(rows: Iterable[Row]) -> frozenset[str]:
    """Returns the raised marks after the words of a text, and the raised figures after figures, which may be such."""
    chunks = (chunk for row in rows for chunk in row.chunks)
    return frozenset(mark for chunk in chunks for mark in (*chunk.marks, *raised_figures(chunk)))


def _end(rows: Sequence[Row], first: int, largest: float) -> int:
    """Returns the place where the notes end that begin with the row `first`: at larger type or a gap."""
    end = first
    while end < len(rows) and rows[end].height <= largest:
        if end > first and rows[end - 1].base - rows[end].base > _STILL_TOGETHER * rows[end].height:
            break
        end += 1
    return end


def _mark_of(row: Row, plain: frozenset[str]) -> tuple[str, str]:
    """Returns the mark that a row begins with, raised, a star, or one of those that may be `plain`; and the text after
    it."""
    text = " ".join(chunk.text for chunk in row.chunks)
    if row.chunks[0].note:
        return row.chunks[0].note, text
    found = _PLAIN_MARK.match(text)
    is_mark = found is not None and (found[1] in plain or not found[1].isdigit())
    return (found[1], text[found.end() :]) if found and is_mark else ("", text)


def _below_separator(rows: Sequence[Row], rules: Rules) -> int | None:
    """Returns the index of the first row below the last short rule at its left edge or that of the page, or None where
    there is none such."""
    drawn = next((index for index, row in enumerate(rows) if _SEPARATOR.fullmatch(row.chunks[0].text)), len(rows))
    if drawn + 1 < len(rows):
        return drawn + 1
    left = min(row.chunks[0].left for row in rows)
    right = max(row.chunks[-1].right for row in rows)
    found: int | None = None
    for y, start, end in _whole_rules(rules):
        below = next((index for index, row in enumerate(rows) if row.base < y), None)
        if below is None or y - rows[below].base > _FARTHEST_BELOW_RULE * rows[below].height:
            continue
        edges = (left, *(chunk.left for chunk in rows[below].chunks))
        level = any(abs(start - edge) <= rows[below].height for edge in edges)
        if level and end - start <= _WIDEST_SEPARATOR * (right - left):
            found = below if found is None else max(found, below)
    return found


def _whole_rules(rules: Rules) -> list[tuple[float, float, float]]:
    """Returns the level rules, those together that are drawn cell by cell."""
    found: list[tuple[float, float, float]] = []
    for y, start, end in sorted(rules.level, key=lambda rule: (round(rule[0]), rule[1])):
        if found and abs(found[-1][0] - y) <= SAME_PLACE and start - found[-1][2] <= SAME_PLACE:
            found[-1] = (y, found[-1][1], max(end, found[-1][2]))
        else:
            found.append((y, start, end))
    return found
