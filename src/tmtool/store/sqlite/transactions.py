"""Opens transactions, and says how long who wants to write waits for others who do."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

BUSY_TIMEOUT_MS = 10_000


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Opens a transaction: commits at the end, rolls back when anything is raised."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        # A full disk may have ended the transaction already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
