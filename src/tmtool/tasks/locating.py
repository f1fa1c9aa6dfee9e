"""Says of each finding where it is for a reader of the checked file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.draft import Draft
from tmtool.documents.locations import locations
from tmtool.formats.registry import detect
from tmtool.model import Document, Finding, Location

_WITH_LINES, _WITH_ROWS = ("text",), ("table", "xlsx")
"""The formats whose readers see lines, and those whose readers see rows: the first is the header."""


def located(
    findings: Iterable[Finding], draft: Draft, file: Path | Document, document: Document | None
) -> list[Finding]:
    """Returns the findings with their places. `document` is the target where it is one, not a bilingual file."""
    found = list(findings)
    if not found:
        return found
    name = detect(file).name if isinstance(file, Path) else _WITH_LINES[0]
    if document is None:
        return [replace(one, place=_in_a_bilingual_file(one, name)) for one in found]
    places = locations(document, draft.agenda, has_lines=name in _WITH_LINES)
    return [replace(one, place=places[max(one.segment, 1) - 1]) for one in found]


def _in_a_bilingual_file(finding: Finding, name: str) -> Location:
    return Location(row=finding.segment + 1) if name in _WITH_ROWS else Location(unit=finding.segment)
