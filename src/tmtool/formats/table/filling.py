"""Fills the column of the translations in a table of two languages; every other byte stays.

The header is that of `tmtool.formats.table.header`: a column for each language, or ``source`` and ``target`` as gettext
has them in tables. A column ``status`` or ``fuzzy`` says how far a row is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.filling import Filling, Slot, State
from tmtool.formats.passages import Edit
from tmtool.formats.table.header import TEXT, Column, columns_of, is_comment, languages_in
from tmtool.formats.table.passages import Cell, delimiter_in, placed_rows
from tmtool.formats.table.writing import folded, harmless
from tmtool.formats.text_passages import TextFile, characters_of
from tmtool.languages.tags import primary
from tmtool.model import Status
from tmtool.model.wording import say
from tmtool.text.composition import composed

_STATES = {
    "status": {State.READY: Status.TRANSLATED.value, State.TO_REVIEW: Status.DRAFT.value},
    "fuzzy": {State.READY: "", State.TO_REVIEW: "True"},
}
"""What the columns that say how far a row is are filled with."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A `_Row` is a row of the table: the cells of source and target, and those that say how far it is, by name."""

    source: Cell
    target: Cell
    states: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class TableFile:
    """A `TableFile` is a table whose translations can be filled."""

    path: Path
    file: TextFile
    delimiter: str
    rows: Sequence[_Row]
    slots: Sequence[Slot]

    def content(self, fillings: Mapping[int, Filling], *, target_language: str) -> bytes:
        """Returns the table with these translations. Raises InputError where its encoding cannot hold them."""
        edits: list[Edit] = []
        for index, filling in fillings.items():
            row = self.rows[index]
            edits.append(self._edit(row.target, filling.text))
            edits += [self._edit(cell, _STATES[name][filling.state]) for name, cell in row.states.items()]
        try:
            return self.file.content(edits)
        except UnicodeEncodeError as error:
            problem = say(
                "its encoding ({encoding}) has no {letter!r}",
                encoding=self.file.codec,
                letter=error.object[error.start],
            )
            raise InputError(problem, say("save it as UTF-8"), path=self.path) from error

    def _edit(self, cell: Cell, text: str) -> Edit:
        """Returns what puts a text in a cell, quoted as it was or has to be."""
        written = folded(text)
        place = cell[2]
        if self.delimiter != "\t":
            written = harmless(written)
            if self.file.text.startswith('"', place.start) or {self.delimiter, '"'} & set(written):
                quoted = written.replace('"', '""')
                written = f'"{quoted}"'
        return Edit(place, written)


def read_fillable(path: Path, *, source_language: str) -> TableFile:
    """Returns the rows of a table. Raises InputError for a file that is no table of two languages, or has no rows."""
    text, mark, codec = characters_of(path)
    delimiter = delimiter_in(text, path)
    rows = tuple(_rows(text, delimiter, path, source_language))
    if not rows:
        raise InputError(say("holds no segments"), say("give the file that was meant"), path=path)
    slots = tuple(Slot(composed(row.source[0]), composed(row.target[0])) for row in rows)
    return TableFile(path, TextFile((), text, mark, codec), delimiter, rows, slots)


def _rows(text: str, delimiter: str, path: Path, source_language: str) -> Iterator[_Row]:
    """Yields the rows with a source."""
    columns: tuple[int, int] | None = None
    states: dict[str, int] = {}
    for row in placed_rows(text, delimiter):
        names = [cell for cell, _, _ in row]
        if not any(names):
            continue
        if columns is None:
            if not is_comment(names, source_language, ""):
                found = columns_of(names, source_language, "")
                columns = _pair(found, path, source_language)
                states = {one.name.strip().lower(): one.index for one in found if one.name.strip().lower() in _STATES}
        elif max(columns) < len(row) and row[columns[0]][0]:
            kept = {name: row[index] for name, index in states.items() if index < len(row)}
            yield _Row(row[columns[0]], row[columns[1]], kept)


def _pair(columns: Sequence[Column], path: Path, source_language: str) -> tuple[int, int]:
    """Returns the columns of source and target: there must be one other language."""
    texts = [one for one in columns if one.field == TEXT and one.term_status is None]
    sources = [one.index for one in texts if primary(one.language) == primary(source_language)]
    targets = [one.index for one in texts if primary(one.language) != primary(source_language)]
    if len(sources) != 1 or len(targets) != 1:
        known = ", ".join(sorted(one or "?" for one in languages_in(tuple(columns)))) or "–"
        raise InputError(
            say("is filled if it has two languages ({languages})", languages=known),
            say("give it one column for the source and one for the translation, such as en and fr"),
            path=path,
        )
    return sources[0], targets[0]
