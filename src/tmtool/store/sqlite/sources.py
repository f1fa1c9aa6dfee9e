"""Memories, and the files that were imported into them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from tmtool.store.changes import now


def memory_id(connection: sqlite3.Connection, name: str) -> int:
    """The id of the memory of that name, made if there is none. Needs an open transaction."""
    connection.execute("INSERT INTO memories (name) VALUES (?) ON CONFLICT (name) DO NOTHING", (name,))
    return int(connection.execute("SELECT id FROM memories WHERE name = ?", (name,)).fetchone()[0])


def memory_names(connection: sqlite3.Connection) -> list[str]:
    """The names of all memories."""
    return [str(row[0]) for row in connection.execute("SELECT name FROM memories ORDER BY name")]


def has_document(connection: sqlite3.Connection, symbol: str) -> bool:
    """Whether there are units of a document with that symbol."""
    row = connection.execute(
        "SELECT 1 FROM documents d WHERE d.symbol = ? AND EXISTS (SELECT 1 FROM units u WHERE u.document_id = d.id)",
        (symbol,),
    ).fetchone()
    return row is not None


@dataclass(frozen=True, slots=True)
class Source:
    """An imported file as the database knows it; `entries` is what it held at its last import."""

    id: int
    sha256: str
    entries: int


def find_source(connection: sqlite3.Connection, memory: str, kind: str, path: str) -> Source | None:
    """The source of that memory, kind (``memory`` or ``terms``) and path."""
    row = connection.execute(
        "SELECT s.id, s.sha256, s.entries FROM sources s JOIN memories m ON m.id = s.memory_id "
        "WHERE m.name = ? AND s.kind = ? AND s.path = ?",
        (memory, kind, path),
    ).fetchone()
    return Source(int(row[0]), str(row[1]), int(row[2])) if row else None


def sources_called(connection: sqlite3.Connection, path: str) -> frozenset[int]:
    """The sources of units with this path, in whatever memory."""
    rows = connection.execute("SELECT id FROM sources WHERE kind = 'memory' AND path = ?", (path,))
    return frozenset(int(row[0]) for row in rows)


def segments_only_of(connection: sqlite3.Connection, sources: frozenset[int]) -> frozenset[int]:
    """The segments that no unit has but those of these sources."""
    own = ",".join(map(str, sorted(sources)))
    rows = connection.execute(
        "SELECT DISTINCT v.segment_id FROM variants v JOIN units u ON u.id = v.unit_id "
        f"WHERE u.source_id IN ({own}) AND NOT EXISTS (SELECT 1 FROM variants w JOIN units o ON o.id = w.unit_id "
        f"WHERE w.segment_id = v.segment_id AND (o.source_id IS NULL OR o.source_id NOT IN ({own})))"
    )
    return frozenset(int(row[0]) for row in rows)


def record_source(
    connection: sqlite3.Connection, memory: int, kind: str, path: str, file_format: str, sha256: str
) -> int:
    """Notes that this content of the file is being imported; the id of its source. Needs an open transaction."""
    connection.execute(
        "INSERT INTO sources (memory_id, kind, path, format, sha256, imported) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (memory_id, kind, path) DO UPDATE "
        "SET format = excluded.format, sha256 = excluded.sha256, imported = excluded.imported",
        (memory, kind, path, file_format, sha256, now()),
    )
    row = connection.execute(
        "SELECT id FROM sources WHERE memory_id = ? AND kind = ? AND path = ?", (memory, kind, path)
    ).fetchone()
    return int(row[0])
