"""Takes a part of the database out of it: a memory, a file, a document, or what is in several of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from tmtool.store.sqlite.unit_writing import remove_unit
from tmtool.store.values import Part


@dataclass(frozen=True, slots=True)
class Rows:
    """`Rows` holds the rows of a part: its units, its concepts, and the files that they came from."""

    units: tuple[int, ...]
    concepts: tuple[int, ...]
    sources: tuple[int, ...]


def rows_of(connection: sqlite3.Connection, part: Part) -> Rows:
    """Returns what is in a part. A document has no concepts."""
    values = (part.memory, part.source, part.document)
    of_file = (
        "FROM {0} e JOIN memories m ON m.id = e.memory_id LEFT JOIN sources s ON s.id = e.source_id "
        "LEFT JOIN documents d ON d.id = {1} WHERE (?1 IS NULL OR m.name = ?1) AND (?2 IS NULL OR s.path = ?2) "
        "AND (?3 IS NULL OR d.symbol = ?3) ORDER BY e.id"
    )
    units = connection.execute(
        f"SELECT e.id, e.source_id {of_file.format('units', 'e.document_id')}", values
    ).fetchall()
    concepts = connection.execute(f"SELECT e.id, e.source_id {of_file.format('concepts', 'NULL')}", values).fetchall()
    sources = {row[1] for row in (*units, *concepts) if row[1] is not None}
    if part.document is None:
        # Files that gave nothing, or have nothing left, too.
        sources |= {
            row[0]
            for row in connection.execute(
                "SELECT s.id FROM sources s JOIN memories m ON m.id = s.memory_id "
                "WHERE (?1 IS NULL OR m.name = ?1) AND (?2 IS NULL OR s.path = ?2)",
                values[:2],
            )
        }
    return Rows(_first(units), _first(concepts), tuple(sorted(sources)))


def remove(connection: sqlite3.Connection, part: Part) -> None:
    """Removes the rows of a part, and what nothing belongs to any more. A file that is left in part is read again by
    its next import. Needs an open transaction."""
    rows = rows_of(connection, part)
    for unit in rows.units:
        remove_unit(connection, unit)
    connection.executemany("DELETE FROM concepts WHERE id = ?", ((row,) for row in rows.concepts))
    for source in rows.sources:
        connection.execute("UPDATE sources SET sha256 = '' WHERE id = ?", (source,))
        connection.execute(
            "DELETE FROM sources WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM units WHERE source_id = ?1) "
            "AND NOT EXISTS (SELECT 1 FROM concepts WHERE source_id = ?1)",
            (source,),
        )
    connection.execute("DELETE FROM documents WHERE NOT EXISTS (SELECT 1 FROM units WHERE document_id = documents.id)")
    if part.source is None and part.document is None:
        connection.execute("DELETE FROM memories WHERE name = ?", (part.memory,))


def _first(rows: Iterable[tuple[int, int | None]]) -> tuple[int, ...]:
    return tuple(row[0] for row in rows)
