"""Asks a database which units of a file may be one with those of other files (`tmtool.store.joining`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from tmtool.store.joining import UnitText, join
from tmtool.store.postgresql.database import Connection, one_row

_FIRST_UNITS = 5
_TEXTS = (
    "SELECT u.id, u.source_id, u.position, u.external_id, j.lead, s.language, s.id FROM units u "
    "JOIN variants v ON v.unit_id = u.id JOIN segments s ON s.id = v.segment_id "
    "LEFT JOIN joined j ON j.unit_id = u.id WHERE"
)


def join_units_of(connection: Connection, source: int) -> int:
    """Joins the units of a file that are not joined yet to those of other files; how many there were. Needs an open
    transaction."""
    return join(_Files(connection, source), source)


def join_anew(connection: Connection, units: Sequence[int]) -> None:
    """Joins units that have come into a memory from elsewhere. Needs an open transaction."""
    connection.execute("DELETE FROM joined WHERE unit_id = ANY (%s)", (list(units),))
    files = connection.execute(
        "SELECT DISTINCT source_id FROM units WHERE id = ANY (%s) AND source_id IS NOT NULL ORDER BY 1", (list(units),)
    ).fetchall()
    for (source,) in files:
        join_units_of(connection, source)


class _Files:
    """A `_Files` asks by the indexes of files, of documents and of segments."""

    def __init__(self, connection: Connection, source: int) -> None:
        self._connection = connection
        self._source = source
        (self._memory,) = one_row(connection, "SELECT memory_id FROM sources WHERE id = %s", (source,))

    def others(self) -> list[int]:
        """Reads the rows of the files."""
        return self._numbers(
            "SELECT id FROM sources WHERE memory_id = %s AND kind = 'memory' AND id <> %s ORDER BY id",
            self._memory, self._source,
        )  # fmt: skip

    def languages(self, source: int) -> set[str]:
        """Reads the first units."""
        rows = self._connection.execute(
            "SELECT DISTINCT s.language FROM (SELECT id FROM units WHERE source_id = %s ORDER BY position LIMIT %s) u "
            "JOIN variants v ON v.unit_id = u.id JOIN segments s ON s.id = v.segment_id",
            (source, _FIRST_UNITS),
        )
        return {row[0] for row in rows}

    def shared_documents(self) -> list[int]:
        """Looks for a unit of another file in each document."""
        return self._numbers(
            "SELECT d FROM (SELECT DISTINCT document_id AS d FROM units WHERE source_id = %s "
            "AND document_id IS NOT NULL) AS given WHERE EXISTS (SELECT FROM units o WHERE o.document_id = d "
            "AND o.memory_id = %s AND o.source_id <> %s) ORDER BY d",
            self._source, self._memory, self._source,
        )  # fmt: skip

    def of_document(self, document: int) -> Iterable[UnitText]:
        """Reads them by the index of documents."""
        wanted = "u.document_id = %s AND u.memory_id = %s AND u.source_id IS NOT NULL ORDER BY u.id, v.number"
        return self._connection.execute(f"{_TEXTS} {wanted}", (document, self._memory)).fetchall()

    def without_document(self, source: int) -> Iterable[UnitText]:
        """Reads them by the index of files."""
        return self._connection.execute(
            f"{_TEXTS} u.source_id = %s AND u.document_id IS NULL ORDER BY u.id, v.number", (source,)
        ).fetchall()

    def files_with(self, segments: Sequence[int]) -> set[int]:
        """Looks them up by the segments."""
        rows = self._connection.execute(
            "SELECT DISTINCT u.source_id FROM variants v JOIN units u ON u.id = v.unit_id "
            "WHERE v.segment_id = ANY (%s) AND u.document_id IS NULL AND u.source_id IS NOT NULL",
            (list(segments),),
        )
        return {int(row[0]) for row in rows}

    def size(self, source: int) -> int:
        """Counts by the index of files."""
        return self._numbers("SELECT count(*) FROM units WHERE source_id = %s", source)[0]

    def join(self, rows: Collection[tuple[int, int]]) -> None:
        """Inserts them."""
        with self._connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO joined VALUES (%s, %s) ON CONFLICT (unit_id) DO UPDATE SET lead = excluded.lead", rows
            )

    def _numbers(self, statement: str, *values: int) -> list[int]:
        return [int(row[0]) for row in self._connection.execute(statement, values)]
