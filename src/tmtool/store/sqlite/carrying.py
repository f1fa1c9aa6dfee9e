"""Gives all that a database holds to another home, and takes it from one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from tmtool.store.keys import key_of
from tmtool.store.sqlite import numbering
from tmtool.store.sqlite.segment_table import SegmentTable
from tmtool.store.sqlite.transactions import transaction
from tmtool.store.tables import COLUMNS, NUMBERED, Contents, Row

_SEGMENTS = "INSERT INTO segments (id, language, text, key) VALUES (?, ?, ?, ?)"


def contents(connection: sqlite3.Connection) -> Iterator[tuple[str, Iterable[Row]]]:
    """Yields the tables as they are now, whoever writes meanwhile."""
    connection.execute("BEGIN")
    try:
        for table, columns in COLUMNS.items():
            if table == "last_numbers":
                yield table, list(_last_numbers(connection))
                continue
            yield table, connection.execute(f"SELECT {columns} FROM {table} ORDER BY 1")
    finally:
        connection.execute("ROLLBACK")


def _last_numbers(connection: sqlite3.Connection) -> Iterator[Row]:
    """Yields the highest numbers, where there was one: noted is only what removed rows had."""
    for name in NUMBERED:
        if last := numbering.next_number(connection, name) - 1:
            yield name, last


def fill(connection: sqlite3.Connection, given: Contents, progress: Callable[[int, int], None]) -> None:
    """Makes this the content of an empty database, and indexes it, in a transaction."""
    with transaction(connection):
        for table, rows in given:
            if table == "segments":
                connection.executemany(_SEGMENTS, ((*row, key_of(str(row[2]))) for row in rows))
                continue
            columns = COLUMNS[table]
            marks = ", ".join("?" for _ in columns.split(", "))
            connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        segments = SegmentTable(connection)
        waiting = segments.waiting()
        segments.index(lambda done: progress(done, max(done, waiting)))
