"""Answers questions that a person writes in SQL, which can change nothing, and says which tables there are to ask.

A question is the query of a cursor: PostgreSQL takes there what gives rows and nothing else, neither a second statement
nor COPY, which writes files even where all else may only be read. Its rows are fetched as they are taken.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import psycopg

from tmtool.store.postgresql.connection import Connection
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
_EXPLAINING = re.compile(r"\s*(?:EXPLAIN|SHOW)\b", re.IGNORECASE)
"""How statements begin that give rows, write nothing, and are not for a cursor."""
_OF_THE_SERVER = ("080", "53", "57", "58", "XX")
"""How the codes of errors begin that are no fault of the question: of connection, resources, operators, system, and
internal ones; not 08P01, where a value is missing."""


@contextlib.contextmanager
def answered(connection: Connection, sql: str) -> Iterator[tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]]:
    """Gives the names of the columns and the rows that answer a statement. Raises ValueError for one that is wrong, or
    would change something."""
    try:
        with connection.transaction(force_rollback=True):
            connection.execute("SET TRANSACTION READ ONLY")
            # Bound, so that there can be but one statement. It has no values.
            asked = sql.replace("%", "%%").encode(), ()
            if _EXPLAINING.match(sql):
                yield _answer(connection.execute(*asked, prepare=True))
            else:
                with connection.cursor("question") as cursor:
                    yield _answer(cursor.execute(*asked))
    except psycopg.Error as error:
        if error.sqlstate is None or error.sqlstate.startswith(_OF_THE_SERVER):
            raise
        raise ValueError(str(error).partition("\n")[0]) from error


def tables(connection: Connection) -> list[Table]:
    """Returns the tables and views that people may ask, with their columns and how many rows they have."""
    found = []
    for name, columns, is_view in connection.execute(_COLUMNS, (list(_PEOPLES),)).fetchall():
        row = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()
        found.append(Table(name, tuple(columns), row[0] if row else 0, is_view=is_view))
    return found


def _answer(
    cursor: psycopg.Cursor[tuple[Any, ...]] | psycopg.ServerCursor[tuple[Any, ...]],
) -> tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]:
    return tuple(one.name for one in cursor.description or ()), (tuple(map(_cell, row)) for row in cursor)


def _cell(value: object) -> Cell:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Decimal) and value.is_finite():
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value if value is None or isinstance(value, str | int | float) else str(value)
