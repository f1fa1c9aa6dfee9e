"""Reads units as files gave them again from the database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping

from tmtool.model import NO_PROPERTIES, Status, Unit, Variant


def read_units(
    connection: sqlite3.Connection, *, memory: str | None = None, document: str | None = None, since: str | None = None
) -> Iterator[tuple[str, Unit]]:
    """Yields (memory name, unit) of every unit, one by one as the rows come, as `tmtool.store.home.Units.read` says."""
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
