"""Which files gave what is in a memory? And what is to be set of a memory: its penalty and its trust."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from tmtool.errors import UsageError
from tmtool.store.sqlite.database import expecting_faults, transaction
from tmtool.store.sqlite.history import record
from tmtool.store.sqlite.sources import memory_names


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as the database calls it (that is what `forget --source` takes), and what of it is there."""

    path: str
    format: str
    imported: str
    units: int
    concepts: int


def files_of(connection: sqlite3.Connection, memory: str) -> list[SourceFile]:
    """The files that a memory has something of, by name; what was added by hand has none. Raises UsageError if there is
    no such memory."""
    row = _row(connection, memory)
    rows = connection.execute(
        "SELECT path, format, imported, (SELECT count(*) FROM units WHERE source_id = s.id), "
        "(SELECT count(*) FROM concepts WHERE source_id = s.id) FROM sources s WHERE memory_id = ? ORDER BY path",
        (row,),
    )
    return [SourceFile(*one) for one in rows]


def weigh(
    connection: sqlite3.Connection, database: Path, memory: str, *, penalty: int | None = None, trust: int | None = None
) -> dict[str, int]:
    """Sets how many points are taken off the rate of every match of a memory, and how far it is trusted (0 to 100, 50
    if nothing is said), if they are given; gives what was before, with a line in the history. Raises UsageError if
    there is no such memory."""
    wanted = {name: value for name, value in (("penalty", penalty), ("trust", trust)) if value is not None}
    with expecting_faults(database), transaction(connection):
        row = _row(connection, memory)
        values = connection.execute("SELECT penalty, trust FROM memories WHERE id = ?", (row,)).fetchone()
        before = {name: value for name, value in zip(("penalty", "trust"), values, strict=True) if name in wanted}
        connection.execute(
            "UPDATE memories SET penalty = coalesce(?, penalty), trust = coalesce(?, trust) WHERE id = ?",
            (penalty, trust, row),
        )
        old, new = (json.dumps({"memory": memory, **some}) for some in (before, wanted))
        record(connection, "weigh", "memories", row, before=old, after=new)
    return before


def _row(connection: sqlite3.Connection, memory: str) -> int:
    row = connection.execute("SELECT id FROM memories WHERE name = ?", (memory,)).fetchone()
    if row is None:
        raise UsageError(f"there is no memory '{memory}'", f"there are {', '.join(memory_names(connection))}")
    return int(row[0])
