"""Reads and fills properties of Java."""

from __future__ import annotations

from tmtool.formats.format import Format, Sign, called
from tmtool.formats.signs import by_name_only
from tmtool.formats.toolkit_stores import Store

_FILES = "tmtool.formats.toolkit_files"


def store_for(text: str) -> Store:
    """Returns the class for a file: letters beyond ASCII are written as they are if the file has such, else as before
    Java 9."""
    return Store("properties.javautf8file", "utf-8", escapes=text.isascii())


FORMAT = Format(
    "java",
    (".properties",),
    by_name_only,
    Sign.NONE,
    read_blocks=called(_FILES, "read_blocks", store=store_for),
    read_fillable=called(_FILES, "read_fillable", store=store_for),
)
