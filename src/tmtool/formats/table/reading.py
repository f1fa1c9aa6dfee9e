"""Translation memories as tables (TSV, CSV) with a header, and the choice between memory and terms.

The header is described in docs/reference.md: a column for each language, known columns, the rest
properties. Concepts from tables are in `term_table`, writing in `table_writing`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from tmtool.errors import InputError
from tmtool.formats.dates import iso_date
from tmtool.formats.encoding import utf16_without_mark
from tmtool.formats.properties import add
from tmtool.formats.registry import Format
from tmtool.formats.table.header import TEXT, Column, columns_of, describes_terms, is_comment, languages_in
from tmtool.formats.table.rows import Row, rows
from tmtool.formats.table.term_reading import read_concepts
from tmtool.formats.table.term_writing import write_concepts
from tmtool.formats.table.writing import write_suggestions, write_units
from tmtool.formats.text_passages import read_cells
from tmtool.model import NO_PROPERTIES, Skipped, Status, Unit, Variant

__all__ = ["FORMAT", "read_concepts", "read_units", "sniff", "table_kind", "write_suggestions", "write_units"]

_UNIT_FIELDS = frozenset({"id", "document", "status", "note", "context", "date"})
_STATUS = {status.value: status for status in Status}
_PARTIAL_DATE = re.compile(r"\d{4}(-\d\d)?")
_LONGEST_TAG = len("zh-Hant-TW")
_GLOSSARY = ("# glossary in tab-separated format", "#utx")


def sniff(head: bytes) -> bool:
    """Whether the first line is a header with tabs and two languages by their tags, or opens a glossary."""
    first, _, _ = _decoded(head).lstrip("\ufeff").partition("\n")
    if first.lower().startswith(_GLOSSARY):
        return True
    names = [name for name in first.strip().split("\t") if len(name) <= _LONGEST_TAG]
    return len(languages_in(columns_of(names, "", ""))) >= 2


def _decoded(head: bytes) -> str:
    marked = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else None
    return head.decode(marked or utf16_without_mark(head) or "utf-8", errors="ignore")


def table_kind(path: Path) -> Literal["memory", "terms"]:
    """Whether a table is a memory or a term table, by its header: what ``--kind auto`` takes it for."""
    first = next((row for row in rows(path) if isinstance(row, Row)), None)
    if first is not None and "\t".join(first.cells).lower().startswith(_GLOSSARY):
        return "terms"
    header = _header(path)
    return "terms" if header is not None and describes_terms(columns_of(header.cells, "", "")) else "memory"


def _header(path: Path) -> Row | None:
    for row in rows(path):
        if isinstance(row, Row) and not is_comment(row.cells, "", ""):
            return row
    return None


def read_units(path: Path, *, source_language: str, target_language: str) -> Iterator[Unit | Skipped]:
    """The rows with text in at least two languages as units, the others as `Skipped` with their line.

    A language with several columns gives several variants. Raises InputError if the header
    names no two columns of text: those languages count that are shipped, or of the pair asked for.
    """
    layout: _Layout | None = None
    for row in rows(path):
        if layout is not None:
            yield layout.unit(row) if isinstance(row, Row) else row
        elif isinstance(row, Skipped):
            raise InputError(row.reason, "repair the header", path=path, line=row.line)
        elif not is_comment(row.cells, source_language, target_language):
            layout = _Layout(_checked(row, path, source_language, target_language), source_language)


def _checked(header: Row, path: Path, source_language: str, target_language: str) -> tuple[Column, ...]:
    columns = columns_of(header.cells, source_language, target_language)
    found = languages_in(columns)
    if len(found) > 1:
        return columns
    problem = f"only {min(found)!r} has a column" if found else "no column of a known language"
    names = ", ".join(header.cells[:8])
    remedy = "name the languages with --source-lang and --target-lang, or put a header such as en<TAB>fr above"
    raise InputError(f"{problem} in the header ({names[:100]})", remedy, path=path, line=header.line)


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
                return Skipped(f"the row has {len(cells)} cells, the header {self.width}", row.line)
        elif len(cells) < self.width:
            cells = cells + [""] * (self.width - len(cells))
        variants = tuple(
            Variant(language, text if text.isascii() else unicodedata.normalize("NFC", text))
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
        return unit if complete else Skipped("the row has text in fewer than two languages", row.line, unit)


FORMAT = Format(
    "table",
    (".tsv", ".csv", ".tab", ".utf8", ".utx"),
    sniff,
    read_units=read_units,
    write_units=write_units,
    read_concepts=read_concepts,
    write_concepts=write_concepts,
    read_editable=read_cells,
)
