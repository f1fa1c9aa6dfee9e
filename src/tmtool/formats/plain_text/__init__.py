"""Reads and edits plain text, line by line."""

from __future__ import annotations

from tmtool.formats.format import Format, Sign, called


def _sniff(head: bytes) -> bool:
    """Is always false: any bytes could be text, so only the name tells."""
    return False


FORMAT = Format(
    "text",
    (".txt", ".text"),
    _sniff,
    Sign.NONE,
    terms_format="table",  # the glossaries of OmegaT and DeepL
    read_blocks=called(f"{__name__}.reading", "read_blocks"),
    read_editable=called(f"{__name__}.passages", "read_editable"),
    read_texts=called(f"{__name__}.filling", "read_texts"),
)
