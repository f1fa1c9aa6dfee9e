"""Reads and edits text documents of Word (DOCX), and writes suggestions as one."""

from __future__ import annotations

from tmtool.formats.format import Format, Output, called
from tmtool.formats.signs import archive_with


def _sniff(head: bytes) -> bool:
    return archive_with(head, b"word/")


FORMAT = Format(
    "docx",
    (".docx", ".docm", ".dotx"),
    _sniff,
    read_blocks=called(f"{__name__}.reading", "read_blocks"),
    read_editable=called(f"{__name__}.passages", "read_paragraphs"),
    read_texts=called(f"{__name__}.filling", "read_texts"),
    suggestion_outputs=(Output((".docx",), called(f"{__name__}.suggestion_writing", "write_suggestions")),),
)
