"""Writes the suggestions for a document as a table in a DOCX, to be read and completed in a word processor."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tmtool.formats.docx.filling import UNREAD, UNTRANSLATED
from tmtool.formats.docx.table import table_document
from tmtool.formats.writing import whole_file
from tmtool.model import Document, MatchKind, Suggestion

_NAMES = 1_700
_HIGHLIGHTS = {MatchKind.ADAPTED: UNREAD, MatchKind.FUZZY: UNTRANSLATED}
"""What nobody has read is highlighted as in a document that is given back, and so is what translates another text."""


def write_suggestions(
    path: Path, document: Document, suggestions: Sequence[Suggestion], *, target_language: str
) -> None:
    """Writes one row a segment: its number and what was found, the source, and the suggestion, empty where there is
    none.

    Raises OutputError where the file cannot be written.
    """
    rows = [(_name(one), f"{one.segment.label} {one.segment.text}".strip(), one.target or "") for one in suggestions]
    highlights = {row: _HIGHLIGHTS.get(one.kind, "") for row, one in enumerate(suggestions)}
    written = table_document(rows, (document.language, target_language), names=_NAMES, highlights=highlights)
    with whole_file(path, "wb") as stream:
        stream.write(written)


def _name(suggestion: Suggestion) -> str:
    rate = f" {suggestion.rate} %" if suggestion.kind is MatchKind.FUZZY else ""
    return f"{suggestion.segment.number} {suggestion.kind.value}{rate}"
