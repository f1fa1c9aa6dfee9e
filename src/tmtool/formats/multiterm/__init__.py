"""Reads term bases in MultiTerm XML, the exchange format of Trados MultiTerm."""

from __future__ import annotations

from tmtool.formats.format import Format, called
from tmtool.formats.signs import root_name


def _sniff(head: bytes) -> bool:
    return root_name(head) == "mtf"


FORMAT = Format(
    "multiterm",
    (".mtf",),
    _sniff,
    read_concepts=called(f"{__name__}.reading", "read_concepts"),
    entry_ends=(b"</conceptGrp>",),
)
