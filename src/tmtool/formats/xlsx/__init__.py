"""Tables of units or terms in spreadsheets (XLSX), by the same header as TSV and CSV tables (see `table`)."""

from __future__ import annotations

from tmtool.formats.registry import Format
from tmtool.formats.table.reading import read_units
from tmtool.formats.table.term_reading import read_concepts
from tmtool.formats.table.term_writing import write_concepts
from tmtool.formats.table.writing import write_units


def sniff(head: bytes) -> bool:
    """Whether this is an office archive with the parts of a workbook."""
    return head.startswith(b"PK\x03\x04") and b"xl/" in head


FORMAT = Format(
    "xlsx",
    (".xlsx",),
    sniff,
    read_units=read_units,
    write_units=write_units,
    read_concepts=read_concepts,
    write_concepts=write_concepts,
)
