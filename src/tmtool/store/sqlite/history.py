"""The append-only record of what people changed by hand."""

from __future__ import annotations

import getpass
import sqlite3
from dataclasses import dataclass

from tmtool.store.changes import now


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the record; `before` and `after` are JSON or '' for nothing."""

    action: str
    before: str
    after: str


def record(
    connection: sqlite3.Connection, action: str, entity: str, entity_id: int, *, before: str = "", after: str = ""
) -> None:
    """Notes a change of a row of the table `entity`; `before` and `after` are JSON or '' for nothing.
    Belongs in the transaction of the change itself."""
    connection.execute(
        "INSERT INTO history (at, author, action, entity, entity_id, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (now(), author(), action, entity, entity_id, before, after),
    )


def last_change(connection: sqlite3.Connection, entity: str, entity_id: int) -> Change | None:
    """What was done last to a row of the table `entity`, None if nothing was."""
    row = connection.execute(
        "SELECT action, before, after FROM history WHERE entity = ? AND entity_id = ? ORDER BY id DESC LIMIT 1",
        (entity, entity_id),
    ).fetchone()
    return Change(*row) if row else None


def author() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no login name in this environment
        return ""
