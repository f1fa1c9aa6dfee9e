"""Reads translation memories as tables (TSV, CSV) with a header, and chooses between memory and terms.

The header is described in docs/reference.md: a column for each language, known columns, the rest
properties. Concepts are read by `term_reading`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.dates import iso_date
from tmtool.formats.format import Contents
from tmtool.formats.properties import add
from tmtool.formats.table.deepl import deepl_pair
from tmtool.formats.table.header import (
    TEXT,
    Column,
    columns_of,
    describes_terms,
    is_comment,
    languages_in,
    not_taken,
    opens_glossary,
)
from tmtool.formats.table.rows import Row, rows
from tmtool.model import NO_PROPERTIES, Notice, Skipped, Status, Unit, Variant
from tmtool.model.wording import say
from tmtool.text.composition import composed

_UNIT_FIELDS = frozenset({"id", "document", "status", "note", "context", "date"})
_STATUS = {status.value: status for status in Status}
_PARTIAL_DATE = re.compile(r"\d{4}(-\d\d)?")


def kind_of(path: Path) -> Contents:
    """Returns whether a table is a memory or a term table, by its header: what ``--kind auto`` takes it for."""
    first = next((row for row in rows(path) if isinstance(row, Row)), None)
    if first is not None and opens_glossary("\t".join(first.cells)):
        return "terms"
    if deepl_pair(path) is not None:
        return "terms"
    header = _header(path)
    return "terms" if header is not None and describes_terms(columns_of(header.cells, "", "")) else "memory"


def _header(path: Path) -> Row | None:
    for row in rows(path):
        if isinstance(row, Row) and not is_comment(row.cells, "", ""):
            return row
    return None


def read_units(path: Path, *, source_language: str, target_language: str) -> Iterator[Unit | Skipped | Notice]:
    """Yields the rows with text in at least two languages as units, the others as `Skipped` with their line; a `Notice`
    where the header names languages whose columns are not taken for text.

    A language with several columns gives several variants. Raises InputError if the header
    names no two columns of text: those languages count that are shipped, or of the pair asked for.
    """
    layout: _Layout | None = None
    for row in rows(path):
        if layout is not None:
            yield layout.unit(row) if isinstance(row, Row) else row
        elif isinstance(row, Skipped):
            raise InputError(row.reason, say("repair the header"), path=path, line=row.line)
        elif not is_comment(row.cells, source_language, target_language):
            columns = _checked(row, path, source_language, target_language)
            layout = _Layout(columns, source_language)
            yield from not_taken(columns, row.line)


def _checked(header: Row, path: Path, source_language: str, target_language: str) -> tuple[Column, ...]:
    columns = columns_of(header.cells, source_language, target_language)
    found = languages_in(columns)
    if len(found) > 1:
        return columns
    problem = (
        say("only {language!r} has a column", language=min(found)) if found else say("no column of a known language")
    )
    names = ", ".join(header.cells[:8])
    remedy = say("name the languages with --source-lang and --target-lang, or put a header such as en<TAB>fr above")
    raise InputError(
        say("{problem} in the header ({names})", problem=problem, names=names[:100]),
        remedy,
        path=path,
        line=header.line,
    )


class _Layout:
    """Makes units from rows: the columns sorted by what they fill, and the count of units a document."""

    def __init__(self, columns: tuple[Column, ...], source_language: str) -> None:
        self.width = len(columns)
        self.texts = [(column.index, column.language or "") for column in columns if column.field == TEXT]
        self.fields: dict[str, int] = {}
        self.others: list[tuple[int, str]] = []
        for column in columns:
            if column.field in _UNIT_FIELDS and not column.language and column.field not in self.fields:
                self.fields[column.field] = column.index
            elif column.field != TEXT:
                self.others.append((column.index, column.name))
        present = {language for _, language in self.texts}
        self.source_language = source_language if source_language in present else ""
        self.counts: Counter[str] = Counter()

    def unit(self, row: Row) -> Unit | Skipped:
        cells = row.cells
        if len(cells) > self.width:
            if any(cells[self.width :]):
                return Skipped(
                    say("the row has {cells} cells, the header {width}", cells=len(cells), width=self.width), row.line
                )
        elif len(cells) < self.width:
            cells = cells + [""] * (self.width - len(cells))
        variants = tuple(
            Variant(language, text if text.isascii() else composed(text))
            for index, language in self.texts
            if (text := cells[index])
        )
        fields = self.fields
        properties: dict[str, str] = {}
        for index, name in self.others:
            if cells[index]:
                add(properties, name, cells[index])
        status = Status.TRANSLATED
        if "status" in fields and (written := cells[fields["status"]]):
            if written.casefold() in _STATUS:
                status = _STATUS[written.casefold()]
            else:
                add(properties, "status", written)
        date = cells[fields["date"]] if "date" in fields else ""
        if date and not _PARTIAL_DATE.fullmatch(date):
            moment = iso_date(date)
            if moment is None:
                add(properties, "date", date)
            date = moment or ""
        document = cells[fields["document"]] if "document" in fields else ""
        complete = len({variant.language for variant in variants}) > 1
        self.counts[document] += complete
        unit = Unit(
            variants=variants,
            id=cells[fields["id"]] if "id" in fields else "",
            document=document,
            position=self.counts[document],
            status=status,
            date=date,
            source_language=self.source_language,
            context=cells[fields["context"]] if "context" in fields else "",
            note=cells[fields["note"]] if "note" in fields else "",
            properties=properties or NO_PROPERTIES,
            line=row.line,
        )
        return unit if complete else Skipped(say("the row has text in fewer than two languages"), row.line, unit)
