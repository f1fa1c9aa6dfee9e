"""What stands before and after a unit in its document, in both languages?

A document is what one file gave under one symbol; units of a file without symbols are one document.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from tmtool.languages.tags import primary
from tmtool.store.sqlite.batches import filled
from tmtool.store.sqlite.memory import StoredPair

_UNITS_AT_ONCE = 100
_TEXT = (
    "coalesce((SELECT s.text FROM variants v JOIN segments s ON s.id = v.segment_id "
    "WHERE v.unit_id = u.id AND s.language = ? ORDER BY v.number LIMIT 1), '')"
)


@dataclass(frozen=True, slots=True)
class PassageUnit:
    """A unit in its place: its row, its number in the document, the place it says it has (`context`), and its texts,
    "" where it has none in a language."""

    unit: int
    position: int
    context: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Place:
    """A document: a file (None for what was added by hand) and a symbol (None for none), as rows of the database."""

    source_file: int | None
    document: int | None

    @classmethod
    def of(cls, pair: StoredPair) -> Place:
        """The document of a unit."""
        return cls(pair.source_file, pair.document_row)


def rows_of(connection: sqlite3.Connection, place: Place) -> list[int]:
    """The rows of the units of a document, in their order."""
    rows = connection.execute(
        "SELECT id FROM units WHERE source_id IS ? AND document_id IS ? ORDER BY position, id",
        (place.source_file, place.document),
    )
    return [int(row[0]) for row in rows]


def units_of(
    connection: sqlite3.Connection, rows: list[int], source_language: str, target_language: str
) -> list[PassageUnit]:
    """The units of these rows, in the order of the rows."""
    languages = primary(source_language), primary(target_language)
    found: dict[int, PassageUnit] = {}
    for some in filled(rows, _UNITS_AT_ONCE):
        wanted = f"WHERE u.id IN ({','.join('?' * len(some))})"
        found.update((one.unit, one) for one in _read(connection, wanted, (*languages, *some)))
    return [found[row] for row in rows]


def around(
    connection: sqlite3.Connection, pair: StoredPair, number: int, source_language: str, target_language: str
) -> tuple[list[PassageUnit], list[PassageUnit]]:
    """At most `number` units before this one in its document and as many after it, in their order."""
    place = Place.of(pair)
    values = (
        primary(source_language), primary(target_language), place.source_file, place.document,
        pair.position, pair.unit, number,
    )  # fmt: skip
    inside = "WHERE u.source_id IS ? AND u.document_id IS ?"
    before = f"{inside} AND (u.position, u.id) < (?, ?) ORDER BY u.position DESC, u.id DESC LIMIT ?"
    after = f"{inside} AND (u.position, u.id) > (?, ?) ORDER BY u.position, u.id LIMIT ?"
    return _read(connection, before, values)[::-1], _read(connection, after, values)


def _read(connection: sqlite3.Connection, wanted: str, values: Sequence[object]) -> list[PassageUnit]:
    """The units that the rest of the statement asks for; its first two values are the languages."""
    rows = connection.execute(f"SELECT u.id, u.position, u.context, {_TEXT}, {_TEXT} FROM units u {wanted}", values)
    return [PassageUnit(*row) for row in rows]
