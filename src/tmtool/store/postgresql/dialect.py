"""Speaks to PostgreSQL (`tmtool.store.sql.Dialect`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import psycopg

from tmtool.errors import DatabaseError
from tmtool.store.postgresql.connection import one_row
from tmtool.store.postgresql.database import Database
from tmtool.store.postgresql.faults import explained
from tmtool.store.sql.dialect import Held, Json, Numbered, Row
from tmtool.store.sql.questions import Questions

if TYPE_CHECKING:
    from tmtool.store.groups.writers import UnitWriter

_NAMED = re.compile(r"(?<![:\w]):(?=[a-z])(\w+)")


class PostgresqlDialect:
    """A `PostgresqlDialect` asks the server by a connection."""

    errors: tuple[type[Exception], ...] = (psycopg.Error,)
    json = Json(
        "json_build_object", "json_build_array", "coalesce(json_agg({}), '[]')", "encode({}, 'hex')",
        "nullif({0}, '')::json ->> '{1}'",
    )  # fmt: skip
    shared = "EXISTS (SELECT FROM memory_rights r WHERE r.memory_id = memories.id)"

    def __init__(self, database: Database) -> None:
        self.database = database
        self.connection = database.connection
        self.name = database.name

    def explained(self, error: Exception) -> DatabaseError:
        """Goes by the code of the error, or by its words where it has none."""
        return explained(error, self.database.name)

    def require_connection(self) -> None:
        """Looks whether it is closed: rows that have come can be read from it then."""
        if self.connection.closed:
            raise psycopg.OperationalError("the connection is closed")

    def rows(self, statement: str, *values: object, **named: object) -> psycopg.Cursor[Row]:
        """Returns the cursor, which has all rows."""
        return self.connection.execute(_statement(statement), named or values or None)

    def row(self, statement: str, *values: object, **named: object) -> Row | None:
        """Takes the first."""
        return self.rows(statement, *values, **named).fetchone()

    def run(self, statement: str, *values: object, **named: object) -> None:
        """Executes it."""
        self.rows(statement, *values, **named)

    def run_all(self, statement: str, all_values: Iterable[Sequence[object] | Mapping[str, object]]) -> None:
        """Sends them together."""
        with self.connection.cursor() as cursor:
            cursor.executemany(_statement(statement), all_values)

    def insert(self, table: Numbered, columns: str, *values: object) -> int:
        """Takes the number from the sequence of the table."""
        marks = ", ".join(["%s"] * len(values))
        (number,) = one_row(self.connection, f"INSERT INTO {table} ({columns}) VALUES ({marks}) RETURNING id", values)
        return int(number)

    def note_removed(self, table: Numbered, numbers: Sequence[int]) -> None:
        """Notes nothing: a sequence gives no number twice."""

    def hold(self, table: Held, numbers: Sequence[int]) -> list[int]:
        """Locks the rows, in the order that all lock them in."""
        query = f"SELECT id FROM {table} WHERE id = ANY (%s) ORDER BY id FOR UPDATE"
        return [row[0] for row in self.connection.execute(query, (list(numbers),)).fetchall()]

    def remove_units(self, units: Sequence[int]) -> None:
        """Removes them all at once."""
        from tmtool.store.postgresql.removal import remove_units

        remove_units(self.database, units)

    def remove_documents(self) -> None:
        """Locks them, passing over those that others have locked, and then looks again whether they have none."""
        without = "NOT EXISTS (SELECT FROM units WHERE document_id = documents.id)"
        rows = self.rows(f"SELECT id FROM documents WHERE {without} FOR UPDATE SKIP LOCKED")
        self.run(f"DELETE FROM documents WHERE id = ANY (?) AND {without}", [row[0] for row in rows])

    def segments(self, texts: Iterable[tuple[str, str]]) -> list[int]:
        """Asks for them all at once."""
        from tmtool.store.postgresql.segment_table import SegmentTable

        return SegmentTable(self.database).ids(texts)

    def unit_writer(self, memory: int, source: int) -> UnitWriter:
        """Returns the one of PostgreSQL."""
        from tmtool.store.postgresql.unit_writing import PostgresqlUnitWriter

        return PostgresqlUnitWriter(self, self.database, memory, source)

    def wait_for_turn(self) -> None:
        """Waits for a lock that all of them take."""
        self.database.wait_for_turn()


class PostgresqlQuestions(Questions):
    """`PostgresqlQuestions` are asked in words that only PostgreSQL knows."""

    _sql: PostgresqlDialect

    def __init__(self, sql: PostgresqlDialect) -> None:
        super().__init__(sql)
        self._database = sql.database
        self._connection = sql.connection


@cache
def _statement(statement: str) -> str:
    return _NAMED.sub(r"%(\1)s", statement.replace("%", "%%").replace("?", "%s"))
