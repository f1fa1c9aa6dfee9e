"""Has a connection show some memories only (`tmtool.store.limits`), and change nothing."""

from __future__ import annotations

from collections.abc import Collection

from tmtool.store.limits import shown
from tmtool.store.postgresql.connection import Connection, one_row
from tmtool.store.postgresql.database import Database


def limit(database: Database, memories: Collection[str]) -> None:
    """Makes the views, which are of this connection only: PostgreSQL looks for a name among what is temporary first."""
    connection = database.connection
    whole = database.whole
    with connection.transaction():
        for table, rows in shown(memories, whole):
            view = f"CREATE TEMP VIEW {table} AS SELECT * FROM {whole}{table} AS shown WHERE {rows}"
            connection.execute(view.encode())
    connection.execute("SET default_transaction_read_only = on")


def size_of_texts(connection: Connection) -> int:
    """Returns how many bytes the texts take that are shown."""
    (size,) = one_row(connection, "SELECT coalesce(sum(octet_length(text)), 0) FROM segments")
    return int(size)
