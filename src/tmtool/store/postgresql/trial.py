"""Makes a copy of a home in a schema of its own, and removes it.

A copy whose program was killed is removed by the next one that makes a copy: its owner no longer holds the lock on it.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from tmtool.store.postgresql.connection import one_row
from tmtool.store.postgresql.database import Database
from tmtool.store.postgresql.faults import expecting_faults
from tmtool.store.postgresql.opening import open_database
from tmtool.store.postgresql.urls import in_schema

TABLES = (
    "memories", "sources", "documents", "languages", "segments", "tokens", "fuzzy", "units", "variants", "concepts",
    "terms", "contrasts", "term_forms", "history", "set_aside",
)  # fmt: skip
"""All tables, those that others refer to first."""
_NAME = "tmtool_trial_"
_HELD = "hashtext(%s)::bigint"


@contextmanager
def copied(database: Database) -> Iterator[str]:
    """Yields the URL of a copy, which is removed at the end."""
    schema = f"{_NAME}{secrets.token_hex(6)}"
    with expecting_faults(database.name):
        keeper = psycopg.connect(database.url, autocommit=True)
    with keeper:
        with expecting_faults(database.name):
            _remove_abandoned(keeper)
            keeper.execute(f"SELECT pg_advisory_lock({_HELD})", (schema,))
            keeper.execute(f'CREATE SCHEMA "{schema}"')
        try:
            with expecting_faults(database.name):
                url = in_schema(database.url, schema)
                _fill(database, url, schema)
            yield url
        finally:
            with expecting_faults(database.name):
                keeper.execute(f'DROP SCHEMA "{schema}" CASCADE')


def _fill(database: Database, url: str, schema: str) -> None:
    copy = open_database(url, create=True)
    copy.close()
    connection = database.connection
    with connection.transaction():
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for table in TABLES:
            connection.execute(f'INSERT INTO "{schema}".{table} SELECT * FROM {table}')
            continue_numbers(database, f'"{schema}".{table}')


def continue_numbers(database: Database, table: str) -> None:
    """Has the numbers of a table that was filled with numbered rows go on after the highest."""
    column = next((name for name in ("id", "number") if _sequence(database, table, name)), None)
    if column:
        database.connection.execute(
            f"SELECT setval(pg_get_serial_sequence(%s, %s), "
            f"(SELECT coalesce(max({column}), 0) + 1 FROM {table}), false)",
            (table, column),
        )


def _sequence(database: Database, table: str, column: str) -> bool:
    (found,) = one_row(
        database.connection,
        "SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = %s::regclass AND attname = %s AND attidentity <> '')",
        (table, column),
    )
    return bool(found)


def _remove_abandoned(keeper: psycopg.Connection[tuple[str, ...]]) -> None:
    for (schema,) in keeper.execute(
        "SELECT nspname FROM pg_namespace WHERE starts_with(nspname, %s)", (_NAME,)
    ).fetchall():
        (free,) = keeper.execute(f"SELECT pg_try_advisory_lock({_HELD})", (schema,)).fetchone() or (False,)
        if free:
            keeper.execute(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE')
            keeper.execute(f"SELECT pg_advisory_unlock({_HELD})", (schema,))
