"""What do the tables hold of a unit that the unit alone tells?

Worked out apart from the database, so that the process that reads a large file can do it. Rows are plain tuples of
texts and numbers, which need the least to be carried from one process to another.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from tmtool.model import Unit, Variant
from tmtool.store.digest import digest_of

VariantRow = tuple[str, tuple[str, ...]]
"""The text of a variant, and `VARIANT_COLUMNS`."""
UnitRow = tuple[bytes, str, int, tuple[str, ...], tuple[VariantRow, ...]]
"""Digest of the unit, symbol of its document, position (0 for the next one), `UNIT_COLUMNS`, variants."""

UNIT_COLUMNS = (
    "external_id, status, date, created, created_by, changed, changed_by, source_language, context, note, properties"
)
VARIANT_COLUMNS = "language, markup, markup_format, created, created_by, changed, changed_by, properties"

_SEPARATOR = "\x1f"


def row_of(unit: Unit) -> UnitRow:
    """Returns what the tables hold of a unit; two units have the same digest if and only if a file that has one in
    place of the other says the same, whatever their positions."""
    columns = (
        unit.id, unit.status.value, unit.date, unit.created, unit.created_by, unit.changed, unit.changed_by,
        unit.source_language, unit.context, unit.note, _json(unit.properties),
    )  # fmt: skip
    return row_with(unit.document, unit.position, columns, [(one.text, _columns(one)) for one in unit.variants])


def row_with(document: str, position: int, columns: tuple[str, ...], variants: Sequence[VariantRow]) -> UnitRow:
    """Returns the row of a unit with these values."""
    said = [document, *columns]
    for text, variant in variants:
        said.append(text)
        said += variant
    content = _SEPARATOR.join(said)
    # Only if no field holds the separator can the fields be told from the whole.
    digest = digest_of(content if content.count(_SEPARATOR) < len(said) else repr(said), 12)
    return digest, document, position, columns, tuple(variants)


def _columns(variant: Variant) -> tuple[str, ...]:
    return (
        variant.language, variant.markup, variant.markup_format, variant.created, variant.created_by, variant.changed,
        variant.changed_by, _json(variant.properties),
    )  # fmt: skip


def _json(properties: Mapping[str, str]) -> str:
    return json.dumps(dict(properties), ensure_ascii=False) if properties else "{}"
