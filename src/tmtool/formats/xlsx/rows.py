"""Reads the rows of a spreadsheet (XLSX) as those of any other table, one after another; and writes rows as one.

openpyxl reads and writes them (ECMA-376 part 1, 18). It opens every part of the archive, so sizes and DTDs are
looked at before; and it would take a text with ``=`` before it for a formula.
"""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from tmtool.errors import InputError, OutputError
from tmtool.formats.passing import PassingFolder
from tmtool.formats.xml_writing import legal
from tmtool.formats.zip_reading import FAULTS, ZipParts
from tmtool.languages import supported
from tmtool.languages.tags import primary
from tmtool.languages.writing import begins_on_the_right, is_right_to_left
from tmtool.model import Skipped
from tmtool.model.wording import say

_LARGEST_PART = 128 * 2**20
"""Unpacked; a sheet of 300,000 units has some 100 MB."""
_MOST_ROWS = 1_048_576
_LONGEST_CELL = 32_767
_FROM_THE_RIGHT = 2
"""How a cell says that it is read from the right (`readingOrder`)."""
_TEXTS, _WIDTH = frozenset({"source", "target", "suggestion"}), 60
"""Heads of columns of texts beside the tags of languages, and how wide such a column is, in characters."""
_REMEDY = say("open it in the spreadsheet and save it again, or export it as TSV")


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
                shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
                filled = False
                for sheet in shown[:1]:
                    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                        filled = filled or any(value is not None for value in cells)
                        yield [_text(value) for value in cells], number
                if not filled:
                    raise InputError(
                        say("its first sheet is empty"), say("put the table there, and save it"), path=path
                    )
                for sheet in shown[1:]:
                    if any(value is not None for cells in sheet.iter_rows(values_only=True) for value in cells):
                        yield Skipped(say("only the first sheet is read, not {title!r}", title=sheet.title))
    except (*FAULTS, KeyError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        # What openpyxl raises for parts that are missing or not as the standard has them.
        raise InputError(say("is a damaged spreadsheet ({error})", error=error), _REMEDY, path=path) from error


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


@contextmanager
def written_sheet(stream: BinaryIO, path: Path, language: str = "") -> Iterator[Callable[[Iterable[object]], None]]:
    """Gives a function that writes a row of cells; the sheet is in `stream` when the block ends.

    Every cell is text, at the top of its row, in a column of texts in as many lines as it needs. One that begins with a
    letter written from the right is read from there, and so is the sheet if `language` is, or half of the languages in
    its first row are; that row stays in view. OutputError for more rows or a longer text than a spreadsheet takes.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet._writer import ALL_TEMP_FILES, WorksheetWriter

    # openpyxl would write the rows into a temporary file that stays where the program is killed.
    folder = PassingFolder()
    book = Workbook(write_only=True)
    sheet = book.create_sheet("tmtool")
    count = 0
    wide: set[int] = set()

    def text_of(value: object) -> str:
        text = legal(str(value))
        if len(text) > _LONGEST_CELL:
            raise OutputError(
                say("a text is longer than a cell takes ({most})", most=_LONGEST_CELL),
                say("write TMX or TSV"),
                path=path,
            )
        return text

    @cache
    def empty(wraps: bool, from_the_right: bool) -> Any:
        found = WriteOnlyCell(sheet)
        found.alignment = Alignment(
            vertical="top", wrap_text=wraps or None, readingOrder=_FROM_THE_RIGHT if from_the_right else 0
        )
        return found

    def cell(text: str, *, wraps: bool) -> Any:
        if not text:
            return None
        # Written before the next one is asked for, so that the same may hold all texts of a kind.
        explicit = empty(wraps, begins_on_the_right(text))
        explicit.value = text
        explicit.data_type = "s"
        return explicit

    def write(cells: Iterable[object]) -> None:
        nonlocal count
        count += 1
        if count > _MOST_ROWS:
            raise OutputError(
                say("a spreadsheet takes {most} rows only", most=_MOST_ROWS), say("write TMX or TSV"), path=path
            )
        row = list(map(text_of, cells))
        if count == 1:
            heads = row
            sheet.sheet_view.rightToLeft = is_right_to_left(language) if language else _is_from_the_right(heads)
            for place, head in enumerate(heads, 1):
                if head in _TEXTS or primary(head) in supported():
                    wide.add(place)
                    sheet.column_dimensions[get_column_letter(place)].width = _WIDTH
            sheet.freeze_panes = "A2"
            ALL_TEMP_FILES.append(str(folder.path / "rows.xml"))  # which openpyxl removes from there when it has saved
            sheet._writer = WorksheetWriter(sheet, ALL_TEMP_FILES[-1])
            sheet._writer.write_top()
        sheet.append(cell(text, wraps=place in wide) for place, text in enumerate(row, 1))

    with closing(folder):
        try:
            yield write
        except BaseException:
            sheet.close()  # openpyxl holds the file open till then
            raise
        # Not into the stream: where that finds no space, openpyxl leaves an archive that complains when collected.
        archive = BytesIO()
        book.save(archive)
        stream.write(archive.getvalue())


def _is_from_the_right(heads: Iterable[str]) -> bool:
    """Tells whether at least half of the languages that head columns are written from the right."""
    tags = [tag for tag in heads if primary(tag) in supported() or is_right_to_left(tag)]
    return 0 < len(tags) <= 2 * sum(map(is_right_to_left, tags))
