"""Reads text documents in PDF, as far as they hold text."""

from __future__ import annotations

from tmtool.formats.format import Format, Sign, called


def _sniff(head: bytes) -> bool:
    # Readers accept other bytes before the header (ISO 32000-1, annex H, note 13).
    return b"%PDF-" in head[:1024]


FORMAT = Format("pdf", (".pdf",), _sniff, Sign.HABIT, read_blocks=called(f"{__name__}.reading", "read_blocks"))
