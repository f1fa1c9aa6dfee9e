"""Reads web pages (HTML, XHTML)."""

from __future__ import annotations

from tmtool.formats.format import Format, Sign, called


def _sniff(head: bytes) -> bool:
    """Is always false: a login page saved in place of another file looks the same, so only the name tells."""
    return False


FORMAT = Format(
    "html",
    (".html", ".htm", ".xhtml", ".xht"),
    _sniff,
    Sign.NONE,
    read_blocks=called(f"{__name__}.reading", "read_blocks"),
    read_texts=called(f"{__name__}.filling", "read_texts"),
)
