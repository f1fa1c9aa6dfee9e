"""Reads and writes bilingual files in XLIFF, with the dialects of Trados, memoQ and Phrase."""

from __future__ import annotations

from tmtool.formats.format import Format, Output, called
from tmtool.formats.signs import root_name


def _sniff(head: bytes) -> bool:
    return root_name(head) == "xliff"


FORMAT = Format(
    "xliff",
    (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf"),
    _sniff,
    read_units=called(f"{__name__}.reading", "read_units"),
    entry_ends=(b"</trans-unit>", b"</unit>"),
    read_editable=called(f"{__name__}.passages", "read_editable"),
    read_fillable=called(f"{__name__}.filling", "read_fillable"),
    validate=called(f"{__name__}.validating", "problems"),
    unit_outputs=(
        Output((".xlf",), called(f"{__name__}.unit_writing", "write_units")),
        Output((".xliff",), called(f"{__name__}.unit_writing_2", "write_units")),
    ),
    suggestion_outputs=(
        Output((".xlf",), called(f"{__name__}.writing", "write_suggestions")),
        Output((".xliff",), called(f"{__name__}.writing_2", "write_suggestions")),
    ),
)
