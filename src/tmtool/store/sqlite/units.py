"""Translation units as files give them: stored, and read again.

Each imported file is a source; importing it again replaces what it gave, and only that: units
whose content is unchanged keep their rows, whatever their new position.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping

from tmtool.model import NO_PROPERTIES, Status, Unit, Variant
from tmtool.store.changes import Changes
from tmtool.store.sqlite.database import transaction
from tmtool.store.sqlite.segments import Segments
from tmtool.store.sqlite.unit_rows import UNIT_COLUMNS, VARIANT_COLUMNS, UnitRow, row_of

_UNITS_AT_ONCE = 250
"""So few that who sends rows does not wait long for their being written (tasks/reading_units.py)."""


class UnitWriter:
    """Replaces the units of one source by those given to `add`. Needs an open transaction; `finish` removes what the
    source no longer gives. New segments wait until `index_waiting` indexes them."""

    def __init__(self, connection: sqlite3.Connection, memory: int, source: int) -> None:
        self._connection = connection
        self._memory = memory
        self._source = source
        self._segments = Segments(connection)
        self._documents: dict[str, int | None] = {"": None}
        self._old: dict[bytes, list[int]] = defaultdict(list)
        for unit, digest in connection.execute("SELECT id, digest FROM units WHERE source_id = ?", (source,)):
            self._old[digest].append(unit)
        self._next: int = 1 + (connection.execute("SELECT max(id) FROM units").fetchone()[0] or 0)
        self._given: set[bytes] = set()
        self._positions: Counter[str] = Counter()
        self._new: list[tuple[int, UnitRow]] = []
        self.changes = Changes()
        self.units = 0

    def add(self, unit: Unit) -> None:
        """Stores a unit unless the source gave the same before; equal units of one file are merged."""
        self.add_row(row_of(unit))

    def add_row(self, row: UnitRow) -> None:
        """Stores a unit, given as its row, as `add` does."""
        self.units += 1
        digest, document, position, _, _ = row
        if digest in self._given:
            return
        self._given.add(digest)
        self._positions[document] += 1
        position = position or self._positions[document]
        if old := self._old.get(digest):
            self._connection.execute("UPDATE units SET position = ? WHERE id = ?", (position, old.pop()))
            self.changes.unchanged += 1
            return
        self._new.append((position, row))
        self.changes.added += 1
        if len(self._new) >= _UNITS_AT_ONCE:
            self._write()

    def finish(self) -> Changes:
        """Removes what was not given again and says what was done."""
        self._write()
        for unit in sorted(unit for units in self._old.values() for unit in units):
            edited, label = self._connection.execute(
                "SELECT edited, external_id FROM units WHERE id = ?", (unit,)
            ).fetchone()
            if edited:
                self.changes.kept.append(label or str(unit))
                continue
            remove_unit(self._connection, self._segments, unit)
            self.changes.removed += 1
        self._connection.execute("UPDATE sources SET entries = ? WHERE id = ?", (self.units, self._source))
        return self.changes

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


def index_waiting(
    connection: sqlite3.Connection,
    progress: Callable[[int, int], None] = lambda done, expected: None,
    *,
    more_than: int = 0,
) -> None:
    """Indexes the segments that wait, if they are so many, in a transaction of its own; `progress` is told how many
    are done, and of how many."""
    segments = Segments(connection)
    waiting = segments.waiting()
    if waiting > more_than:
        with transaction(connection):
            segments.index(lambda done: progress(done, max(done, waiting)))


def remove_unit(connection: sqlite3.Connection, segments: Segments, unit: int) -> None:
    """Deletes a unit and the segments that nothing else uses. Needs an open transaction."""
    used = {row[0] for row in connection.execute("SELECT segment_id FROM variants WHERE unit_id = ?", (unit,))}
    connection.execute("DELETE FROM units WHERE id = ?", (unit,))
    segments.drop_unused(used)


def read_units(
    connection: sqlite3.Connection, *, memory: str | None = None, document: str | None = None, since: str | None = None
) -> Iterator[tuple[str, Unit]]:
    """(memory name, unit) of every unit, in the order of memories, documents and positions; `since` is
    an ISO date that the unit's last change (or else its document's date) must reach."""
    rows = connection.execute(
        "SELECT u.id, m.name, u.external_id, coalesce(d.symbol, ''), u.position, u.status, u.date, u.created, "
        "u.created_by, u.changed, u.changed_by, u.source_language, u.context, u.note, u.properties "
        "FROM units u JOIN memories m ON m.id = u.memory_id LEFT JOIN documents d ON d.id = u.document_id "
        "WHERE (?1 IS NULL OR m.name = ?1) AND (?2 IS NULL OR d.symbol = ?2) "
        "AND (?3 IS NULL OR max(u.changed, u.created, u.date) >= ?3) "
        "ORDER BY m.name, u.source_id, u.document_id, u.position, u.id",
        (memory, document, since),
    )
    for row in rows:
        yield row[1], Unit(
            variants=_variants(connection, row[0]), id=row[2], document=row[3], position=row[4], status=Status(row[5]),
            date=row[6], created=row[7], created_by=row[8], changed=row[9], changed_by=row[10],
            source_language=row[11], context=row[12], note=row[13], properties=_mapping(row[14]),
        )  # fmt: skip


def _variants(connection: sqlite3.Connection, unit: int) -> tuple[Variant, ...]:
    rows = connection.execute(
        "SELECT v.language, s.text, v.markup, v.markup_format, v.created, v.created_by, v.changed, v.changed_by, "
        "v.properties FROM variants v JOIN segments s ON s.id = v.segment_id WHERE v.unit_id = ? ORDER BY v.number",
        (unit,),
    )
    return tuple(
        Variant(
            language=row[0], text=row[1], markup=row[2], markup_format=row[3], created=row[4], created_by=row[5],
            changed=row[6], changed_by=row[7], properties=_mapping(row[8]),
        )
        for row in rows
    )  # fmt: skip


def _mapping(text: str) -> Mapping[str, str]:
    return dict(json.loads(text)) if text != "{}" else NO_PROPERTIES
