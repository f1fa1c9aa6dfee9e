"""Writes the units of a file that is imported (`store.groups.writers.UnitWriter`).

Each imported file is a source; importing it again replaces what it gave, and only that: units
whose content is unchanged keep their rows, whatever their new position.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from tmtool.model import Unit
from tmtool.store.postgresql.connection import one_row
from tmtool.store.postgresql.database import Database
from tmtool.store.postgresql.removal import remove_units
from tmtool.store.postgresql.segment_table import SegmentTable
from tmtool.store.sql.dialect import Dialect
from tmtool.store.sql.joining import join_units_of
from tmtool.store.sql.questions import Questions
from tmtool.store.unit_rows import UNIT_COLUMNS, VARIANT_COLUMNS, UnitRow, row_of
from tmtool.store.values import Changes

_UNITS_AT_ONCE = 1_000


class PostgresqlUnitWriter(Questions):
    """Replaces the units of one source by those given to `add`."""

    def __init__(self, sql: Dialect, database: Database, memory: int, source: int) -> None:
        """Takes what the database is asked by, with its connection, and the memory and the source to write."""
        super().__init__(sql)
        self._database = database
        self._connection = database.connection
        self._memory = memory
        self._source = source
        self._segments = SegmentTable(database)
        self._documents: dict[str, int | None] = {"": None}
        self._old: dict[bytes, list[int]] = defaultdict(list)
        rows = self._connection.execute("SELECT id, digest FROM units WHERE source_id = %s ORDER BY id", (source,))
        for unit, digest in rows:
            self._old[bytes(digest)].append(unit)
        self._given: set[bytes] = set()
        self._positions: Counter[str] = Counter()
        self._new: list[tuple[int, UnitRow]] = []
        self._moved: list[tuple[int, int]] = []
        self._changes = Changes()
        self._units = 0
        self._in_turn = False

    def add(self, unit: Unit) -> None:
        """Stores a unit unless the source gave the same before; equal units of one file are merged."""
        self.add_row(row_of(unit))

    def add_row(self, row: UnitRow) -> None:
        """Stores a unit, given as its row, as `add` does."""
        self._units += 1
        digest, document, position, _, _ = row
        if digest in self._given:
            return
        self._given.add(digest)
        self._positions[document] += 1
        position = position or self._positions[document]
        if old := self._old.get(digest):
            self._moved.append((old.pop(), position))
            self._changes.unchanged += 1
        else:
            self._new.append((position, row))
            self._changes.added += 1
        if len(self._new) + len(self._moved) >= _UNITS_AT_ONCE:
            if not self._in_turn:
                self._database.wait_for_turn()
                self._in_turn = True
            self._write()

    def finish(self) -> Changes:
        """Removes what was not given again and says what was done."""
        self._write()
        left = sorted(unit for units in self._old.values() for unit in units)
        # Locked, so that nobody corrects one of them that is then removed.
        rows = self._connection.execute(
            "SELECT id, external_id, edited FROM units WHERE id = ANY (%s) ORDER BY id FOR UPDATE", (left,)
        )
        edited = [(unit, label) for unit, label, is_edited in rows if is_edited]
        self._changes.kept += [label or str(unit) for unit, label in edited]
        gone = sorted(set(left) - {unit for unit, _ in edited})
        remove_units(self._database, gone)
        self._changes.removed += len(gone)
        self._connection.execute("UPDATE sources SET entries = %s WHERE id = %s", (self._units, self._source))
        if self._changes.added:
            self._changes.joined = join_units_of(self._sql, self._source)
        return self._changes

    def _write(self) -> None:
        """Writes the units gathered."""
        moved, self._moved = self._moved, []
        if moved:
            self._connection.execute(
                "UPDATE units u SET position = n.position FROM unnest(%s::bigint[], %s::integer[]) AS n (id, position) "
                "WHERE u.id = n.id AND u.position <> n.position",
                tuple(map(list, zip(*moved, strict=True))),
            )
        gathered, self._new = self._new, []
        if not gathered:
            return
        variants = [
            (unit, place, text, columns)
            for unit, (_, row) in enumerate(gathered)
            for place, (text, columns) in enumerate(row[-1])
        ]
        # What others may be writing too comes first, so that all wait in the same order.
        segments = self._segments.ids((columns[0], text) for _, _, text, columns in variants)
        documents = [self._document(document) for _, (_, document, _, _, _) in gathered]
        rows = self._connection.execute(
            "SELECT nextval(pg_get_serial_sequence('units', 'id')) FROM generate_series(1, %s)", (len(gathered),)
        )
        numbers = sorted(row[0] for row in rows)
        self._copy(
            f"units (id, memory_id, source_id, document_id, position, digest, {UNIT_COLUMNS})",
            [
                (number, self._memory, self._source, document, position, digest, *columns)
                for number, document, (position, (digest, _, _, columns, _)) in zip(
                    numbers, documents, gathered, strict=True
                )
            ],
        )
        self._copy(
            f"variants (unit_id, number, segment_id, {VARIANT_COLUMNS})",
            [
                (numbers[unit], place, segment, *columns)
                for segment, (unit, place, _, columns) in zip(segments, variants, strict=True)
            ],
        )

    def _copy(self, table: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self._database.secured:
            # PostgreSQL copies into no table of which not all may be seen.
            marks = ", ".join("%s" for _ in rows[0])
            with self._connection.cursor() as cursor:
                cursor.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
            return
        with self._connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def _document(self, symbol: str) -> int | None:
        if symbol not in self._documents:
            with self._database.storing():
                self._connection.execute("INSERT INTO documents (symbol) VALUES (%s) ON CONFLICT DO NOTHING", (symbol,))
                row = one_row(self._connection, "SELECT id FROM documents WHERE symbol = %s", (symbol,))
            self._documents[symbol] = int(row[0])
        return self._documents[symbol]
