"""Reads units as files gave them again from the database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tmtool.model import NO_PROPERTIES, Status, Unit, Variant
from tmtool.store.joining import whole_units

_UNIT = (
    "u.id, u.external_id, coalesce(d.symbol, ''), u.position, u.status, u.date, u.created, u.created_by, u.changed, "
    "u.changed_by, u.source_language, u.context, u.note, u.properties"
)


def read_units(
    connection: sqlite3.Connection, *, memory: str | None = None, document: str | None = None, since: str | None = None
) -> Iterator[tuple[str, Unit]]:
    """Yields (memory name, unit) of every unit, one by one as rows come, as `store.groups.units.Units.read` says."""
    rows = connection.execute(
        f"SELECT {_UNIT}, m.name, j.lead FROM units u JOIN memories m ON m.id = u.memory_id "
        "LEFT JOIN documents d ON d.id = u.document_id LEFT JOIN joined j ON j.unit_id = u.id "
        "WHERE (?1 IS NULL OR m.name = ?1) AND (?2 IS NULL OR d.symbol = ?2) "
        "AND (?3 IS NULL OR max(u.changed, u.created, u.date) >= ?3) "
        "ORDER BY m.name, u.source_id, u.document_id, u.position, u.id",
        (memory, document, since),
    )
    read: set[int] = set()
    for *row, name, lead in rows:
        if lead is None:
            yield name, _unit(connection, row)
            continue
        members = connection.execute(
            f"SELECT {_UNIT} FROM joined j JOIN units u ON u.id = j.unit_id JOIN memories m ON m.id = u.memory_id "
            "LEFT JOIN documents d ON d.id = u.document_id WHERE j.lead = ? AND m.name = ? ORDER BY u.id",
            (lead, name),
        )
        for numbers, unit in whole_units((member[0], _unit(connection, member)) for member in members):
            if row[0] in numbers and numbers[0] not in read:
                read.add(numbers[0])
                yield name, unit


def _unit(connection: sqlite3.Connection, row: Sequence[Any]) -> Unit:
    return Unit(
        variants=_variants(connection, row[0]), id=row[1], document=row[2], position=row[3], status=Status(row[4]),
        date=row[5], created=row[6], created_by=row[7], changed=row[8], changed_by=row[9],
        source_language=row[10], context=row[11], note=row[12], properties=_mapping(row[13]),
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
