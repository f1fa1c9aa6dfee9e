"""What is known of a segment: the units that have it, as pairs, with their places and neighbours."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tmtool.languages.tags import primary
from tmtool.model import Status


@dataclass(frozen=True, slots=True)
class StoredPair:
    """A unit seen as a pair: the variant in the source language and one in the target language."""

    unit: int
    source_segment: int
    source: str
    target: str
    memory: str
    penalty: int
    document: str
    position: int
    source_file: int | None
    document_row: int | None
    status: Status
    date: str
    changed: str
    context: str


def pairs_of_segments(
    connection: sqlite3.Connection, segments: Sequence[int], source_language: str, target_language: str
) -> list[StoredPair]:
    """Every unit that has one of `segments` in the source language, with each of its variants in the
    target language; by unit id, then in the unit's own order."""
    rows = connection.execute(
        "SELECT u.id, s.id, s.text, t.text, m.name, m.penalty, coalesce(d.symbol, ''), u.position, u.source_id, "
        "u.document_id, u.status, u.date, max(u.changed, u.created), u.context, vs.language, vt.language "
        "FROM variants vs JOIN segments s ON s.id = vs.segment_id JOIN units u ON u.id = vs.unit_id "
        "JOIN memories m ON m.id = u.memory_id LEFT JOIN documents d ON d.id = u.document_id "
        "JOIN variants vt ON vt.unit_id = u.id AND vt.number <> vs.number JOIN segments t ON t.id = vt.segment_id "
        f"WHERE vs.segment_id IN ({','.join('?' * len(segments))}) AND t.language = ? ORDER BY u.id, vt.number",
        (*segments, primary(target_language)),
    )
    return [
        StoredPair(
            unit=row[0], source_segment=row[1], source=row[2], target=row[3], memory=row[4], penalty=row[5],
            document=row[6], position=row[7], source_file=row[8], document_row=row[9], status=Status(row[10]),
            date=row[11], changed=row[12], context=row[13],
        )
        for row in rows
        if same_language(row[14], source_language) and same_language(row[15], target_language)
    ]  # fmt: skip


def pair_of_unit(
    connection: sqlite3.Connection, unit: int, source_language: str, target_language: str
) -> StoredPair | None:
    """The unit of that row as a pair, the first if it has several; None if there is none in both languages."""
    rows = connection.execute("SELECT segment_id FROM variants WHERE unit_id = ?", (unit,))
    segments = [int(row[0]) for row in rows]
    pairs = pairs_of_segments(connection, segments, source_language, target_language)
    return next((pair for pair in pairs if pair.unit == unit), None)


def neighbours(connection: sqlite3.Connection, pair: StoredPair) -> tuple[str | None, str | None]:
    """The source-language texts of the units before and after this one in its document, as one file gave
    it; None at either end, and for a unit that came from no file."""
    before, after = (
        connection.execute(
            "SELECT s.text FROM units u JOIN variants v ON v.unit_id = u.id JOIN segments s ON s.id = v.segment_id "
            "WHERE u.source_id = ? AND u.document_id IS ? AND u.position = ? "
            "AND s.language = (SELECT language FROM segments WHERE id = ?) LIMIT 1",
            (pair.source_file, pair.document_row, position, pair.source_segment),
        ).fetchone()
        for position in (pair.position - 1, pair.position + 1)
    )
    return (before[0] if before else None, after[0] if after else None)


def heading_above(connection: sqlite3.Connection, pair: StoredPair) -> str:
    """The source-language text of the last unit before this one in its document that is a heading; '' if none is."""
    row = connection.execute(
        "SELECT s.text FROM units u JOIN variants v ON v.unit_id = u.id JOIN segments s ON s.id = v.segment_id "
        "WHERE u.source_id = ? AND u.document_id IS ? AND u.position < ? AND u.context = 'heading' "
        "AND s.language = (SELECT language FROM segments WHERE id = ?) ORDER BY u.position DESC LIMIT 1",
        (pair.source_file, pair.document_row, pair.position, pair.source_segment),
    ).fetchone()
    return str(row[0]) if row else ""


@lru_cache
def same_language(stored: str, asked: str) -> bool:
    """True if the tags name the same language: by primary subtag, and by region where both have one."""
    one, other = (tag.replace("_", "-").lower().split("-") for tag in (stored, asked))
    return one[0] == other[0] and (len(one) == 1 or len(other) == 1 or one == other)
