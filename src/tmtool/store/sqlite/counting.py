"""Counts what is in a database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from tmtool.store.values import MemoryCount, Statistics


def statistics(connection: sqlite3.Connection) -> Statistics:
    """Returns all the counts."""
    from sqlite_utils import Database

    database = Database(connection)
    memories = database.query(
        "SELECT m.name, m.penalty, m.trust, "
        "(SELECT count(*) FROM units u WHERE u.memory_id = m.id) AS units, "
        "(SELECT count(DISTINCT document_id) FROM units u WHERE u.memory_id = m.id) AS documents, "
        "(SELECT count(*) FROM concepts c WHERE c.memory_id = m.id) AS concepts "
        "FROM memories m ORDER BY m.name"
    )
    terms: dict[str, dict[str, int]] = {}
    for row in database.query("SELECT language, status, count(*) AS n FROM terms GROUP BY 1, 2 ORDER BY 1, 2"):
        terms.setdefault(row["language"], {})[row["status"]] = row["n"]
    return Statistics(
        memories=tuple(MemoryCount(**row) for row in memories),
        languages=_counts(database.query("SELECT language AS k, count(*) AS n FROM segments GROUP BY 1 ORDER BY 1")),
        statuses=_counts(database.query("SELECT status AS k, count(*) AS n FROM units GROUP BY 1 ORDER BY 1")),
        terms=terms,
        sources=database["sources"].count,
    )


def _counts(rows: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    return {row["k"]: row["n"] for row in rows}
