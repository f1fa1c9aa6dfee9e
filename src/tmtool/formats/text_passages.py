"""The passages of text files: the lines of a plain text, the cells of the target language in a table.

What is written keeps the encoding, the byte order marks and the line ends of the file; delimiters and quoting are
those of `table_rows`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tmtool.formats.encoding import decode, read_bytes
from tmtool.formats.passages import Edit, Passage, Places, composed, edited, in_a_row, place_of
from tmtool.formats.table.header import TEXT, columns_of, is_comment
from tmtool.formats.table.rows import FORMULA, delimiter_of
from tmtool.languages.tags import primary
from tmtool.model import Span

_CODECS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_AROUND_CELLS = " \t\r\n\ufeff"
_Cell = tuple[str, Callable[[], Places]]
"""A cell as it is written, and what gives the places of its characters."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file of characters. `mark` is what stands before them, `codec` what they are written in."""

    passages: Sequence[Passage]
    text: str
    mark: bytes
    codec: str
    written: Callable[[str], str] = str

    def edits(self, passage: Passage, span: Span, text: str) -> tuple[Edit, ...] | None:
        """One edit; None if the encoding of the file has not all characters of `text`."""
        place = place_of(passage, span)
        try:
            text.encode(self.codec)
        except UnicodeEncodeError:
            return None
        return None if place is None else (Edit(place, self.written(text)),)

    def content(self, edits: Iterable[Edit]) -> bytes:
        """The bytes of the file after the edits."""
        return self.mark + edited(self.text, edits).encode(self.codec)


def read_lines(path: Path, *, target_language: str) -> TextFile:
    """The lines of a plain text, as `plain_text.read_blocks` counts them. Raises InputError."""
    text, mark, codec = _characters(path)
    passages = [
        Passage(found[1], partial(in_a_row, *found.span(1)), number)
        for number, found in enumerate(_LINE.finditer(text), 1)
    ]
    return TextFile(passages, text, mark, codec)


def read_cells(path: Path, *, target_language: str) -> TextFile:
    """The cells of a table in the columns of the target language. Raises InputError."""
    text, mark, codec = _characters(path)
    delimiter = _delimiter(text, path)
    quoted = delimiter != "\t"
    passages: list[Passage] = []
    wanted: list[int] | None = None
    for row in _quoted_rows(text, delimiter) if quoted else _plain_rows(text):
        names = [cell for cell, _ in row]
        if not any(names):
            continue
        if wanted is None:
            if not is_comment(names, "", target_language):
                wanted = _target_columns(names, target_language)
            continue
        passages += [_passage(*row[column]) for column in wanted if column < len(row) and row[column][0]]
    return TextFile(passages, text, mark, codec, _doubled if quoted else str)


def _passage(cell: str, find: Callable[[], Places]) -> Passage:
    return Passage(unicodedata.normalize("NFC", cell), lambda: composed(cell, find()))


def _doubled(text: str) -> str:
    return text.replace('"', '""')


def _target_columns(names: list[str], target_language: str) -> list[int]:
    columns = columns_of(names, "", target_language)
    return [one.index for one in columns if one.field == TEXT and primary(one.language) == primary(target_language)]


def _characters(path: Path) -> tuple[str, bytes, str]:
    """The characters of a file, the byte order marks before them, and their encoding."""
    data = read_bytes(path)
    text = decode(data, path)
    for codec in _CODECS:
        try:
            encoded = text.encode(codec)
        except UnicodeEncodeError:
            continue
        if data.endswith(encoded) and not data[: len(data) - len(encoded)].decode(codec, "replace").strip("\ufeff"):
            return text, data[: len(data) - len(encoded)], codec
    raise AssertionError("what was decoded strictly is encoded again")


def _delimiter(text: str, path: Path) -> str:
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return delimiter_of(next(lines, ""), path.suffix.lower())


def _plain_rows(text: str) -> Iterator[list[_Cell]]:
    for line in _LINE.finditer(text):
        start = line.start(1)
        row: list[_Cell] = []
        for cell in line[1].split("\t"):
            bare = cell.strip(" \ufeff")
            first = start + len(cell) - len(cell.lstrip(" \ufeff"))
            row.append((bare, partial(in_a_row, first, first + len(bare))))
            start += len(cell) + 1
        yield row


def _quoted_rows(text: str, delimiter: str) -> Iterator[list[_Cell]]:
    """The rows of a table as RFC 4180 has them: a doubled quotation mark inside quotes is one character."""
    token = re.compile(f'(?P<end>\r\n|\r|\n)|(?P<next>{re.escape(delimiter)})|(?P<quote>")|.', re.DOTALL)
    row: list[_Cell] = []
    cell: list[tuple[str, Span]] = []
    position, inside = 0, False
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
            row.append(_bare(cell))
            cell = []
            if found["end"]:
                yield row
                row = []
        position = found.end()
    yield [*row, _bare(cell)]


def _bare(cell: list[tuple[str, Span]]) -> _Cell:
    """The cell without white space around it, and without the apostrophe that keeps it from being run."""
    text = "".join(one for one, _ in cell)
    # A line end inside a cell may be two characters in one place.
    places = tuple(place for one, place in cell for _ in one)
    first, last = len(text) - len(text.lstrip(_AROUND_CELLS)), len(text.rstrip(_AROUND_CELLS))
    if text.startswith("'", first) and FORMULA.match(text, first):
        first += 1
    return text[first:last], lambda: places[first:last]
