"""Reads and writes translation memories in TMX, the exchange format of all CAT tools."""

from __future__ import annotations

from tmtool.formats.format import Format, Output, called
from tmtool.formats.signs import root_name


def _sniff(head: bytes) -> bool:
    return root_name(head) == "tmx"


FORMAT = Format(
    "tmx",
    (".tmx",),
    _sniff,
    read_units=called(f"{__name__}.reading", "read_units"),
    entry_ends=(b"</tu>",),
    read_editable=called(f"{__name__}.passages", "read_editable"),
    validate=called(f"{__name__}.validating", "problems"),
    read_header=called(f"{__name__}.header", "read_header"),
    unit_outputs=(
        Output((".tmx",), called(f"{__name__}.writing", "write_units")),
        *(
            Output((".tmx",), called(f"{__name__}.writing", "write_units", tool=tool), tool=tool)
            for tool in ("omegat", "trados", "memoq", "weblate", "okapi")
        ),
    ),
    suggestion_outputs=(Output((".tmx",), called(f"{__name__}.suggestion_writing", "write_suggestions")),),
)
