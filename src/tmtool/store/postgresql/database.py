"""Keeps a connection to the database, and opens its transactions."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator

import psycopg

from tmtool.store.postgresql.connection import Connection, one_row
from tmtool.store.postgresql.faults import expecting_faults
from tmtool.store.postgresql.packed import Packed, PackedDumper
from tmtool.store.postgresql.urls import named
from tmtool.store.writing import Writing

WAITING_S = 60
"""How long a command waits for others who write."""
_SETTINGS = f"SELECT set_config('jit', 'off', false), set_config('lock_timeout', '{WAITING_S}s', false)"
# What goes wrong is raised; psycopg logs some of it besides, which Python then writes on standard error.
logging.getLogger("psycopg").addHandler(logging.NullHandler())


class Database(Writing):
    """A `Database` is a connection to a home, of one thread. `url` opens it, `name` is what messages call it by;
    `secured` tells that its user sees but what they may read."""

    secured = False

    def __init__(self, url: str) -> None:
        """Opens the connection, whatever is there (`opening.open_database`). Raises DatabaseError."""
        super().__init__(self._cancel)
        self.url = url
        self.name = named(url)
        self._aside: Connection | None = None
        self._is_storing = False
        with expecting_faults(self.name):
            self.connection = self.another()

    @property
    def aside(self) -> Connection:
        """Returns a second connection, for what others must see at once, whatever becomes of the transaction."""
        if self._aside is None or self._aside.closed:
            self._aside = self.another()
            # The commit of the transaction beside it has it written to the disk too.
            self._aside.execute("SET synchronous_commit = off")
        return self._aside

    @property
    def whole(self) -> str:
        """Returns what names of tables are written after where the tables themselves are meant, not views of some
        memories."""
        (schema,) = one_row(self.connection, "SELECT quote_ident(current_schema())")
        return f"{schema}."

    @contextlib.contextmanager
    def storing(self) -> Iterator[None]:
        """Lets who may write see what is stored once for all memories, texts and symbols. Needs an open transaction."""
        if not self.secured or self._is_storing:
            yield
            return
        self.connection.execute("SET LOCAL tmtool.storing = on")
        self._is_storing = True
        try:
            yield
        finally:
            self._is_storing = False
        # After an error the transaction is taken back, or its part, and this with it.
        self.connection.execute("SET LOCAL tmtool.storing = off")

    def wait_for_turn(self) -> None:
        """Waits until no other transaction that has called this is open. To be called before the first text of a
        transaction that stores some by several calls."""
        if self.bulk is None:
            self._wait_for_turn()
        elif not self.bulk.in_turn:
            self.bulk.in_turn = True
            self.bulk.ask(self._wait_for_turn)

    def _wait_for_turn(self) -> None:
        with self.connection.transaction():
            self.connection.execute("SET LOCAL lock_timeout = 0")
            self.connection.execute("SELECT pg_advisory_xact_lock(hashtext('tmtool ' || current_schema()))")
            self.connection.execute(f"SET LOCAL lock_timeout = '{WAITING_S}s'")

    def _cancel(self) -> None:
        # Who cannot be asked to leave off is gone, or ends by itself.
        with contextlib.suppress(psycopg.Error):
            self.connection.cancel()

    def close(self) -> None:
        """Ends both connections."""
        self.connection.close()
        if self._aside is not None:
            self._aside.close()

    def another(self) -> Connection:
        """Opens a connection, which is for the caller to close."""
        connection = psycopg.connect(
            self.url, autocommit=True, application_name="tmtool", client_encoding="UTF8", prepare_threshold=2
        )
        connection.adapters.register_dumper(Packed, PackedDumper)
        connection.execute(_SETTINGS)
        return connection


@contextlib.contextmanager
def transaction(database: Database) -> Iterator[None]:
    """Opens a transaction: commits at the end, rolls back when anything is raised."""
    with expecting_faults(database.name), database.connection.transaction():
        yield
