"""Writes the complete suggestions for a document as TMX, for tools that read memories and no matches in files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tmtool.formats.tmx.writing import write_units
from tmtool.model import COMPLETE, Document, MatchKind, Status, Suggestion, Unit, Variant


def write_suggestions(
    path: Path, document: Document, suggestions: Sequence[Suggestion], *, target_language: str
) -> None:
    """Writes one unit for each segment with a context, exact or adapted match.

    What was adapted, which nobody has read yet, is a draft. OutputError leaves a file that was there as it was.
    """
    units = (
        Unit(
            variants=(Variant(document.language, one.segment.text), Variant(target_language, one.target)),
            document=document.symbol or Path(document.path).name,
            position=one.segment.number,
            status=Status.DRAFT if one.kind is MatchKind.ADAPTED else Status.TRANSLATED,
            date=document.date,
            source_language=document.language,
        )
        for one in suggestions
        if one.target is not None and one.kind in COMPLETE and one.repeats is None
    )
    write_units(path, units, source_language=document.language, target_language=target_language)
