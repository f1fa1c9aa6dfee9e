"""Pairs of texts from the memory, as plain strings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from tmtool.languages.tags import primary


def newest_pairs(
    connection: sqlite3.Connection, source_language: str, target_language: str, limit: int
) -> Iterator[tuple[str, str]]:
    """At most `limit` pairs of units that have both languages and are not superseded, stored last first."""
    yield from connection.execute(
        "SELECT s.text, t.text FROM units u "
        "JOIN variants a ON a.unit_id = u.id JOIN segments s ON s.id = a.segment_id AND s.language = ? "
        "JOIN variants b ON b.unit_id = u.id JOIN segments t ON t.id = b.segment_id AND t.language = ? "
        "WHERE u.status <> 'superseded' ORDER BY u.id DESC LIMIT ?",
        (primary(source_language), primary(target_language), limit),
    )
