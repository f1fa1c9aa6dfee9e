"""The append-only record of what people changed by hand."""

from __future__ import annotations

import getpass
import sqlite3

from tmtool.store.memory import now


def record(
    connection: sqlite3.Connection, action: str, entity: str, entity_id: int, *, before: str = "", after: str = ""
) -> None:
    """Notes a change of a row of the table `entity`; `before` and `after` are JSON or '' for nothing.
    Belongs in the transaction of the change itself."""
    connection.execute(
        "INSERT INTO history (at, author, action, entity, entity_id, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (now(), _author(), action, entity, entity_id, before, after),
    )


def _author() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no login name in this environment
        return ""
