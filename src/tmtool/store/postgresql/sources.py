"""Keeps memories, and the files that were imported into them (`tmtool.store.home.Sources`)."""

from __future__ import annotations

from collections.abc import Collection

from psycopg import errors

from tmtool.store.authorship import now
from tmtool.store.digest import digest_of_rows
from tmtool.store.postgresql import rights, setting_aside
from tmtool.store.postgresql.concept_writing import PostgresqlConceptWriter
from tmtool.store.postgresql.database import Connection, one_row
from tmtool.store.postgresql.faults import Questions
from tmtool.store.postgresql.joining import join_anew
from tmtool.store.postgresql.removal import Rows, rows_of
from tmtool.store.postgresql.unit_writing import PostgresqlUnitWriter
from tmtool.store.values import Extent, Memory, MemoryRight, Part, Right, Source, SourceFile, SourceKind


class PostgresqlSources(Questions):
    """`PostgresqlSources` holds the memories and files of an open database."""

    def memories(self) -> list[str]:
        """Reads them in the order of bytes."""
        return [str(row[0]) for row in self._connection.execute("SELECT name FROM memories ORDER BY name")]

    def memory(self, name: str) -> Memory | None:
        """Returns the row of the memory."""
        row = self._connection.execute(
            "SELECT id, name, penalty, trust FROM memories WHERE name = %s", (name,)
        ).fetchone()
        return Memory(*row) if row else None

    def imports(self, memories: Collection[str]) -> str:
        """Returns a digest of the rows of the memories and files."""
        rows = self._connection.execute(
            "SELECT m.id, m.name, m.penalty, m.trust, s.id, s.path, s.sha256, s.entries, s.imported FROM memories m "
            "LEFT JOIN sources s ON s.memory_id = m.id WHERE m.name = ANY (%s) ORDER BY m.id, s.id",
            (sorted(memories),),
        )
        return digest_of_rows(rows)

    def files(self, memory: str) -> list[SourceFile]:
        """Reads them with counts of units and concepts."""
        rows = self._connection.execute(
            "SELECT path, format, imported, (SELECT count(*) FROM units WHERE source_id = s.id), "
            "(SELECT count(*) FROM concepts WHERE source_id = s.id) FROM sources s "
            "WHERE memory_id = (SELECT id FROM memories WHERE name = %s) ORDER BY path",
            (memory,),
        )
        return [SourceFile(*row) for row in rows]

    def find(self, memory: str, kind: SourceKind, path: str) -> Source | None:
        """Returns the row of the file."""
        row = self._connection.execute(
            "SELECT s.id, s.sha256, s.entries FROM sources s JOIN memories m ON m.id = s.memory_id "
            "WHERE m.name = %s AND s.kind = %s AND s.path = %s",
            (memory, kind, path),
        ).fetchone()
        return Source(*row) if row else None

    def called(self, path: str) -> frozenset[int]:
        """Looks them up by the path."""
        rows = self._connection.execute("SELECT id FROM sources WHERE kind = 'memory' AND path = %s", (path,))
        return frozenset(int(row[0]) for row in rows)

    def has_document(self, symbol: str) -> bool:
        """Looks for units: a document without units may have its row still."""
        row = self._connection.execute(
            "SELECT 1 FROM documents d WHERE d.symbol = %s "
            "AND EXISTS (SELECT 1 FROM units u WHERE u.document_id = d.id)",
            (symbol,),
        ).fetchone()
        return row is not None

    def replace_units(self, memory: str, path: str, file_format: str, sha256: str) -> PostgresqlUnitWriter:
        """Notes first which content of the file is being imported."""
        row = memory_id(self._connection, memory)
        source = self._record(row, "memory", path, file_format, sha256)
        return PostgresqlUnitWriter(self._database, row, source)

    def replace_concepts(self, memory: str, path: str, file_format: str, sha256: str) -> PostgresqlConceptWriter:
        """Notes first which content of the file is being imported."""
        row = memory_id(self._connection, memory)
        source = self._record(row, "terms", path, file_format, sha256)
        return PostgresqlConceptWriter(self._database, row, source)

    def weigh(self, memory: str, penalty: int, trust: int) -> None:
        """Updates the row."""
        self._connection.execute(
            "UPDATE memories SET penalty = %s, trust = %s WHERE name = %s", (penalty, trust, memory)
        )

    def rename(self, memory: str, name: str) -> None:
        """Updates the row."""
        self._connection.execute("UPDATE memories SET name = %s WHERE name = %s", (name, memory))

    def rights(self, memory: str) -> list[MemoryRight]:
        """Reads them from the table of rights."""
        return rights.rights(self._database, memory)

    def share(self, memory: str, role: str, right: Right) -> None:
        """Inserts a row, by which row level security goes, and lets the role ask the tables."""
        rights.share(self._database, memory, role, right)

    def unshare(self, memory: str, role: str | None) -> bool:
        """Deletes the row; the role may ask the tables as before."""
        return rights.unshare(self._database, memory, role)

    def move(self, part: Part, memory: str) -> Extent:
        """Updates the rows of units and concepts, file by file."""
        rows = rows_of(self._connection, part)
        target = memory_id(self._connection, memory)
        for source in rows.sources:
            self._move_of_file(source, rows, target)
        for table, numbers in (("units", rows.units), ("concepts", rows.concepts)):
            self._connection.cursor().executemany(
                f"UPDATE {table} SET memory_id = %s WHERE id = %s", [(target, number) for number in numbers]
            )
        join_anew(self._connection, rows.units)
        if part.source is None and part.document is None:
            self._connection.execute("DELETE FROM memories WHERE name = %s AND id <> %s", (part.memory, target))
        return Extent(len(rows.units), len(rows.concepts), len(rows.sources))

    def _move_of_file(self, source: int, rows: Rows, target: int) -> None:
        """Moves a file to a memory or, where some of it stays, makes it a file of that memory too, of the units and
        concepts that go."""
        memory, name, kind, path, file_format, imported = one_row(
            self._connection,
            "SELECT f.memory_id, m.name, f.kind, f.path, f.format, f.imported FROM sources f "
            "JOIN memories m ON m.id = f.memory_id WHERE f.id = %s",
            (source,),
        )
        if memory == target:
            return
        of_file = {
            table: {
                int(row[0])
                for row in self._connection.execute(f"SELECT id FROM {table} WHERE source_id = %s", (source,))
            }
            for table in ("units", "concepts")
        }
        going = {
            "units": of_file["units"].intersection(rows.units),
            "concepts": of_file["concepts"].intersection(rows.concepts),
        }
        known = self._connection.execute(
            "SELECT 1 FROM sources WHERE memory_id = %s AND kind = %s AND path = %s", (target, kind, path)
        ).fetchone()
        called = f"{name}/{path}" if known else path
        if going == of_file:
            self._connection.execute(
                "UPDATE sources SET memory_id = %s, path = %s WHERE id = %s", (target, called, source)
            )
            return
        self._connection.execute(
            "INSERT INTO sources (memory_id, kind, path, format, sha256, entries, imported) "
            "VALUES (%s, %s, %s, %s, '', %s, %s)",
            (target, kind, called, file_format, len(going["units"]) + len(going["concepts"]), imported),
        )
        (new,) = one_row(
            self._connection,
            "SELECT id FROM sources WHERE memory_id = %s AND kind = %s AND path = %s",
            (target, kind, called),
        )
        for table, numbers in going.items():
            self._connection.cursor().executemany(
                f"UPDATE {table} SET source_id = %s WHERE id = %s", [(new, number) for number in sorted(numbers)]
            )

    def extent(self, part: Part) -> Extent:
        """Counts by the rows of the part."""
        rows = rows_of(self._connection, part)
        return Extent(len(rows.units), len(rows.concepts), len(rows.sources))

    def set_aside(self, part: Part, line: int) -> None:
        """Keeps the rows of the part as JSON."""
        setting_aside.set_aside(self._database, part, line)

    def aside(self) -> list[int]:
        """Looks them up where the rows are kept."""
        return setting_aside.lines_aside(self._connection)

    def put_back(self, line: int) -> Extent:
        """Makes rows again of what is kept."""
        return setting_aside.put_back(self._database, line)

    def extent_aside(self, part: Part | None) -> Extent:
        """Counts the rows that are kept."""
        aside = setting_aside.rows_aside(self._connection, part)
        return Extent(len(aside["units"]), len(aside["concepts"]), 0)

    def _record(self, memory: int, kind: SourceKind, path: str, file_format: str, sha256: str) -> int:
        """Notes that this content of the file is being imported, and returns the row of its source."""
        self._connection.execute(
            "INSERT INTO sources (memory_id, kind, path, format, sha256, imported) VALUES (%s, %s, %s, %s, %s, %s) "
            "ON CONFLICT (memory_id, kind, path) DO UPDATE "
            "SET format = excluded.format, sha256 = excluded.sha256, imported = excluded.imported",
            (memory, kind, path, file_format, sha256, now()),
        )
        row = one_row(
            self._connection,
            "SELECT id FROM sources WHERE memory_id = %s AND kind = %s AND path = %s",
            (memory, kind, path),
        )
        return int(row[0])


def memory_id(connection: Connection, name: str) -> int:
    """Returns the row of the memory of that name, made if there is none. Needs an open transaction."""
    connection.execute("INSERT INTO memories (name) VALUES (%s) ON CONFLICT DO NOTHING", (name,))
    row = connection.execute("SELECT id FROM memories WHERE name = %s", (name,)).fetchone()
    if row is None:
        raise errors.InsufficientPrivilege(f"the memory {name} is there and may not be read")
    return int(row[0])
