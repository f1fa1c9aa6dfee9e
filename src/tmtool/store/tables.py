"""What does a home hold, whatever kind of database keeps it? The tables and columns that all kinds have, without those
by which each finds texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from tmtool.store.unit_rows import UNIT_COLUMNS, VARIANT_COLUMNS

Value: TypeAlias = int | str | bytes | None
Row: TypeAlias = tuple[Value, ...]
Contents: TypeAlias = Iterable[tuple[str, Iterable[Row]]]
"""Tables by name, each with its rows in the order of its first column; each is to be read before the next one."""

COLUMNS = {
    "memories": "id, name, penalty, trust, note",
    "sources": "id, memory_id, kind, path, format, sha256, entries, imported",
    "documents": "id, symbol",
    "segments": "id, language, text",
    "units": f"id, memory_id, source_id, document_id, position, digest, edited, {UNIT_COLUMNS}",
    "variants": f"unit_id, number, segment_id, {VARIANT_COLUMNS}",
    "joined": "unit_id, lead",
    "concepts": (
        "id, memory_id, source_id, external_id, domain, definition, note, date, properties, digest, changed, edited"
    ),
    "terms": (
        "id, concept_id, number, language, text, status, part_of_speech, gender, grammatical_number, note, "
        "replaced_by, type, source, bodies, not_with"
    ),
    "contrasts": "concept_id, contrast",
    "term_forms": "language, form, term_id",
    "history": "id, at, author, action, entity, entity_id, before, after, part_of",
    "set_aside": "line, kind, number, memory, source, document, content",
    "last_numbers": '"table", number',
}
"""The columns of each table, those first that others refer to. `last_numbers` are the highest numbers given so far to
units and concepts."""
NUMBERED: tuple[Literal["units"], Literal["concepts"]] = ("units", "concepts")
"""The tables in `last_numbers`."""
