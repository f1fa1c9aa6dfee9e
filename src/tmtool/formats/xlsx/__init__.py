"""Reads and writes tables of units or terms in spreadsheets (XLSX): the header is that of any table, and so are reading
and writing."""

from __future__ import annotations

from tmtool.formats.format import Format, Output, called
from tmtool.formats.signs import archive_with

_ENDINGS = (".xlsx",)
_TABLE = "tmtool.formats.table"


def _sniff(head: bytes) -> bool:
    return archive_with(head, b"xl/")


FORMAT = Format(
    "xlsx",
    _ENDINGS,
    _sniff,
    validate=called("tmtool.formats.table.validating", "problems"),
    read_units=called(f"{_TABLE}.reading", "read_units"),
    read_concepts=called(f"{_TABLE}.term_reading", "read_concepts"),
    kind_of=called(f"{_TABLE}.reading", "kind_of"),
    unit_outputs=(Output(_ENDINGS, called(f"{_TABLE}.writing", "write_units")),),
    concept_outputs=(
        Output(_ENDINGS, called(f"{_TABLE}.term_writing", "write_concepts")),
        Output(_ENDINGS, called(f"{_TABLE}.matecat", "write_concepts"), tool="matecat"),
    ),
    suggestion_outputs=(Output(_ENDINGS, called(f"{_TABLE}.writing", "write_suggestions")),),
)
