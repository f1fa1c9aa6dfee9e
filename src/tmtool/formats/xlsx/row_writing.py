"""Writes rows as a spreadsheet (XLSX), every cell as text.

openpyxl writes them (ECMA-376 part 1, 18); it would take a text with ``=`` before it for a formula.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from tmtool.errors import OutputError
from tmtool.formats.passing import PassingFolder
from tmtool.formats.xml_writing import legal
from tmtool.languages import supported
from tmtool.languages.tags import primary
from tmtool.languages.writing import begins_on_the_right, is_right_to_left
from tmtool.model.wording import say

_MOST_ROWS = 1_048_576
_LONGEST_CELL = 32_767
_FROM_THE_RIGHT = 2
"""How a cell says that it is read from the right (`readingOrder`)."""
_TEXTS, _WIDTH = frozenset({"source", "target", "suggestion"}), 60
"""Heads of columns of texts beside the tags of languages, and how wide such a column is, in characters."""


@contextmanager
def written_sheet(stream: BinaryIO, path: Path, language: str = "") -> Iterator[Callable[[Iterable[object]], None]]:
    """Gives a function that writes a row of cells; the sheet is in `stream` when the block ends.

    Every cell is text, at the top of its row, in a column of texts in as many lines as it needs. One that begins with a
    letter written from the right is read from there, and so is the sheet if `language` is, or half of the languages in
    its first row are; that row stays in view. OutputError for more rows or a longer text than a spreadsheet takes.
    """
    # openpyxl would write the rows into a temporary file that stays where the program is killed.
    with closing(PassingFolder()) as folder:
        sheet = _Sheet(path, language, folder.path / "rows.xml")
        try:
            yield sheet.write
        except BaseException:
            sheet.close()
            raise
        sheet.save(stream)


class _Sheet:
    """A `_Sheet` is a sheet that is written row by row, by way of a file for its rows."""

    def __init__(self, path: Path, language: str, rows: Path) -> None:
        from openpyxl import Workbook

        self._path, self._language, self._rows = path, language, rows
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet("tmtool")
        self._count = 0
        self._wide: set[int] = set()
        self._cells: dict[tuple[bool, bool], Any] = {}

    def write(self, cells: Iterable[object]) -> None:
        """Writes a row, the first of which is the heads."""
        self._count += 1
        if self._count > _MOST_ROWS:
            raise OutputError(
                say("a spreadsheet takes {most} rows only", most=_MOST_ROWS), say("write TMX or TSV"), path=self._path
            )
        row = list(map(self._text, cells))
        if self._count == 1:
            self._begin(row)
        self._sheet.append(self._cell(text, wraps=place in self._wide) for place, text in enumerate(row, 1))

    def close(self) -> None:
        """Closes the file of the rows, which openpyxl holds open till then."""
        self._sheet.close()

    def save(self, stream: BinaryIO) -> None:
        """Writes the sheet into a stream."""
        # Not at once: where the stream finds no space, openpyxl leaves an archive that complains when collected.
        archive = BytesIO()
        self._book.save(archive)
        stream.write(archive.getvalue())

    def _begin(self, heads: list[str]) -> None:
        """Sets the columns by their heads, and begins the file of the rows."""
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet._writer import ALL_TEMP_FILES, WorksheetWriter

        sheet, language = self._sheet, self._language
        sheet.sheet_view.rightToLeft = is_right_to_left(language) if language else _is_from_the_right(heads)
        for place, head in enumerate(heads, 1):
            if head in _TEXTS or primary(head) in supported():
                self._wide.add(place)
                sheet.column_dimensions[get_column_letter(place)].width = _WIDTH
        sheet.freeze_panes = "A2"
        ALL_TEMP_FILES.append(str(self._rows))  # which openpyxl removes from there when it has saved
        sheet._writer = WorksheetWriter(sheet, ALL_TEMP_FILES[-1])
        sheet._writer.write_top()

    def _text(self, value: object) -> str:
        text = legal(str(value))
        if len(text) > _LONGEST_CELL:
            raise OutputError(
                say("a text is longer than a cell takes ({most})", most=_LONGEST_CELL),
                say("write TMX or TSV"),
                path=self._path,
            )
        return text

    def _cell(self, text: str, *, wraps: bool) -> Any:
        """Returns the cell of a text; it is written before the next one is asked for, so that the same holds all texts
        of a kind."""
        if not text:
            return None
        kind = wraps, begins_on_the_right(text)
        if kind not in self._cells:
            self._cells[kind] = self._empty(*kind)
        cell = self._cells[kind]
        cell.value = text
        cell.data_type = "s"
        return cell

    def _empty(self, wraps: bool, from_the_right: bool) -> Any:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment

        found = WriteOnlyCell(self._sheet)
        found.alignment = Alignment(
            vertical="top", wrap_text=wraps or None, readingOrder=_FROM_THE_RIGHT if from_the_right else 0
        )
        return found


def _is_from_the_right(heads: Iterable[str]) -> bool:
    """Tells whether at least half of the languages that head columns are written from the right."""
    tags = [tag for tag in heads if primary(tag) in supported() or is_right_to_left(tag)]
    return 0 < len(tags) <= 2 * sum(map(is_right_to_left, tags))
