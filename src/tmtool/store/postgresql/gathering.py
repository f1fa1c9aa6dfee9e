"""Has the words of many texts gathered before the full text gets them, which takes a fifth less time, and sorted in by
another connection while more are written: an index does not ask which transaction an entry is of.

Who searches has to go through what is gathered; so nothing of it is left at the end.
"""

from __future__ import annotations

import contextlib
import threading

import psycopg

from tmtool.store.postgresql.connection import Connection, one_row
from tmtool.store.postgresql.database import Database

_INDEX = "(quote_ident(current_schema()) || '.segments_by_words')::regclass"
_GATHERED = "64MB"
"""Sixteen times as many words as are gathered if nothing is said: those of 50,000 texts or more."""
_PARTS = 4
"""So many parts of a change are written before their words are sorted in: each time costs something."""

_PATIENCE_MS = 500
"""So long another connection waits for locks of others."""


class Gathering:
    """A `Gathering` has the words of texts gathered for the rest of a transaction, if its user may have them sorted in
    too."""

    def __init__(self, database: Database) -> None:
        """Takes the database, which has a transaction open."""
        self._database = database
        self._parts = 0
        self._sorting: threading.Thread | None = None
        (self._may_sort,) = one_row(
            database.connection, f"SELECT pg_has_role(c.relowner, 'USAGE') FROM pg_class c WHERE c.oid = {_INDEX}"
        )
        if self._may_sort:
            database.connection.execute("SELECT set_config('gin_pending_list_limit', %s, true)", (_GATHERED,))

    def part_written(self) -> None:
        """Has the words that are gathered sorted in, if they are many, while this thread goes on."""
        self._parts += 1
        busy = self._sorting is not None and self._sorting.is_alive()
        if self._may_sort and self._parts >= _PARTS and not busy:
            self._parts = 0
            self._sorting = threading.Thread(target=self._sort_aside)
            self._sorting.start()

    def finish(self) -> None:
        """Has the rest sorted in."""
        if self._sorting:
            self._sorting.join()
        if self._may_sort:
            _sort_in(self._database.connection)

    def _sort_aside(self) -> None:
        # What is not sorted in here is at the end. Nothing is waited for long that may wait for the transaction.
        with contextlib.suppress(psycopg.Error), self._database.another() as connection:
            connection.execute(f"SET lock_timeout = '{_PATIENCE_MS}ms'")
            _sort_in(connection)


def _sort_in(connection: Connection) -> None:
    connection.execute(f"SELECT gin_clean_pending_list({_INDEX})")
