"""Reads the rows of a TSV or CSV file or of a spreadsheet with their line numbers, one after another.

Tables with tabs have no quoting (OmegaT glossaries, and those of tmtool); with commas or semicolons (Excel
with French settings) they follow RFC 4180. Other characters than UTF-8 are left to `encoding`.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from tmtool.errors import InputError
from tmtool.formats.encoding import read_text
from tmtool.model import Skipped
from tmtool.model.wording import say

_TAB_ENDINGS = frozenset({".tsv", ".tab", ".txt", ".utf8", ".utx"})
FORMULA = re.compile(r"'*([=+@]|-\S)")
"""How a cell begins that a spreadsheet runs, with the apostrophes that keep it from doing so."""
_LONGEST_RECORD = 200
"""Lines a quoted cell may span; beyond this a quotation mark was surely forgotten."""


@dataclass(frozen=True, slots=True)
class Row:
    """A `Row` holds the cells of a row, without white space around them, and the line on which it starts, from 1."""

    cells: list[str]
    line: int


def delimiter_of(first_line: str, ending: str) -> str:
    """Returns the delimiter: a tab where the ending of the name promises it, else what the line has most of."""
    if "\t" in first_line and ending in _TAB_ENDINGS:
        return "\t"
    outside = "".join(first_line.split('"')[::2])
    return max("\t;,", key=outside.count)


def rows(path: Path, *, ids: Collection[str] | None = None) -> Iterator[Row | Skipped]:
    """Yields the rows that are not blank, comment lines (``#``) among them; `Skipped` for one that cannot be split.

    With `ids`, a table with tabs whose first row begins with the column ``id`` is passed over but for this row and
    those that begin with one of these: of a large table a few are read in a third of the time.

    Raises InputError for a file that is no table, is damaged, or has a quotation mark that is never closed.
    """
    if _is_archive(path):
        from tmtool.formats.xlsx.rows import sheet_rows

        for found in sheet_rows(path):
            if isinstance(found, Skipped):
                yield found
            elif any(cells := [cell.strip(" \t\r\n\ufeff") for cell in found[0]]):
                yield Row(cells, found[1])
        return
    with _lines(path) as lines:
        head: list[str] = []
        for line in lines:
            head.append(line)
            if line.strip() and not line.lstrip("\ufeff").startswith("#"):
                break
        delimiter = delimiter_of(head[-1] if head else "", path.suffix.lower())
        together = _chained(head, lines)
        yield from _unquoted(together, ids) if delimiter == "\t" else _quoted(together, delimiter, path)


def _is_archive(path: Path) -> bool:
    """Tells whether the file is a ZIP archive, as spreadsheets are; one that cannot be opened is no such."""
    try:
        with path.open("rb") as stream:
            return stream.read(4) == b"PK\x03\x04"
    except OSError:
        return False


def _chained(head: list[str], lines: TextIO) -> Iterator[str]:
    yield from head
    yield from lines


def _unquoted(lines: Iterator[str], ids: Collection[str] | None) -> Iterator[Row]:
    wanted: Collection[str] | None = None
    for number, line in enumerate(lines, 1):
        if wanted is not None and line.partition("\t")[0] not in wanted:
            continue
        if number == 1 and line.startswith("id\t"):
            wanted = ids
        cells = [cell.strip(" \ufeff") for cell in line.rstrip("\r\n").split("\t")]
        if any(cells):
            yield Row(cells, number)


def _quoted(lines: Iterator[str], delimiter: str, path: Path) -> Iterator[Row | Skipped]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    start = 1
    while True:
        try:
            cells = [_bare(cell.strip(" \t\r\n\ufeff")) for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            if "unexpected end" in str(error) or reader.line_num - start >= _LONGEST_RECORD:
                raise _unclosed(path, start) from error
            yield Skipped(say("a quotation mark is inside a cell without being doubled"), start)
        else:
            if reader.line_num - start >= _LONGEST_RECORD:
                raise _unclosed(path, start)
            if any(cells):
                yield Row(cells, start)
        start = reader.line_num + 1


def _bare(cell: str) -> str:
    """Returns the cell without the apostrophe that keeps a spreadsheet from running it as a formula."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _unclosed(path: Path, line: int) -> InputError:
    return InputError(
        say('a quotation mark (") is opened here and not closed'),
        say("close it, or double it inside a cell"),
        path=path,
        line=line,
    )


@contextmanager
def _lines(path: Path) -> Iterator[TextIO]:
    """Opens the lines of the file: UTF-8 in a stream, so that a large memory is never held whole."""
    if _is_utf8(path):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield stream
    else:
        yield io.StringIO(read_text(path), newline="")


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                if "\0" in decoder.decode(block):
                    return False
            decoder.decode(b"", final=True)
    except (OSError, UnicodeDecodeError):
        return False  # read_text gives the reason, or knows another encoding
    return True
