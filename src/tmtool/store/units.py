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
from tmtool.store.database import transaction
from tmtool.store.digest import digest_of
from tmtool.store.segments import Segments

_UNITS_AT_ONCE = 1_000
_INDEXED_AT_ONCE = 10_000
"""Up to so many segments are indexed in the transaction that stores them, which is over in a second or two."""

_SEPARATOR = "\x1f"


class UnitWriter:
    """Replaces the units of one source by those given to `add`. Needs an open transaction;
    `finish` removes what the source no longer gives, and indexes the segments unless they are many:
    those are left to `index_waiting`."""

    def __init__(self, connection: sqlite3.Connection, memory: int, source: int) -> None:
        self._connection = connection
        self._memory = memory
        self._source = source
        self._segments = Segments(connection)
        self._documents: dict[str, int] = {}
        self._old: dict[bytes, list[int]] = defaultdict(list)
        for unit, digest in connection.execute("SELECT id, digest FROM units WHERE source_id = ?", (source,)):
            self._old[digest].append(unit)
        self._next: int = 1 + (connection.execute("SELECT max(id) FROM units").fetchone()[0] or 0)
        self._given: set[bytes] = set()
        self._positions: Counter[str] = Counter()
        self._new: list[tuple[Unit, int, bytes]] = []
        self.changes = Changes()
        self.units = 0

    def add(self, unit: Unit) -> None:
        """Stores a unit unless the source gave the same before; equal units of one file are merged."""
        self.units += 1
        digest = _digest(unit)
        if digest in self._given:
            return
        self._given.add(digest)
        self._positions[unit.document] += 1
        position = unit.position or self._positions[unit.document]
        if old := self._old.get(digest):
            self._connection.execute("UPDATE units SET position = ? WHERE id = ?", (position, old.pop()))
            self.changes.unchanged += 1
            return
        self._new.append((unit, position, digest))
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
        if self._segments.waiting() <= _INDEXED_AT_ONCE:
            self._segments.index()
        return self.changes

    def _write(self) -> None:
        """Writes the units gathered."""
        rows = []
        variants = []
        for number, (unit, position, digest) in enumerate(self._new, self._next):
            rows.append(
                (
                    number, self._memory, self._source, self._document(unit.document), unit.id, position, unit.status,
                    unit.date, unit.created, unit.created_by, unit.changed, unit.changed_by, unit.source_language,
                    unit.context, unit.note, _json(unit.properties), digest,
                )
            )  # fmt: skip
            variants += [(number, place, variant) for place, variant in enumerate(unit.variants)]
        self._next += len(rows)
        self._new.clear()
        self._connection.executemany(
            "INSERT INTO units (id, memory_id, source_id, document_id, external_id, position, status, date, created, "
            "created_by, changed, changed_by, source_language, context, note, properties, digest) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        segments = self._segments.ids([(variant.language, variant.text) for _, _, variant in variants])
        self._connection.executemany(
            "INSERT INTO variants VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    unit, place, segment, variant.language, variant.markup, variant.markup_format, variant.created,
                    variant.created_by, variant.changed, variant.changed_by, _json(variant.properties),
                )
                for segment, (unit, place, variant) in zip(segments, variants, strict=True)
            ],
        )  # fmt: skip

    def _document(self, symbol: str) -> int | None:
        if not symbol:
            return None
        if symbol not in self._documents:
            self._connection.execute("INSERT INTO documents (symbol) VALUES (?) ON CONFLICT DO NOTHING", (symbol,))
            row = self._connection.execute("SELECT id FROM documents WHERE symbol = ?", (symbol,)).fetchone()
            self._documents[symbol] = int(row[0])
        return self._documents[symbol]


def index_waiting(
    connection: sqlite3.Connection,
    progress: Callable[[int, int], None] = lambda done, expected: None,
    *,
    more_than: int = 0,
) -> None:
    """Indexes the segments that were left to do, if they are so many, in a transaction of its own; `progress` is told
    how many are done, and of how many."""
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
        "ORDER BY m.name, u.source_id, u.position, u.id",
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


def _digest(unit: Unit) -> bytes:
    fields = [
        unit.id, unit.document, unit.status.value, unit.date, unit.created, unit.created_by, unit.changed,
        unit.changed_by, unit.source_language, unit.context, unit.note, _json(unit.properties),
    ]  # fmt: skip
    for one in unit.variants:
        fields += (
            one.language, one.text, one.markup, one.created, one.created_by, one.changed, one.changed_by,
            _json(one.properties),
        )  # fmt: skip
    content = _SEPARATOR.join(fields)
    # Only if no field holds the separator can the fields be told from the whole.
    return digest_of(content if content.count(_SEPARATOR) < len(fields) else repr(fields), 12)


def _json(properties: Mapping[str, str]) -> str:
    return json.dumps(dict(properties), ensure_ascii=False) if properties else "{}"


def _mapping(text: str) -> Mapping[str, str]:
    return dict(json.loads(text)) if text != "{}" else NO_PROPERTIES
