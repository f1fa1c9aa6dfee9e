"""Takes a part of the database out of it: a memory, a file, a document, or what is in several of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tmtool.store.postgresql.database import Connection, Database
from tmtool.store.postgresql.segment_table import SegmentTable
from tmtool.store.values import Part

_OF_FILE = (
    "FROM {0} e JOIN memories m ON m.id = e.memory_id LEFT JOIN sources s ON s.id = e.source_id "
    "LEFT JOIN documents d ON d.id = {1} WHERE (%(memory)s::text IS NULL OR m.name = %(memory)s) "
    "AND (%(source)s::text IS NULL OR s.path = %(source)s) "
    "AND (%(document)s::text IS NULL OR d.symbol = %(document)s) ORDER BY e.id"
)


@dataclass(frozen=True, slots=True)
class Rows:
    """`Rows` holds the rows of a part: its units, its concepts, and the files that they came from."""

    units: tuple[int, ...]
    concepts: tuple[int, ...]
    sources: tuple[int, ...]


def rows_of(connection: Connection, part: Part) -> Rows:
    """Returns what is in a part. A document has no concepts."""
    values = {"memory": part.memory, "source": part.source, "document": part.document}
    units = connection.execute(
        f"SELECT e.id, e.source_id {_OF_FILE.format('units', 'e.document_id')}", values
    ).fetchall()
    concepts = connection.execute(f"SELECT e.id, e.source_id {_OF_FILE.format('concepts', 'NULL')}", values).fetchall()
    sources = {row[1] for row in (*units, *concepts) if row[1] is not None}
    if part.document is None:
        # Files that gave nothing, or have nothing left, too.
        rows = connection.execute(
            "SELECT s.id FROM sources s JOIN memories m ON m.id = s.memory_id "
            "WHERE (%(memory)s::text IS NULL OR m.name = %(memory)s) "
            "AND (%(source)s::text IS NULL OR s.path = %(source)s)",
            values,
        )
        sources |= {row[0] for row in rows}
    return Rows(_first(units), _first(concepts), tuple(sorted(sources)))


def remove(database: Database, rows: Rows, part: Part) -> None:
    """Removes the rows of a part, and what nothing belongs to any more. A file that is left in part is read again by
    its next import. Needs an open transaction."""
    connection = database.connection
    remove_units(database, rows.units)
    remove_concepts(connection, rows.concepts)
    connection.execute("UPDATE sources SET sha256 = '' WHERE id = ANY (%s)", (list(rows.sources),))
    connection.execute(
        "DELETE FROM sources s WHERE id = ANY (%s) AND NOT EXISTS (SELECT FROM units WHERE source_id = s.id) "
        "AND NOT EXISTS (SELECT FROM concepts WHERE source_id = s.id)",
        (list(rows.sources),),
    )
    connection.execute("DELETE FROM documents d WHERE NOT EXISTS (SELECT FROM units WHERE document_id = d.id)")
    if part.source is None and part.document is None:
        connection.execute("DELETE FROM memories WHERE name = %s", (part.memory,))


def remove_units(database: Database, units: Sequence[int]) -> None:
    """Deletes units and the segments that nothing else uses. Needs an open transaction."""
    if not units:
        return
    rows = database.connection.execute(
        "SELECT DISTINCT segment_id FROM variants WHERE unit_id = ANY (%s)", (list(units),)
    )
    used = [row[0] for row in rows]
    database.connection.execute("DELETE FROM units WHERE id = ANY (%s)", (list(units),))
    SegmentTable(database).drop_unused(used)


def remove_concepts(connection: Connection, concepts: Sequence[int]) -> None:
    """Deletes concepts with their terms. Needs an open transaction."""
    connection.execute("DELETE FROM concepts WHERE id = ANY (%s)", (list(concepts),))


def _first(rows: Iterable[tuple[int, int | None]]) -> tuple[int, ...]:
    return tuple(row[0] for row in rows)
