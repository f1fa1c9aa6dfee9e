"""Reads message catalogues of gettext (PO)."""

from __future__ import annotations

import re

from tmtool.formats.format import Format, Sign, called

_MESSAGE = re.compile(rb'^msgid\s+"', re.MULTILINE)
_TRANSLATION = re.compile(rb'^msgstr(\[0\])?\s+"', re.MULTILINE)


def _sniff(head: bytes) -> bool:
    """Tells whether a message and its translation are near the beginning."""
    return _MESSAGE.search(head) is not None and _TRANSLATION.search(head) is not None


FORMAT = Format(
    "po",
    (".po", ".pot"),
    _sniff,
    Sign.HABIT,
    read_units=called(f"{__name__}.reading", "read_units"),
    read_fillable=called(f"{__name__}.filling", "read_fillable"),
    entry_ends=(b"\nmsgid ",),
)
