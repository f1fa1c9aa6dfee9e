"""Reads and fills the bilingual files of Wordfast Pro (TXML)."""

from __future__ import annotations

from tmtool.formats.format import Format, called
from tmtool.formats.signs import root_name


def _sniff(head: bytes) -> bool:
    return root_name(head) == "txml"


FORMAT = Format(
    "txml",
    (".txml",),
    _sniff,
    read_units=called(f"{__name__}.reading", "read_units"),
    entry_ends=(b"</segment>",),
    read_editable=called(f"{__name__}.filling", "read_editable"),
    read_fillable=called(f"{__name__}.filling", "read_fillable"),
)
