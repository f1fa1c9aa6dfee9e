"""Writes the units of a file that is imported (`store.groups.writers.UnitWriter`).

Each imported file is a source; importing it again replaces what it gave, and only that: units
whose content is unchanged keep their rows, whatever their new position.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict

from tmtool.model import Unit
from tmtool.store.sql.dialect import Dialect
from tmtool.store.sql.joining import join_units_of
from tmtool.store.sql.questions import Questions
from tmtool.store.sqlite.numbering import next_number
from tmtool.store.sqlite.removal import remove_units
from tmtool.store.sqlite.segment_table import SegmentTable
from tmtool.store.unit_rows import UNIT_COLUMNS, VARIANT_COLUMNS, UnitRow, row_of
from tmtool.store.values import Changes

_UNITS_AT_ONCE = 250
"""So few that who sends rows does not wait long for their being written (tasks/reading_units.py)."""


class SqliteUnitWriter(Questions):
    """Replaces the units of one source by those given to `add`. New segments wait to be indexed."""

    def __init__(self, sql: Dialect, connection: sqlite3.Connection, memory: int, source: int) -> None:
        """Takes what the database is asked by, with its connection, and the memory and the source to write."""
        super().__init__(sql)
        self._connection = connection
        self._memory = memory
        self._source = source
        self._segments = SegmentTable(connection)
        self._documents: dict[str, int | None] = {"": None}
        self._old: dict[bytes, list[int]] = defaultdict(list)
        for unit, digest in connection.execute("SELECT id, digest FROM units WHERE source_id = ?", (source,)):
            self._old[digest].append(unit)
        self._next = next_number(connection, "units")
        self._given: set[bytes] = set()
        self._positions: Counter[str] = Counter()
        self._new: list[tuple[int, UnitRow]] = []
        self._changes = Changes()
        self._units = 0

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
            self._connection.execute("UPDATE units SET position = ? WHERE id = ?", (position, old.pop()))
            self._changes.unchanged += 1
            return
        self._new.append((position, row))
        self._changes.added += 1
        if len(self._new) >= _UNITS_AT_ONCE:
            self._write()

    def finish(self) -> Changes:
        """Removes what was not given again and says what was done."""
        self._write()
        gone = []
        for unit in sorted(unit for units in self._old.values() for unit in units):
            edited, label = self._connection.execute(
                "SELECT edited, external_id FROM units WHERE id = ?", (unit,)
            ).fetchone()
            if edited:
                self._changes.kept.append(label or str(unit))
            else:
                gone.append(unit)
        remove_units(self._connection, gone)
        self._changes.removed += len(gone)
        self._connection.execute("UPDATE sources SET entries = ? WHERE id = ?", (self._units, self._source))
        if self._changes.added:
            self._changes.joined = join_units_of(self._sql, self._source)
        return self._changes

    def _write(self) -> None:
        """Writes the units gathered."""
        gathered, self._new = self._new, []
        first = self._next
        self._next += len(gathered)
        self._connection.executemany(
            f"INSERT INTO units (id, memory_id, source_id, document_id, position, digest, {UNIT_COLUMNS}) "
            f"VALUES (?, ?, ?, ?, ?, ?, {_marks(UNIT_COLUMNS)})",
            (
                (number, self._memory, self._source, self._document(document), position, digest, *columns)
                for number, (position, (digest, document, _, columns, _)) in enumerate(gathered, first)
            ),
        )
        variants = [
            (number, place, text, columns)
            for number, (_, row) in enumerate(gathered, first)
            for place, (text, columns) in enumerate(row[-1])
        ]
        segments = self._segments.ids((columns[0], text) for _, _, text, columns in variants)
        self._connection.executemany(
            f"INSERT INTO variants (unit_id, number, segment_id, {VARIANT_COLUMNS}) "
            f"VALUES (?, ?, ?, {_marks(VARIANT_COLUMNS)})",
            (
                (number, place, segment, *columns)
                for segment, (number, place, _, columns) in zip(segments, variants, strict=True)
            ),
        )

    def _document(self, symbol: str) -> int | None:
        if symbol not in self._documents:
            self._connection.execute("INSERT INTO documents (symbol) VALUES (?) ON CONFLICT DO NOTHING", (symbol,))
            row = self._connection.execute("SELECT id FROM documents WHERE symbol = ?", (symbol,)).fetchone()
            self._documents[symbol] = int(row[0])
        return self._documents[symbol]


def _marks(columns: str) -> str:
    return ", ".join("?" for _ in columns.split(","))
