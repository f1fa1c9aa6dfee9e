"""Keeps memories, and the files that were imported into them (`tmtool.store.home.Sources`)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection

from tmtool.errors import DatabaseError
from tmtool.model.wording import say
from tmtool.store.authorship import now
from tmtool.store.digest import digest_of_rows
from tmtool.store.sqlite import setting_aside
from tmtool.store.sqlite.concept_writing import SqliteConceptWriter
from tmtool.store.sqlite.faults import Questions
from tmtool.store.sqlite.joining import join_anew
from tmtool.store.sqlite.removal import Rows, rows_of
from tmtool.store.sqlite.unit_writing import SqliteUnitWriter
from tmtool.store.values import Extent, Memory, MemoryRight, Part, Right, Source, SourceFile, SourceKind


class SqliteSources(Questions):
    """`SqliteSources` holds the memories and files of an open database."""

    def memories(self) -> list[str]:
        """Reads them in the order of SQLite's bytes."""
        return [str(row[0]) for row in self._connection.execute("SELECT name FROM memories ORDER BY name")]

    def memory(self, name: str) -> Memory | None:
        """Returns the row of the memory."""
        row = self._connection.execute(
            "SELECT id, name, penalty, trust FROM memories WHERE name = ?", (name,)
        ).fetchone()
        return Memory(*row) if row else None

    def imports(self, memories: Collection[str]) -> str:
        """Returns a digest of the rows of the memories and files."""
        rows = self._connection.execute(
            "SELECT m.id, m.name, m.penalty, m.trust, s.id, s.path, s.sha256, s.entries, s.imported FROM memories m "
            "LEFT JOIN sources s ON s.memory_id = m.id WHERE m.name IN (SELECT value FROM json_each(?)) "
            "ORDER BY m.id, s.id",
            (json.dumps(sorted(memories)),),
        )
        return digest_of_rows(rows)

    def files(self, memory: str) -> list[SourceFile]:
        """Reads them with counts of units and concepts."""
        rows = self._connection.execute(
            "SELECT path, format, imported, (SELECT count(*) FROM units WHERE source_id = s.id), "
            "(SELECT count(*) FROM concepts WHERE source_id = s.id) FROM sources s "
            "WHERE memory_id = (SELECT id FROM memories WHERE name = ?) ORDER BY path",
            (memory,),
        )
        return [SourceFile(*row) for row in rows]

    def find(self, memory: str, kind: SourceKind, path: str) -> Source | None:
        """Returns the row of the file."""
        row = self._connection.execute(
            "SELECT s.id, s.sha256, s.entries FROM sources s JOIN memories m ON m.id = s.memory_id "
            "WHERE m.name = ? AND s.kind = ? AND s.path = ?",
            (memory, kind, path),
        ).fetchone()
        return Source(*row) if row else None

    def called(self, path: str) -> frozenset[int]:
        """Looks them up by the path."""
        rows = self._connection.execute("SELECT id FROM sources WHERE kind = 'memory' AND path = ?", (path,))
        return frozenset(int(row[0]) for row in rows)

    def has_document(self, symbol: str) -> bool:
        """Looks for units: a document without units may have its row still."""
        row = self._connection.execute(
            "SELECT 1 FROM documents d WHERE d.symbol = ? "
            "AND EXISTS (SELECT 1 FROM units u WHERE u.document_id = d.id)",
            (symbol,),
        ).fetchone()
        return row is not None

    def replace_units(self, memory: str, path: str, file_format: str, sha256: str) -> SqliteUnitWriter:
        """Notes first which content of the file is being imported."""
        row = memory_id(self._connection, memory)
        source = self._record(row, "memory", path, file_format, sha256)
        return SqliteUnitWriter(self._connection, self._path, row, source)

    def replace_concepts(self, memory: str, path: str, file_format: str, sha256: str) -> SqliteConceptWriter:
        """Notes first which content of the file is being imported."""
        row = memory_id(self._connection, memory)
        source = self._record(row, "terms", path, file_format, sha256)
        return SqliteConceptWriter(self._connection, self._path, row, source)

    def weigh(self, memory: str, penalty: int, trust: int) -> None:
        """Updates the row."""
        self._connection.execute("UPDATE memories SET penalty = ?, trust = ? WHERE name = ?", (penalty, trust, memory))

    def rename(self, memory: str, name: str) -> None:
        """Updates the row."""
        self._connection.execute("UPDATE memories SET name = ? WHERE name = ?", (name, memory))

    def rights(self, memory: str) -> list[MemoryRight]:
        """Returns nobody: who may read the file may read all of it."""
        return []

    def share(self, memory: str, role: str, right: Right) -> None:
        """Raises DatabaseError."""
        raise self._shared_as_a_whole()

    def unshare(self, memory: str, role: str | None) -> bool:
        """Raises DatabaseError."""
        raise self._shared_as_a_whole()

    def _shared_as_a_whole(self) -> DatabaseError:
        return DatabaseError(
            say("a database in a file is shared as a whole"),
            say("give tokens for single memories ('tmtool token add'), or move it to PostgreSQL"),
            path=self._path,
        )

    def move(self, part: Part, memory: str) -> Extent:
        """Updates the rows of units and concepts, file by file."""
        rows = rows_of(self._connection, part)
        target = memory_id(self._connection, memory)
        for source in rows.sources:
            self._move_of_file(source, rows, target)
        for table, numbers in (("units", rows.units), ("concepts", rows.concepts)):
            self._connection.executemany(
                f"UPDATE {table} SET memory_id = ? WHERE id = ?", [(target, number) for number in numbers]
            )
        join_anew(self._connection, rows.units)
        if part.source is None and part.document is None:
            self._connection.execute("DELETE FROM memories WHERE name = ? AND id <> ?", (part.memory, target))
        return Extent(len(rows.units), len(rows.concepts), len(rows.sources))

    def _move_of_file(self, source: int, rows: Rows, target: int) -> None:
        """Moves a file to a memory or, where some of it stays, makes it a file of that memory too, of the units and
        concepts that go."""
        memory, name, kind, path, file_format, imported = self._connection.execute(
            "SELECT f.memory_id, m.name, f.kind, f.path, f.format, f.imported FROM sources f "
            "JOIN memories m ON m.id = f.memory_id WHERE f.id = ?",
            (source,),
        ).fetchone()
        if memory == target:
            return
        of_file = {
            table: {
                int(row[0])
                for row in self._connection.execute(f"SELECT id FROM {table} WHERE source_id = ?", (source,))
            }
            for table in ("units", "concepts")
        }
        going = {
            "units": of_file["units"].intersection(rows.units),
            "concepts": of_file["concepts"].intersection(rows.concepts),
        }
        known = self._connection.execute(
            "SELECT 1 FROM sources WHERE memory_id = ? AND kind = ? AND path = ?", (target, kind, path)
        ).fetchone()
        called = f"{name}/{path}" if known else path
        if going == of_file:
            self._connection.execute(
                "UPDATE sources SET memory_id = ?, path = ? WHERE id = ?", (target, called, source)
            )
            return
        self._connection.execute(
            "INSERT INTO sources (memory_id, kind, path, format, sha256, entries, imported) "
            "VALUES (?, ?, ?, ?, '', ?, ?)",
            (target, kind, called, file_format, len(going["units"]) + len(going["concepts"]), imported),
        )
        (new,) = self._connection.execute(
            "SELECT id FROM sources WHERE memory_id = ? AND kind = ? AND path = ?", (target, kind, called)
        ).fetchone()
        for table, numbers in going.items():
            self._connection.executemany(
                f"UPDATE {table} SET source_id = ? WHERE id = ?", [(new, number) for number in sorted(numbers)]
            )

    def extent(self, part: Part) -> Extent:
        """Counts by the rows of the part."""
        rows = rows_of(self._connection, part)
        return Extent(len(rows.units), len(rows.concepts), len(rows.sources))

    def set_aside(self, part: Part, line: int) -> None:
        """Keeps the rows of the part as JSON."""
        setting_aside.set_aside(self._connection, part, line)

    def aside(self) -> list[int]:
        """Looks them up where the rows are kept."""
        return setting_aside.lines_aside(self._connection)

    def put_back(self, line: int) -> Extent:
        """Makes rows again of what is kept."""
        return setting_aside.put_back(self._connection, line)

    def extent_aside(self, part: Part | None) -> Extent:
        """Counts the rows that are kept."""
        aside = setting_aside.rows_aside(self._connection, part)
        return Extent(len(aside["units"]), len(aside["concepts"]), 0)

    def _record(self, memory: int, kind: SourceKind, path: str, file_format: str, sha256: str) -> int:
        """Notes that this content of the file is being imported, and returns the row of its source."""
        self._connection.execute(
            "INSERT INTO sources (memory_id, kind, path, format, sha256, imported) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (memory_id, kind, path) DO UPDATE "
            "SET format = excluded.format, sha256 = excluded.sha256, imported = excluded.imported",
            (memory, kind, path, file_format, sha256, now()),
        )
        row = self._connection.execute(
            "SELECT id FROM sources WHERE memory_id = ? AND kind = ? AND path = ?", (memory, kind, path)
        ).fetchone()
        return int(row[0])


def memory_id(connection: sqlite3.Connection, name: str) -> int:
    """Returns the row of the memory of that name, made if there is none. Needs an open transaction."""
    connection.execute("INSERT INTO memories (name) VALUES (?) ON CONFLICT (name) DO NOTHING", (name,))
    return int(connection.execute("SELECT id FROM memories WHERE name = ?", (name,)).fetchone()[0])
