"""What stands before and after a unit in its document, in both languages?

A document is what one file gave under one symbol; units of a file without symbols are one document.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from tmtool.languages.tags import primary
from tmtool.store.memory import StoredPair

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


def length(connection: sqlite3.Connection, place: Place) -> int:
    """How many units a document has."""
    row = connection.execute(
        "SELECT count(*) FROM units WHERE source_id IS ? AND document_id IS ?", (place.source_file, place.document)
    ).fetchone()
    return int(row[0])


def document_units(
    connection: sqlite3.Connection, place: Place, source_language: str, target_language: str
) -> list[PassageUnit]:
    """All units of a document, in their order."""
    return _read(connection, place, source_language, target_language, "ORDER BY u.position, u.id", ())


def around(
    connection: sqlite3.Connection, pair: StoredPair, number: int, source_language: str, target_language: str
) -> tuple[list[PassageUnit], list[PassageUnit]]:
    """At most `number` units before this one in its document and as many after it, in their order."""
    place, here = Place.of(pair), (pair.position, pair.unit, number)
    before = "AND (u.position, u.id) < (?, ?) ORDER BY u.position DESC, u.id DESC LIMIT ?"
    after = "AND (u.position, u.id) > (?, ?) ORDER BY u.position, u.id LIMIT ?"
    found = _read(connection, place, source_language, target_language, before, here)
    return found[::-1], _read(connection, place, source_language, target_language, after, here)


def _read(
    connection: sqlite3.Connection,
    place: Place,
    source_language: str,
    target_language: str,
    rest: str,
    values: Iterable[int],
) -> list[PassageUnit]:
    rows = connection.execute(
        f"SELECT u.id, u.position, u.context, {_TEXT}, {_TEXT} FROM units u "
        f"WHERE u.source_id IS ? AND u.document_id IS ? {rest}",
        (primary(source_language), primary(target_language), place.source_file, place.document, *values),
    )
    return [PassageUnit(int(row[0]), int(row[1]), str(row[2]), str(row[3]), str(row[4])) for row in rows]
