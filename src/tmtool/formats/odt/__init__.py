"""Reads text documents of LibreOffice (ODT, OpenDocument Text)."""

from __future__ import annotations

from tmtool.formats.format import Format, called
from tmtool.formats.signs import archive_with


def _sniff(head: bytes) -> bool:
    return archive_with(head[:200], b"application/vnd.oasis.opendocument.text")


FORMAT = Format(
    "odt",
    (".odt", ".ott"),
    _sniff,
    read_blocks=called(f"{__name__}.reading", "read_blocks"),
    read_texts=called(f"{__name__}.filling", "read_texts"),
)
