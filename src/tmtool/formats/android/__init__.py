"""Reads and fills strings of Android (XML with the root ``resources``)."""

from __future__ import annotations

from tmtool.formats.format import Format, called
from tmtool.formats.signs import root_name
from tmtool.formats.toolkit_stores import Store

_STORE = Store("aresource.AndroidResourceFile")
_FILES = "tmtool.formats.toolkit_files"


def _sniff(head: bytes) -> bool:
    return root_name(head) == "resources"


FORMAT = Format(
    "android",
    (".xml",),
    _sniff,
    read_blocks=called(_FILES, "read_blocks", store=_STORE),
    read_fillable=called(_FILES, "read_fillable", store=_STORE),
)
