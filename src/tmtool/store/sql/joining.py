"""Asks a database which units of a file may be one with those of other files (`tmtool.store.joining`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from tmtool.store.joining import UnitText, join
from tmtool.store.sql.dialect import Dialect

_FIRST_UNITS = 5
_TEXTS = (
    "SELECT u.id, u.source_id, u.position, u.external_id, j.lead, s.language, s.id FROM units u "
    "JOIN variants v ON v.unit_id = u.id JOIN segments s ON s.id = v.segment_id "
    "LEFT JOIN joined j ON j.unit_id = u.id WHERE"
)


def join_units_of(sql: Dialect, source: int) -> int:
    """Joins the units of a file that are not joined yet to those of other files; how many there were. Needs an open
    transaction."""
    return join(_Files(sql, source), source)


def join_anew(sql: Dialect, units: Sequence[int]) -> None:
    """Joins units that have come into a memory from elsewhere. Needs an open transaction."""
    numbers = list(units)
    sql.run("DELETE FROM joined WHERE unit_id = ANY (?)", numbers)
    files = sql.rows(
        "SELECT DISTINCT source_id FROM units WHERE id = ANY (?) AND source_id IS NOT NULL ORDER BY 1", numbers
    )
    for (source,) in list(files):
        join_units_of(sql, source)


class _Files:
    """A `_Files` asks by the indexes of files, of documents and of segments."""

    def __init__(self, sql: Dialect, source: int) -> None:
        self._sql = sql
        self._source = source
        (self._memory,) = self._numbers("SELECT memory_id FROM sources WHERE id = ?", source)

    def others(self) -> list[int]:
        """Reads the rows of the files."""
        return self._numbers(
            "SELECT id FROM sources WHERE memory_id = ? AND kind = 'memory' AND id <> ? ORDER BY id",
            self._memory, self._source,
        )  # fmt: skip

    def languages(self, source: int) -> set[str]:
        """Reads the first units."""
        rows = self._sql.rows(
            "SELECT DISTINCT s.language FROM (SELECT id FROM units WHERE source_id = ? ORDER BY position LIMIT ?) u "
            "JOIN variants v ON v.unit_id = u.id JOIN segments s ON s.id = v.segment_id",
            source, _FIRST_UNITS,
        )  # fmt: skip
        return {row[0] for row in rows}

    def shared_documents(self) -> list[int]:
        """Looks for a unit of another file in each document."""
        return self._numbers(
            "SELECT d FROM (SELECT DISTINCT document_id AS d FROM units WHERE source_id = ? "
            "AND document_id IS NOT NULL) AS given WHERE EXISTS (SELECT 1 FROM units o WHERE o.document_id = d "
            "AND o.memory_id = ? AND o.source_id <> ?) ORDER BY d",
            self._source, self._memory, self._source,
        )  # fmt: skip

    def of_document(self, document: int) -> Iterable[UnitText]:
        """Reads them by the index of documents."""
        wanted = "u.document_id = ? AND u.memory_id = ? AND u.source_id IS NOT NULL ORDER BY u.id, v.number"
        return self._texts(wanted, document, self._memory)

    def without_document(self, source: int) -> Iterable[UnitText]:
        """Reads them by the index of files."""
        return self._texts("u.source_id = ? AND u.document_id IS NULL ORDER BY u.id, v.number", source)

    def files_with(self, segments: Sequence[int]) -> set[int]:
        """Looks them up by the segments."""
        rows = self._sql.rows(
            "SELECT DISTINCT u.source_id FROM variants v JOIN units u ON u.id = v.unit_id "
            "WHERE v.segment_id = ANY (?) AND u.document_id IS NULL AND u.source_id IS NOT NULL",
            list(segments),
        )
        return {int(row[0]) for row in rows}

    def size(self, source: int) -> int:
        """Counts by the index of files."""
        return self._numbers("SELECT count(*) FROM units WHERE source_id = ?", source)[0]

    def join(self, rows: Collection[tuple[int, int]]) -> None:
        """Inserts them."""
        self._sql.run_all(
            "INSERT INTO joined VALUES (?, ?) ON CONFLICT (unit_id) DO UPDATE SET lead = excluded.lead", rows
        )

    def _texts(self, wanted: str, *values: int) -> Iterable[UnitText]:
        return self._sql.rows(f"{_TEXTS} {wanted}", *values)

    def _numbers(self, statement: str, *values: int) -> list[int]:
        return [int(row[0]) for row in self._sql.rows(statement, *values)]
