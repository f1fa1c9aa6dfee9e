"""Numbers units and concepts: what is stored gets a higher number than all of its kind that ever were there, so that
the history, backups and what people have noted never name another one."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from tmtool.store.sql.dialect import Numbered


def next_number(connection: sqlite3.Connection, table: Numbered) -> int:
    """Returns the number that the next row of the table gets."""
    highest = f'SELECT max(id) FROM {table} UNION ALL SELECT number FROM last_numbers WHERE "table" = ?'
    return 1 + max(row[0] or 0 for row in connection.execute(highest, (table,)))


def note_removed(connection: sqlite3.Connection, table: Numbered, numbers: Collection[int]) -> None:
    """Keeps the numbers of rows that are removed from being given again."""
    if numbers:
        connection.execute(
            "INSERT INTO last_numbers VALUES (?, ?) ON CONFLICT DO UPDATE SET number = max(number, excluded.number)",
            (table, max(numbers)),
        )
