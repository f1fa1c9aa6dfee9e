"""Reads and fills resources of .NET (RESX)."""

from __future__ import annotations

from tmtool.formats.format import Format, called
from tmtool.formats.signs import root_name
from tmtool.formats.toolkit_stores import Store

_STORE = Store("resx.RESXFile")
_FILES = "tmtool.formats.toolkit_files"


def _sniff(head: bytes) -> bool:
    return b"resheader" in head and root_name(head) == "root"


FORMAT = Format(
    "resx",
    (".resx",),
    _sniff,
    read_blocks=called(_FILES, "read_blocks", store=_STORE),
    read_fillable=called(_FILES, "read_fillable", store=_STORE),
)
