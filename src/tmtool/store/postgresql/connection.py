"""Names the type of a connection to the server, and asks it for what it has one of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import psycopg

Connection: TypeAlias = "psycopg.Connection[tuple[Any, ...]]"


def one_row(
    connection: Connection, query: str, values: Sequence[object] | Mapping[str, object] = ()
) -> tuple[Any, ...]:
    """Returns the row that a query gives, which gives one."""
    row = connection.execute(query, values or None).fetchone()
    assert row is not None
    return row
