"""Reads and fills strings of Apple's systems."""

from __future__ import annotations

from tmtool.formats.format import Format, Sign, called
from tmtool.formats.signs import by_name_only
from tmtool.formats.toolkit_stores import Store

_STORE = Store("properties.stringsutf8file", "utf-8")
_FILES = "tmtool.formats.toolkit_files"

FORMAT = Format(
    "apple",
    (".strings",),
    by_name_only,
    Sign.NONE,
    read_blocks=called(_FILES, "read_blocks", store=_STORE),
    read_fillable=called(_FILES, "read_fillable", store=_STORE),
)
