"""Reads the cells of the target language in a table, with the place of each character.

Delimiters and quoting are those of `tmtool.formats.table.rows`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tmtool.formats.passages import Passage, Places, composed, in_a_row
from tmtool.formats.table.header import TEXT, columns_of, is_comment
from tmtool.formats.table.rows import FORMULA, delimiter_of
from tmtool.formats.text_passages import LINE, TextFile, characters_of
from tmtool.languages.tags import primary
from tmtool.model import Span
from tmtool.text import composition

_AROUND_CELLS = " \t\r\n\ufeff"
Cell = tuple[str, Callable[[], Places], Span]
"""A cell as it is written, what gives the places of its characters, and the place of all of it, quotation marks too."""


def read_editable(path: Path, *, target_language: str) -> TextFile:
    """Returns the cells of a table in the columns of the target language. Raises InputError for a file that is no
    text."""
    text, mark, codec = characters_of(path)
    delimiter = delimiter_in(text, path)
    quoted = delimiter != "\t"
    passages: list[Passage] = []
    wanted: list[int] | None = None
    for row in placed_rows(text, delimiter):
        names = [cell for cell, _, _ in row]
        if not any(names):
            continue
        if wanted is None:
            if not is_comment(names, "", target_language):
                wanted = _target_columns(names, target_language)
            continue
        passages += [_passage(*row[column][:2]) for column in wanted if column < len(row) and row[column][0]]
    return TextFile(passages, text, mark, codec, _doubled if quoted else str)


def _passage(cell: str, find: Callable[[], Places]) -> Passage:
    return Passage(composition.composed(cell), lambda: composed(cell, find()))


def _doubled(text: str) -> str:
    return text.replace('"', '""')


def _target_columns(names: list[str], target_language: str) -> list[int]:
    columns = columns_of(names, "", target_language)
    return [one.index for one in columns if one.field == TEXT and primary(one.language) == primary(target_language)]


def delimiter_in(text: str, path: Path) -> str:
    """Returns what parts the cells of a table, by the name of the file and its first line."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return delimiter_of(next(lines, ""), path.suffix.lower())


def placed_rows(text: str, delimiter: str) -> Iterator[list[Cell]]:
    """Yields the rows of a table, quoted unless tabs part its cells."""
    return _plain_rows(text) if delimiter == "\t" else _quoted_rows(text, delimiter)


def _plain_rows(text: str) -> Iterator[list[Cell]]:
    for line in LINE.finditer(text):
        start = line.start(1)
        row: list[Cell] = []
        for cell in line[1].split("\t"):
            bare = cell.strip(" \ufeff")
            first = start + len(cell) - len(cell.lstrip(" \ufeff"))
            row.append((bare, partial(in_a_row, first, first + len(bare)), Span(start, start + len(cell))))
            start += len(cell) + 1
        yield row


def _quoted_rows(text: str, delimiter: str) -> Iterator[list[Cell]]:
    """Yields the rows of a table as RFC 4180 has them: a doubled quotation mark inside quotes is one character."""
    token = re.compile(f'(?P<end>\r\n|\r|\n)|(?P<next>{re.escape(delimiter)})|(?P<quote>")|.', re.DOTALL)
    row: list[Cell] = []
    cell: list[tuple[str, Span]] = []
    position, inside, begun = 0, False, 0
    while position < len(text):
        found = token.match(text, position)
        assert found is not None
        if inside and text.startswith('""', position):
            cell.append(('"', Span(position, position + 2)))
            position += 2
            continue
        if found["quote"] and (inside or not cell):
            inside = not inside
        elif inside or not (found["end"] or found["next"]):
            cell.append((found[0], Span(*found.span())))
        else:
            row.append((*_bare(cell), Span(begun, position)))
            cell, begun = [], found.end()
            if found["end"]:
                yield row
                row = []
        position = found.end()
    yield [*row, (*_bare(cell), Span(begun, position))]


def _bare(cell: list[tuple[str, Span]]) -> tuple[str, Callable[[], Places]]:
    """Returns the cell without white space around it, and without the apostrophe that keeps it from being run."""
    text = "".join(one for one, _ in cell)
    # A line end inside a cell may be two characters in one place.
    places = tuple(place for one, place in cell for _ in one)
    first, last = len(text) - len(text.lstrip(_AROUND_CELLS)), len(text.rstrip(_AROUND_CELLS))
    if text.startswith("'", first) and FORMULA.match(text, first):
        first += 1
    return text[first:last], lambda: places[first:last]
