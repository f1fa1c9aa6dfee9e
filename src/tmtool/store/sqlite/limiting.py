"""Has a connection show some memories only (`tmtool.store.limits`), and change nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from tmtool.store.limits import shown

_CHANGES = (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE)


def limit(connection: sqlite3.Connection, memories: Collection[str]) -> None:
    """Makes the views, which are of this connection only: SQLite looks for a name among what is temporary first."""
    for table, rows in shown(memories, "main."):
        connection.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} AS shown WHERE {rows}")
    connection.set_authorizer(_reading)


def size_of_texts(connection: sqlite3.Connection) -> int:
    """Returns how many bytes the texts take that are shown."""
    (size,) = connection.execute("SELECT coalesce(sum(length(CAST(text AS BLOB))), 0) FROM segments").fetchone()
    return int(size)


def _reading(action: int, _first: str | None, _second: str | None, database: str | None, _source: str | None) -> int:
    return sqlite3.SQLITE_DENY if action in _CHANGES and database == "main" else sqlite3.SQLITE_OK
