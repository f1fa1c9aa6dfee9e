"""Says what a pair is read from in both kinds of database, and reads it (`store.groups.units.Units.of_segments`).

A row has `_COLUMNS`, then the number of the unit that a joined one is completed by (null where a unit has both),
the date, the last change, the context, the languages of both variants, and the status, of a joined unit those of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tmtool.languages.tags import same_language
from tmtool.model import Status, StoredPair

_COLUMNS = "s.id, s.text, t.text, m.name, m.penalty, coalesce(d.symbol, ''), u.position, u.source_id, u.document_id"
_OF_SEGMENTS = (
    "FROM variants vs JOIN segments s ON s.id = vs.segment_id JOIN units u ON u.id = vs.unit_id "
    "JOIN memories m ON m.id = u.memory_id LEFT JOIN documents d ON d.id = u.document_id"
)
"""The units that have a segment, with what belongs to them; ``t`` is the segment of the translation."""
_HAS_TEXT = (
    "EXISTS (SELECT 1 FROM variants x JOIN segments y ON y.id = x.segment_id "
    "WHERE x.unit_id = {unit}.id AND y.language = {value})"
)


def pairs_with(*, asked: str, value: str, latest: str) -> str:
    """Returns the query for pairs by the segments of their source, of which `asked` is the condition on a segment that
    follows its name, `value` stands for a value, the target language, and `latest` is the function that gives the last
    of several times."""
    return (
        f"SELECT u.id, {_COLUMNS}, NULL, u.date, {latest}(u.changed, u.created), u.context, vs.language, vt.language, "
        f"u.status {_OF_SEGMENTS} JOIN variants vt ON vt.unit_id = u.id AND vt.number <> vs.number "
        f"JOIN segments t ON t.id = vt.segment_id WHERE vs.segment_id {asked} AND t.language = {value} "
        "ORDER BY u.id, vt.number"
    )


def joined_pairs_with(*, asked: str, value: str, latest: str) -> str:
    """Returns the query, as `pairs_with` does, for pairs of joined units, one of which has the source and no target,
    the other the target and no source; they still have a text in common. The values are the target language twice and
    the source language."""
    lacks_target, lacks_source = (f"NOT {_HAS_TEXT.format(unit=unit, value=value)}" for unit in ("u", "o"))
    return (
        f"SELECT u.id, {_COLUMNS}, o.id, u.date, {latest}(u.changed, u.created, o.changed, o.created), u.context, "
        f"vs.language, vt.language, u.status, o.status {_OF_SEGMENTS} JOIN joined g ON g.unit_id = u.id "
        "JOIN joined h ON h.lead = g.lead AND h.unit_id <> u.id JOIN units o ON o.id = h.unit_id "
        "AND o.memory_id = u.memory_id JOIN variants vt ON vt.unit_id = o.id JOIN segments t ON t.id = vt.segment_id "
        f"WHERE vs.segment_id {asked} AND t.language = {value} AND {lacks_target} AND {lacks_source} "
        "AND EXISTS (SELECT 1 FROM variants x JOIN variants y ON y.segment_id = x.segment_id "
        "WHERE x.unit_id = u.id AND y.unit_id = o.id) ORDER BY u.id, o.id, vt.number"
    )


def pairs_of(rows: Iterable[Sequence[Any]], source_language: str, target_language: str) -> list[StoredPair]:
    """Returns the rows as pairs, but for those whose variants are in other regions of the languages."""
    return [
        StoredPair(
            unit=row[0], source_segment=row[1], source=row[2], target=row[3], memory=row[4], penalty=row[5],
            document=row[6], position=row[7], source_file=row[8], document_row=row[9],
            status=_status(row), date=row[11], changed=row[12], context=row[13], joined=row[10],
        )
        for row in rows
        if same_language(row[14], source_language) and same_language(row[15], target_language)
    ]  # fmt: skip


def _status(row: Sequence[Any]) -> Status:
    """Returns the status of a pair: of joined units the lower one."""
    return Status(row[16]) if row[10] is None else min(map(Status, row[16:]), key=lambda one: one.trust)
