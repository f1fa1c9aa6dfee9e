"""Reads the rows of a spreadsheet (XLSX) as those of any other table, one after another.

openpyxl reads them (ECMA-376 part 1, 18). It opens every part of the archive, so sizes and DTDs are looked at before.
"""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Protocol

from tmtool.errors import InputError
from tmtool.formats.zip_reading import FAULTS, ZipParts
from tmtool.model import Skipped
from tmtool.model.wording import say

_LARGEST_PART = 128 * 2**20
"""Unpacked; a sheet of 300,000 units has some 100 MB."""
_REMEDY = say("open it in the spreadsheet and save it again, or export it as TSV")


class _Sheet(Protocol):
    """A `_Sheet` is a worksheet as openpyxl reads it: its title, and its rows of values."""

    title: str

    def iter_rows(self, *, values_only: bool) -> Iterable[tuple[object, ...]]: ...


def sheet_rows(path: Path) -> Iterator[tuple[list[str], int] | Skipped]:
    """Yields the cells, as the spreadsheet shows text and numbers, and the number of each row of the first sheet that
    is shown; a `Skipped` for each further sheet with content. Formulas have the value last computed.

    Raises InputError for a file that is no XLSX, is damaged, under a password or too large.
    """
    with ZipParts(path, largest=_LARGEST_PART) as parts:
        parts.check()
    from openpyxl import load_workbook

    try:
        # A stream, since openpyxl refuses names with another ending.
        with path.open("rb") as stream, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which hold no text
            book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
            with closing(book):
                yield from _rows_of([sheet for sheet in book.worksheets if sheet.sheet_state == "visible"], path)
    except (*FAULTS, KeyError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        # What openpyxl raises for parts that are missing or not as the standard has them.
        raise InputError(say("is a damaged spreadsheet ({error})", error=error), _REMEDY, path=path) from error


def _rows_of(shown: Sequence[_Sheet], path: Path) -> Iterator[tuple[list[str], int] | Skipped]:
    """Yields the rows of the first sheet, then what is left out of the others."""
    filled = False
    for number, cells in enumerate(shown[0].iter_rows(values_only=True) if shown else (), 1):
        filled = filled or any(value is not None for value in cells)
        yield [_text(value) for value in cells], number
    if not filled:
        raise InputError(say("its first sheet is empty"), say("put the table there, and save it"), path=path)
    for sheet in shown[1:]:
        if any(value is not None for cells in sheet.iter_rows(values_only=True) for value in cells):
            yield Skipped(say("only the first sheet is read, not {title!r}", title=sheet.title))


def _text(value: object) -> str:
    """Returns a cell's value as text: dates in ISO form, whole numbers without fraction."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n")
