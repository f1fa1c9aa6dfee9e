"""Takes an empty database away again, which was made for something that then did not come in."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from tmtool.store.tables import COLUMNS


def discard_empty(path: Path) -> None:
    """Removes the file of a database in which nothing is, unless somebody else has it open. Who opens it at that moment
    sees that it is gone (`database.open_database`)."""
    with contextlib.suppress(sqlite3.Error, OSError), contextlib.closing(_opened(path)) as connection:
        if not _is_empty(connection):
            return
        # Refused while another connection is open.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
        if _is_empty(connection):
            path.unlink()


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=0)


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not any(connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in COLUMNS)
