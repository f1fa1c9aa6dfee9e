"""Counts what is in a database."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tmtool.store.values import MemoryCount, Statistics

_ONCE = (
    "((SELECT 1 FROM joined LIMIT 1) IS NULL OR NOT EXISTS (SELECT 1 FROM joined g "
    "JOIN joined h ON h.lead = g.lead AND h.unit_id < g.unit_id WHERE g.unit_id = u.id))"
)
"""Units of several files that are one count once."""


def statistics(connection: sqlite3.Connection, repeated: Counter[str]) -> Statistics:
    """Returns all the counts; `repeated` are, by memory, concepts that count once with another."""
    from sqlite_utils import Database

    database = Database(connection)
    memories = database.query(
        "SELECT m.name, m.penalty, m.trust, "
        f"(SELECT count(*) FROM units u WHERE u.memory_id = m.id AND {_ONCE}) AS units, "
        "(SELECT count(DISTINCT document_id) FROM units u WHERE u.memory_id = m.id) AS documents, "
        "(SELECT count(*) FROM concepts c WHERE c.memory_id = m.id) AS concepts "
        "FROM memories m ORDER BY m.name"
    )
    terms: dict[str, dict[str, int]] = {}
    for row in database.query("SELECT language, status, count(*) AS n FROM terms GROUP BY 1, 2 ORDER BY 1, 2"):
        terms.setdefault(row["language"], {})[row["status"]] = row["n"]
    return Statistics(
        memories=tuple(MemoryCount(**{**row, "concepts": row["concepts"] - repeated[row["name"]]}) for row in memories),
        languages=_counts(database.query("SELECT language AS k, count(*) AS n FROM segments GROUP BY 1 ORDER BY 1")),
        statuses=_counts(
            database.query(f"SELECT status AS k, count(*) AS n FROM units u WHERE {_ONCE} GROUP BY 1 ORDER BY 1")
        ),
        terms=terms,
        sources=database["sources"].count,
    )


def _counts(rows: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    return {row["k"]: row["n"] for row in rows}
