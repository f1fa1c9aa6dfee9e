"""Speaks to SQLite (`tmtool.store.sql.Dialect`)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tmtool.errors import DatabaseError
from tmtool.store.sql.dialect import Held, Json, Numbered, Row
from tmtool.store.sql.questions import Questions
from tmtool.store.sqlite import numbering
from tmtool.store.sqlite.faults import FAULTS, explained
from tmtool.store.writing import Writing

if TYPE_CHECKING:
    from tmtool.store.groups.writers import UnitWriter

_LIST = "(SELECT value FROM json_each(?))"


class SqliteDialect:
    """A `SqliteDialect` asks the file at `path` by a connection; a list goes to it as JSON."""

    errors: tuple[type[Exception], ...] = FAULTS
    json = Json(
        "json_object", "json_array", "json_group_array({})", "hex({})", "json_extract(nullif({0}, ''), '$.{1}')"
    )
    shared = ""

    def __init__(self, connection: sqlite3.Connection, path: Path, writing: Writing | None = None) -> None:
        """Takes the connection, and what writes by it where a thread may do so."""
        self.connection = connection
        self.path = path
        self.name = str(path)
        self.writing = writing or Writing()

    def explained(self, error: Exception) -> DatabaseError:
        """Goes by the code of the error."""
        return explained(error, self.path)

    def require_connection(self) -> None:
        """Raises nothing: a closed connection says so when the next row is taken."""

    def rows(self, statement: str, *values: object, **named: object) -> sqlite3.Cursor:
        """Returns the cursor."""
        return self.connection.execute(_statement(statement), named or _values(values))

    def row(self, statement: str, *values: object, **named: object) -> Row | None:
        """Takes the first."""
        row: Row | None = self.rows(statement, *values, **named).fetchone()
        return row

    def run(self, statement: str, *values: object, **named: object) -> None:
        """Executes it."""
        self.rows(statement, *values, **named)

    def run_all(self, statement: str, all_values: Iterable[Sequence[object] | Mapping[str, object]]) -> None:
        """Compiles it once."""
        rows: Any = all_values  # the stubs know either, not both
        self.connection.executemany(_statement(statement), rows)

    def insert(self, table: Numbered, columns: str, *values: object) -> int:
        """Looks up the highest number."""
        number = numbering.next_number(self.connection, table)
        marks = ", ".join("?" * (1 + len(values)))
        self.connection.execute(f"INSERT INTO {table} (id, {columns}) VALUES ({marks})", (number, *values))
        return number

    def note_removed(self, table: Numbered, numbers: Sequence[int]) -> None:
        """Notes the highest."""
        numbering.note_removed(self.connection, table, numbers)

    def hold(self, table: Held, numbers: Sequence[int]) -> list[int]:
        """Waits for nobody: there is one who writes, and all are there."""
        return list(numbers)

    def remove_units(self, units: Sequence[int]) -> None:
        """Removes them in parts."""
        from tmtool.store.sqlite.removal import remove_units

        remove_units(self.connection, units)

    def remove_documents(self) -> None:
        """Removes them all."""
        self.run("DELETE FROM documents WHERE NOT EXISTS (SELECT 1 FROM units WHERE document_id = documents.id)")

    def segments(self, texts: Iterable[tuple[str, str]]) -> list[int]:
        """Looks them up by their digests."""
        from tmtool.store.sqlite.segment_table import SegmentTable

        return SegmentTable(self.connection).ids(texts)

    def unit_writer(self, memory: int, source: int) -> UnitWriter:
        """Returns the one of SQLite."""
        from tmtool.store.sqlite.unit_writing import SqliteUnitWriter

        return SqliteUnitWriter(self, self.connection, memory, source)

    def wait_for_turn(self) -> None:
        """Waits for nobody: there is one who writes."""


class SqliteQuestions(Questions):
    """`SqliteQuestions` are asked in words that only SQLite knows."""

    _sql: SqliteDialect

    def __init__(self, sql: SqliteDialect) -> None:
        super().__init__(sql)
        self._connection = sql.connection
        self._writing = sql.writing


@cache
def _statement(statement: str) -> str:
    return statement.replace("= ANY (?)", f"IN {_LIST}").replace("<> ALL (?)", f"NOT IN {_LIST}")


def _values(values: Sequence[object]) -> Sequence[object]:
    return [json.dumps(one) if isinstance(one, list) else one for one in values]
