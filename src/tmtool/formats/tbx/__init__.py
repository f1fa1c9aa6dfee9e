"""Reads and writes term bases in TBX, the exchange format of ISO 30042."""

from __future__ import annotations

from tmtool.formats.format import Format, Output, called
from tmtool.formats.signs import root_name

ROOTS = ("tbx", "martif", "TBX")
"""The names of the root element in versions 3 and 2, and in TBX-Min."""
_ENDINGS = (".tbx",)
_WRITING = f"{__name__}.writing"


def _sniff(head: bytes) -> bool:
    return root_name(head) in ROOTS


FORMAT = Format(
    "tbx",
    _ENDINGS,
    _sniff,
    read_concepts=called(f"{__name__}.reading", "read_concepts"),
    entry_ends=(b"</termEntry>", b"</conceptEntry>"),
    read_header=called(f"{__name__}.frame", "read_frame"),
    validate=called(f"{__name__}.validating", "problems"),
    concept_outputs=(
        Output(_ENDINGS, called(_WRITING, "write_concepts")),
        *(Output(_ENDINGS, called(_WRITING, "write_concepts", tool=tool), tool=tool) for tool in ("omegat", "weblate")),
        *(
            Output(_ENDINGS, called(_WRITING, "write_concepts", style=style), style=style)
            for style in ("dca", "dct", "v2")
        ),
    ),
)
