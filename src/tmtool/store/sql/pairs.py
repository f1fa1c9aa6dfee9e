"""Says what a pair is read from in both kinds of database, and reads it (`store.groups.units.Units.of_segments`).

A row has `COLUMNS`, then the number of the unit that a joined one is completed by (null where a unit has both),
the date, the last change, the context, the languages of both variants, and the status, of a joined unit those of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tmtool.languages.tags import same_language
from tmtool.model import Status, StoredPair

COLUMNS = "s.id, s.text, t.text, m.name, m.penalty, coalesce(d.symbol, ''), u.position, u.source_id, u.document_id"
OF_SEGMENTS = (
    "FROM variants vs JOIN segments s ON s.id = vs.segment_id JOIN units u ON u.id = vs.unit_id "
    "JOIN memories m ON m.id = u.memory_id LEFT JOIN documents d ON d.id = u.document_id"
)
"""The units that have a segment, with what belongs to them; ``t`` is the segment of the translation."""


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
