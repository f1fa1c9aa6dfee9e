"""Returns one of several terms of a status, with its part of the cells that describe them; a cell without a bar holds
for all.

A table with tabs has no quoting: tabs and line breaks inside a cell become one space. In a ``.csv`` cells are
quoted (RFC 4180), and one that a spreadsheet would run as a formula gets an apostrophe before it; a ``.xlsx``
keeps every cell as it is. What is no column (properties, codes, users) is left out; TMX keeps it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from tmtool.formats.table.rows import FORMULA
from tmtool.formats.writing import whole_file
from tmtool.languages.tags import primary
from tmtool.model import Document, Suggestion, Unit

BREAKS = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


@contextmanager
def written_table(path: Path, language: str = "") -> Iterator[Callable[[Iterable[object]], object]]:
    """Gives a function that writes a row of cells in the way that the ending of the file's name promises, whole or not
    at all. A spreadsheet is read from the side of `language`, or of the languages that its first row names.

    Raises OutputError where the file cannot be written.
    """
    if path.suffix.lower() == ".xlsx":
        from tmtool.formats.xlsx.row_writing import written_sheet

        with whole_file(path, "wb") as archive, written_sheet(archive, path, language) as write:
            yield write
    else:
        with whole_file(path) as stream:
            yield _row_writer(stream, path)


def _row_writer(stream: TextIO, path: Path) -> Callable[[Iterable[object]], object]:
    if path.suffix.lower() == ".csv":
        write = csv.writer(stream, lineterminator="\n").writerow
        return lambda cells: write([harmless(folded(cell)) for cell in cells])
    return lambda cells: stream.write("\t".join(map(folded, cells)) + "\n")


def folded(cell: object) -> str:
    """Returns a cell on one line, without spaces around it."""
    return BREAKS.sub(" ", str(cell)).strip(" ")


def harmless(cell: str) -> str:
    """Returns a cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def write_units(path: Path, units: Iterable[Unit], *, source_language: str, target_language: str) -> int:
    """Writes one row for each pair of the two languages, and gives their number.

    A unit without one of them is left out; one with several targets (fr-FR, fr-CA) gives as many rows. Raises
    OutputError where the file cannot be written.
    """
    count = 0
    wanted = primary(target_language)
    with written_table(path) as write:
        write(("id", source_language, target_language, "document", "date", "status", "context", "note"))
        for unit in units:
            source = unit.variant(source_language)
            if source is None:
                continue
            for target in (variant for variant in unit.variants if primary(variant.language) == wanted):
                cells = (unit.id, source.text, target.text, unit.document, unit.date)
                write((*cells, unit.status.value, unit.context, unit.note))
                count += 1
    return count


def write_suggestions(
    path: Path, document: Document, suggestions: Iterable[Suggestion], *, target_language: str
) -> None:
    """Writes one row a segment: its best match's rate and document, the suggestion empty where there is none.

    Raises OutputError where the file cannot be written.
    """
    with written_table(path, target_language) as write:
        write(("number", "label", "source", "kind", "rate", "suggestion", "document"))
        for suggestion in suggestions:
            segment = suggestion.segment
            origin = suggestion.matches[0].document if suggestion.matches else ""
            cells = (segment.number, segment.label, segment.text, suggestion.kind.value, suggestion.rate)
            write((*cells, suggestion.target or "", origin))
