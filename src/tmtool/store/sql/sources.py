"""Keeps memories, and the files that were imported into them (`store.groups.sources.Sources`)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from tmtool.errors import DatabaseError
from tmtool.model.wording import say
from tmtool.store.authorship import now
from tmtool.store.digest import digest_of_rows
from tmtool.store.sql import setting_aside
from tmtool.store.sql.concept_writing import SqlConceptWriter
from tmtool.store.sql.dialect import Dialect
from tmtool.store.sql.joining import join_anew
from tmtool.store.sql.questions import Questions
from tmtool.store.sql.removal import Rows, hold, rows_of
from tmtool.store.values import Extent, Memory, Part, Source, SourceFile, SourceKind

if TYPE_CHECKING:
    from tmtool.store.groups.writers import UnitWriter


class SqlSources(Questions):
    """`SqlSources` holds the memories and files of an open database, but for who may see which memory."""

    def memories(self) -> list[str]:
        """Reads them in the order of bytes."""
        return [str(row[0]) for row in self._sql.rows("SELECT name FROM memories ORDER BY name")]

    def memory(self, name: str) -> Memory | None:
        """Returns the row of the memory."""
        row = self._sql.row("SELECT id, name, penalty, trust FROM memories WHERE name = ?", name)
        return Memory(*row) if row else None

    def imports(self, memories: Collection[str]) -> str:
        """Returns a digest of the rows of the memories and files."""
        rows = self._sql.rows(
            "SELECT m.id, m.name, m.penalty, m.trust, s.id, s.path, s.sha256, s.entries, s.imported FROM memories m "
            "LEFT JOIN sources s ON s.memory_id = m.id WHERE m.name = ANY (?) ORDER BY m.id, s.id",
            sorted(memories),
        )
        return digest_of_rows(rows)

    def files(self, memory: str) -> list[SourceFile]:
        """Reads them with counts of units and concepts."""
        rows = self._sql.rows(
            "SELECT path, format, imported, (SELECT count(*) FROM units WHERE source_id = s.id), "
            "(SELECT count(*) FROM concepts WHERE source_id = s.id) FROM sources s "
            "WHERE memory_id = (SELECT id FROM memories WHERE name = ?) ORDER BY path",
            memory,
        )
        return [SourceFile(*row) for row in rows]

    def find(self, memory: str, kind: SourceKind, path: str) -> Source | None:
        """Returns the row of the file."""
        row = self._sql.row(
            "SELECT s.id, s.sha256, s.entries FROM sources s JOIN memories m ON m.id = s.memory_id "
            "WHERE m.name = ? AND s.kind = ? AND s.path = ?",
            memory, kind, path,
        )  # fmt: skip
        return Source(*row) if row else None

    def called(self, path: str) -> frozenset[int]:
        """Looks them up by the path."""
        rows = self._sql.rows("SELECT id FROM sources WHERE kind = 'memory' AND path = ?", path)
        return frozenset(int(row[0]) for row in rows)

    def has_document(self, symbol: str) -> bool:
        """Looks for units: a document without units may have its row still."""
        row = self._sql.row(
            "SELECT 1 FROM documents d WHERE d.symbol = ? "
            "AND EXISTS (SELECT 1 FROM units u WHERE u.document_id = d.id)",
            symbol,
        )
        return row is not None

    def replace_units(self, memory: str, path: str, file_format: str, sha256: str) -> UnitWriter:
        """Notes first which content of the file is being imported."""
        row = memory_id(self._sql, memory)
        source = self._record(row, "memory", path, file_format, sha256)
        return self._sql.unit_writer(row, source)

    def replace_concepts(self, memory: str, path: str, file_format: str, sha256: str) -> SqlConceptWriter:
        """Notes first which content of the file is being imported."""
        row = memory_id(self._sql, memory)
        source = self._record(row, "terms", path, file_format, sha256)
        return SqlConceptWriter(self._sql, row, source)

    def weigh(self, memory: str, penalty: int, trust: int) -> None:
        """Updates the row."""
        self._sql.run("UPDATE memories SET penalty = ?, trust = ? WHERE name = ?", penalty, trust, memory)

    def rename(self, memory: str, name: str) -> None:
        """Updates the row."""
        self._sql.run("UPDATE memories SET name = ? WHERE name = ?", name, memory)

    def move(self, part: Part, memory: str) -> Extent:
        """Updates the rows of units and concepts, file by file."""
        rows = hold(self._sql, part)
        target = memory_id(self._sql, memory)
        for source in rows.sources:
            self._move_of_file(source, rows, target)
        for table, numbers in (("units", rows.units), ("concepts", rows.concepts)):
            self._sql.run(f"UPDATE {table} SET memory_id = ? WHERE id = ANY (?)", target, list(numbers))
        join_anew(self._sql, rows.units)
        if part.source is None and part.document is None:
            self._sql.run("DELETE FROM memories WHERE name = ? AND id <> ?", part.memory, target)
        return rows.extent

    def _move_of_file(self, source: int, rows: Rows, target: int) -> None:
        """Moves a file to a memory or, where some of it stays, makes it a file of that memory too, of the units and
        concepts that go."""
        ((memory, name, kind, path, file_format, imported),) = self._sql.rows(
            "SELECT f.memory_id, m.name, f.kind, f.path, f.format, f.imported FROM sources f "
            "JOIN memories m ON m.id = f.memory_id WHERE f.id = ?",
            source,
        )
        if memory == target:
            return
        of_file = {
            table: {int(row[0]) for row in self._sql.rows(f"SELECT id FROM {table} WHERE source_id = ?", source)}
            for table in ("units", "concepts")
        }
        going = {
            "units": of_file["units"].intersection(rows.units),
            "concepts": of_file["concepts"].intersection(rows.concepts),
        }
        called = f"{name}/{path}" if self._numbered(target, kind, path) else path
        if going == of_file:
            self._sql.run("UPDATE sources SET memory_id = ?, path = ? WHERE id = ?", target, called, source)
            return
        self._sql.run(
            "INSERT INTO sources (memory_id, kind, path, format, sha256, entries, imported) "
            "VALUES (?, ?, ?, ?, '', ?, ?)",
            target, kind, called, file_format, len(going["units"]) + len(going["concepts"]), imported,
        )  # fmt: skip
        (new,) = self._numbered(target, kind, called)
        for table, numbers in going.items():
            self._sql.run(f"UPDATE {table} SET source_id = ? WHERE id = ANY (?)", new, sorted(numbers))

    def extent(self, part: Part) -> Extent:
        """Counts by the rows of the part."""
        return rows_of(self._sql, part).extent

    def set_aside(self, part: Part, record: Callable[[Extent], int]) -> Extent:
        """Keeps the rows of the part as JSON."""
        return setting_aside.set_aside(self._sql, part, record)

    def aside(self) -> list[int]:
        """Looks them up where the rows are kept."""
        return setting_aside.lines_aside(self._sql)

    def put_back(self, line: int) -> Extent:
        """Makes rows again of what is kept."""
        return setting_aside.put_back(self._sql, line)

    def extent_aside(self, part: Part | None) -> Extent:
        """Counts the rows that are kept."""
        aside = setting_aside.rows_aside(self._sql, part)
        return Extent(len(aside["units"]), len(aside["concepts"]), 0)

    def _record(self, memory: int, kind: SourceKind, path: str, file_format: str, sha256: str) -> int:
        """Notes that this content of the file is being imported, and returns the row of its source."""
        self._sql.run(
            "INSERT INTO sources (memory_id, kind, path, format, sha256, imported) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (memory_id, kind, path) DO UPDATE "
            "SET format = excluded.format, sha256 = excluded.sha256, imported = excluded.imported",
            memory, kind, path, file_format, sha256, now(),
        )  # fmt: skip
        (row,) = self._numbered(memory, kind, path)
        return row

    def _numbered(self, memory: int, kind: str, path: str) -> list[int]:
        """Returns the number of a file, if it is known."""
        rows = self._sql.rows(
            "SELECT id FROM sources WHERE memory_id = ? AND kind = ? AND path = ?", memory, kind, path
        )
        return [int(row[0]) for row in rows]


def memory_id(sql: Dialect, name: str) -> int:
    """Returns the row of the memory of that name, made if there is none. Needs an open transaction. Raises
    DatabaseError for one that is there and may not be read."""
    sql.run("INSERT INTO memories (name) VALUES (?) ON CONFLICT DO NOTHING", name)
    row = sql.row("SELECT id FROM memories WHERE name = ?", name)
    if row is None:
        raise DatabaseError(
            say("the user has no right to do that in this database"),
            say("ask who looks after the server for the right"),
            path=sql.name,
        )
    return int(row[0])
