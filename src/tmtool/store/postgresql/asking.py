"""Answers questions that a person writes in SQL, which can change nothing, and says which tables there are to ask."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import psycopg

from tmtool.store.postgresql.database import Connection
from tmtool.store.values import Cell, Table

_PEOPLES = (
    "memories",
    "sources",
    "documents",
    "units",
    "variants",
    "segments",
    "concepts",
    "terms",
    "contrasts",
    "history",
)
_COLUMNS = (
    "SELECT c.table_name, array_agg(c.column_name::text ORDER BY c.ordinal_position), t.table_type = 'VIEW' "
    "FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name) "
    "WHERE c.table_schema = current_schema() AND (t.table_type = 'VIEW' OR c.table_name = ANY (%s)) "
    "GROUP BY 1, 3 ORDER BY 3, 1"
)


@contextlib.contextmanager
def answered(connection: Connection, sql: str) -> Iterator[tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]]:
    """Gives the names of the columns and the rows that answer a statement. Raises ValueError for one that is wrong, or
    would change something."""
    try:
        with connection.transaction(force_rollback=True):
            connection.execute("SET TRANSACTION READ ONLY")
            # Bound, so that there can be but one statement: the first could else end the transaction. It has no values.
            cursor = connection.execute(sql.replace("%", "%%").encode(), (), prepare=True)
            names = [one.name for one in cursor.description or ()]
            yield tuple(names), (tuple(map(_cell, row)) for row in cursor)
    except (psycopg.ProgrammingError, psycopg.DataError, psycopg.errors.ReadOnlySqlTransaction) as error:
        raise ValueError(str(error).partition("\n")[0]) from error


def tables(connection: Connection) -> list[Table]:
    """Returns the tables and views that people may ask, with their columns and how many rows they have."""
    found = []
    for name, columns, is_view in connection.execute(_COLUMNS, (list(_PEOPLES),)).fetchall():
        row = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()
        found.append(Table(name, tuple(columns), row[0] if row else 0, is_view=is_view))
    return found


def _cell(value: object) -> Cell:
    if isinstance(value, bytes):
        return value.hex()
    return value if value is None or isinstance(value, str | int | float) else str(value)
