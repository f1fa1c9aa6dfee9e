"""Counts what is in a database."""

from __future__ import annotations

from collections import Counter

from tmtool.store.sql.dialect import Dialect
from tmtool.store.values import MemoryCount, Statistics

_ONCE = (
    "((SELECT 1 FROM joined LIMIT 1) IS NULL OR NOT EXISTS (SELECT 1 FROM joined g "
    "JOIN joined h ON h.lead = g.lead AND h.unit_id < g.unit_id WHERE g.unit_id = u.id))"
)
"""Units of several files that are one count once."""


def statistics(sql: Dialect, repeated: Counter[str]) -> Statistics:
    """Returns all the counts; `repeated` are, by memory, concepts that count once with another."""
    memories = sql.rows(
        f"SELECT m.name, (SELECT count(*) FROM units u WHERE u.memory_id = m.id AND {_ONCE}), "
        "(SELECT count(DISTINCT document_id) FROM units u WHERE u.memory_id = m.id), "
        "(SELECT count(*) FROM concepts c WHERE c.memory_id = m.id), m.penalty, m.trust FROM memories m ORDER BY m.name"
    )
    terms: dict[str, dict[str, int]] = {}
    for language, status, count in sql.rows("SELECT language, status, count(*) FROM terms GROUP BY 1, 2 ORDER BY 1, 2"):
        terms.setdefault(language, {})[status] = count
    ((sources,),) = sql.rows("SELECT count(*) FROM sources")
    return Statistics(
        memories=tuple(
            MemoryCount(name, units, documents, concepts - repeated[name], *rest)
            for name, units, documents, concepts, *rest in memories
        ),
        languages=_counts(sql, "SELECT language, count(*) FROM segments GROUP BY 1 ORDER BY 1"),
        statuses=_counts(sql, f"SELECT status, count(*) FROM units u WHERE {_ONCE} GROUP BY 1 ORDER BY 1"),
        terms=terms,
        sources=sources,
    )


def _counts(sql: Dialect, query: str) -> dict[str, int]:
    return dict(sql.rows(query))
