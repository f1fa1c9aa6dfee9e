"""Takes a part of the database out of it: a memory, a file, a document, or what is in several of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tmtool.store.sqlite.batches import filled
from tmtool.store.sqlite.numbering import note_removed
from tmtool.store.sqlite.segment_table import SegmentTable
from tmtool.store.values import Part

_UNITS_AT_ONCE = 250


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


def remove(connection: sqlite3.Connection, rows: Rows, part: Part) -> None:
    """Removes the rows of a part, and what nothing belongs to any more. A file that is left in part is read again by
    its next import. Needs an open transaction."""
    remove_units(connection, rows.units)
    remove_concepts(connection, rows.concepts)
    for source in rows.sources:
        connection.execute("UPDATE sources SET sha256 = '' WHERE id = ?", (source,))
        connection.execute(
            "DELETE FROM sources WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM units WHERE source_id = ?1) "
            "AND NOT EXISTS (SELECT 1 FROM concepts WHERE source_id = ?1)",
            (source,),
        )
    connection.execute("DELETE FROM documents WHERE NOT EXISTS (SELECT 1 FROM units WHERE document_id = documents.id)")
    if part.source is None and part.document is None:
        # Of no part at all the name is null, which is no memory's.
        connection.execute("DELETE FROM memories WHERE name = ?", (part.memory,))


def remove_units(connection: sqlite3.Connection, units: Sequence[int]) -> None:
    """Deletes units and the segments that nothing else uses. Needs an open transaction."""
    table = SegmentTable(connection)
    for some in filled(units, _UNITS_AT_ONCE):
        marks = ",".join("?" * len(some))
        used = connection.execute(f"SELECT DISTINCT segment_id FROM variants WHERE unit_id IN ({marks})", some)
        segments = [int(row[0]) for row in used]
        connection.execute(f"DELETE FROM units WHERE id IN ({marks})", some)
        table.drop_unused(segments)
    note_removed(connection, "units", units)


def remove_concepts(connection: sqlite3.Connection, concepts: Sequence[int]) -> None:
    """Deletes concepts with their terms. Needs an open transaction."""
    connection.executemany("DELETE FROM concepts WHERE id = ?", ((row,) for row in concepts))
    note_removed(connection, "concepts", concepts)


def _first(rows: Iterable[tuple[int, int | None]]) -> tuple[int, ...]:
    return tuple(row[0] for row in rows)
