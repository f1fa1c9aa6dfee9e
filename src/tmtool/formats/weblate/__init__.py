"""Reads and writes the translation memory of Weblate, which it gives and takes as JSON."""

from __future__ import annotations

from tmtool.formats.format import Format, Output, called


def _sniff(head: bytes) -> bool:
    """Tells whether this is a list of entries with both languages; an empty list is a memory without entries."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith(b"["):
        return False
    return start.rstrip() == b"[]" or (b'"source_language"' in start and b'"target_language"' in start)


FORMAT = Format(
    "weblate",
    # Told by content: a name in .json may hold messages as well.
    (".weblate.json",),
    _sniff,
    read_units=called(f"{__name__}.memory", "read_units"),
    entry_ends=(b'"target_language"',),
    unit_outputs=(Output((".json",), called(f"{__name__}.memory", "write_units")),),
)
