"""Reads units as files gave them again from the database."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tmtool.model import NO_PROPERTIES, Status, Unit, Variant
from tmtool.store.joining import whole_units
from tmtool.store.postgresql.connection import Connection

_UNITS_AT_ONCE = 500


def read_units(
    connection: Connection, *, memory: str | None = None, document: str | None = None, since: str | None = None
) -> Iterator[tuple[str, Unit]]:
    """Yields (memory name, unit) of every unit, as `store.groups.units.Units.read` says: their numbers are read first,
    so that no transaction is open while they come."""
    rows = connection.execute(
        "SELECT u.id FROM units u JOIN memories m ON m.id = u.memory_id LEFT JOIN documents d ON d.id = u.document_id "
        "WHERE (%(memory)s::text IS NULL OR m.name = %(memory)s) "
        "AND (%(document)s::text IS NULL OR d.symbol = %(document)s) "
        "AND (%(since)s::text IS NULL OR greatest(u.changed, u.created, u.date) >= %(since)s) "
        "ORDER BY m.name, u.source_id NULLS FIRST, u.document_id NULLS FIRST, u.position, u.id",
        {"memory": memory, "document": document, "since": since},
    )
    numbers = [row[0] for row in rows]
    read: set[int] = set()
    for place in range(0, len(numbers), _UNITS_AT_ONCE):
        some = numbers[place : place + _UNITS_AT_ONCE]
        whole = _whole(connection, some)
        for number, name, unit in _units(connection, some):
            of, shown = whole.get(number, ((number,), unit))
            if len(of) == 1 or of[0] not in read:
                yield name, shown
                if len(of) > 1:
                    read.add(of[0])


def _whole(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[tuple[int, ...], Unit]]:
    """Returns what joined units are of, and as one, by the number of each."""
    groups: dict[int, list[int]] = defaultdict(list)
    for lead, member in connection.execute(
        "SELECT DISTINCT o.lead, o.unit_id FROM joined j JOIN units u ON u.id = j.unit_id "
        "JOIN joined o ON o.lead = j.lead JOIN units w ON w.id = o.unit_id AND w.memory_id = u.memory_id "
        "WHERE j.unit_id = ANY (%s) ORDER BY 1, 2",
        (list(numbers),),
    ):
        groups[lead].append(member)
    members = [one for group in groups.values() for one in group]
    units = {number: unit for number, _, unit in _units(connection, members)} if members else {}
    found: dict[int, tuple[tuple[int, ...], Unit]] = {}
    for group in groups.values():
        for of, whole in whole_units((one, units[one]) for one in group if one in units):
            found |= dict.fromkeys(of, (of, whole))
    return found


def _units(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, str, Unit]]:
    variants = _variants(connection, numbers)
    rows = connection.execute(
        "SELECT u.id, m.name, u.external_id, coalesce(d.symbol, ''), u.position, u.status, u.date, u.created, "
        "u.created_by, u.changed, u.changed_by, u.source_language, u.context, u.note, u.properties "
        "FROM unnest(%s::bigint[]) WITH ORDINALITY AS w (id, place) JOIN units u ON u.id = w.id "
        "JOIN memories m ON m.id = u.memory_id LEFT JOIN documents d ON d.id = u.document_id ORDER BY w.place",
        (numbers,),
    ).fetchall()
    for row in rows:
        yield row[0], row[1], Unit(
            variants=tuple(variants[row[0]]), id=row[2], document=row[3], position=row[4], status=Status(row[5]),
            date=row[6], created=row[7], created_by=row[8], changed=row[9], changed_by=row[10],
            source_language=row[11], context=row[12], note=row[13], properties=_mapping(row[14]),
        )  # fmt: skip


def _variants(connection: Connection, units: Sequence[int]) -> dict[int, list[Variant]]:
    rows = connection.execute(
        "SELECT v.unit_id, v.language, s.text, v.markup, v.markup_format, v.created, v.created_by, v.changed, "
        "v.changed_by, v.properties FROM variants v JOIN segments s ON s.id = v.segment_id "
        "WHERE v.unit_id = ANY (%s) ORDER BY v.unit_id, v.number",
        (units,),
    )
    found: dict[int, list[Variant]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(
            Variant(
                language=row[1], text=row[2], markup=row[3], markup_format=row[4], created=row[5], created_by=row[6],
                changed=row[7], changed_by=row[8], properties=_mapping(row[9]),
            )
        )  # fmt: skip
    return found


def _mapping(text: str) -> Mapping[str, str]:
    return dict(json.loads(text)) if text != "{}" else NO_PROPERTIES
