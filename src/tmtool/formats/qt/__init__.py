"""Reads and fills message files of Qt Linguist (TS)."""

from __future__ import annotations

from tmtool.formats.format import Format, called
from tmtool.formats.signs import root_name
from tmtool.formats.toolkit_stores import Store

_STORE = Store("ts2.tsfile")
_FILES = "tmtool.formats.toolkit_files"


def _sniff(head: bytes) -> bool:
    return root_name(head) == "TS"


FORMAT = Format(
    "qt",
    (".ts",),
    _sniff,
    read_units=called(_FILES, "read_units", store=_STORE),
    read_fillable=called(_FILES, "read_fillable", store=_STORE, bilingual=True),
    entry_ends=(b"</message>",),
)
