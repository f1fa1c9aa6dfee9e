"""Forgets a memory, a file or a document that was wrong to be in, or must not be: one transaction, with a line in the
history that says how much went, and none of its words."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path

from tmtool.errors import UsageError
from tmtool.store.sqlite.database import expecting_faults, transaction
from tmtool.store.sqlite.history import record
from tmtool.store.sqlite.removal import Part, Rows, remove, rows_of


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much is in a part of the database, or was."""

    units: int
    concepts: int
    files: int


def forgettable(connection: sqlite3.Connection, database: Path, part: Part) -> Forgotten:
    """How much `forget` would remove. Raises UsageError if there is nothing of that name."""
    with expecting_faults(database):
        return _counted(_rows(connection, part))


def forget(connection: sqlite3.Connection, database: Path, part: Part) -> Forgotten:
    """Removes it; the file overwrites the texts. Raises UsageError as `forgettable` does."""
    with expecting_faults(database):
        connection.execute("PRAGMA secure_delete = ON")
        with transaction(connection):
            rows = _rows(connection, part)
            found = _counted(rows)
            remove(connection, part, rows)
            said = {**asdict(part), **asdict(found)}
            record(connection, "forget", "memories", 0, before=json.dumps(said, ensure_ascii=False))
        # What the log still holds of it goes too.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return found


def _rows(connection: sqlite3.Connection, part: Part) -> Rows:
    rows = rows_of(connection, part)
    if not (rows.units or rows.concepts or rows.sources):
        names = " of ".join(repr(name) for name in (part.document, part.source, part.memory) if name)
        raise UsageError(f"there is nothing called {names}", "'tmtool memory' names the memories and their files")
    return rows


def _counted(rows: Rows) -> Forgotten:
    return Forgotten(len(rows.units), len(rows.concepts), len(rows.sources))
