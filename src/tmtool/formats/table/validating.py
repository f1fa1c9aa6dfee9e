"""What is wrong in a table of units or terms, besides what its readers leave out?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.formats.encoding import mark_of, read_bytes
from tmtool.formats.problems import Problem
from tmtool.formats.table.header import TEXT, columns_of, is_comment
from tmtool.formats.table.rows import FORMULA, Row, rows
from tmtool.model import Skipped
from tmtool.model.wording import say


def problems(path: Path) -> Iterator[Problem]:
    """Yields the problems of a table in the order of its rows. Raises InputError as its readers do."""
    yield from _of_encoding(path)
    is_csv = path.suffix.lower() == ".csv"
    header: Row | None = None
    earlier: dict[int, int] = {}
    for row in rows(path):
        if isinstance(row, Skipped):
            yield Problem("row-unreadable", row.reason, say("mend the row"), row.line)
            continue
        if header is None:
            if not is_comment(row.cells, "", ""):
                header = row
                yield from _of_header(row)
            continue
        first = earlier.setdefault(hash(tuple(row.cells)), row.line)
        if first != row.line:
            text = say("the row is the same as that of line {first}", first=first)
            yield Problem("row-repeated", text, say("keep one of them"), row.line, "warning")
        if is_csv and any(FORMULA.match(cell) and not cell.startswith("'") for cell in row.cells):
            cell = next(cell for cell in row.cells if FORMULA.match(cell))
            text = say("a spreadsheet runs this cell: {cell!r}", cell=cell[:40])
            yield Problem("cell-formula", text, say("put an apostrophe before it"), row.line, "warning")


def _of_header(header: Row) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for column in columns_of(header.cells, "", ""):
        if not column.field or column.field == TEXT or column.language:
            continue
        if column.field in seen:
            text = say("{name!r} and {other!r} say the same", name=column.name, other=seen[column.field])
            yield Problem("column-repeated", text, say("keep one: the other is a property"), header.line, "warning")
        seen.setdefault(column.field, column.name)


def _of_encoding(path: Path) -> Iterator[Problem]:
    data = read_bytes(path)
    if data.startswith(b"PK\x03\x04") or mark_of(data):
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = say("the file is not in UTF-8")
        remedy = say("save it as UTF-8: other programs may show other letters for accents")
        yield Problem("encoding-other", text, remedy, data.count(b"\n", 0, error.start) + 1, "warning")
