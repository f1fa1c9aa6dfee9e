"""Says what became of files: those that were imported, and those that were written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmtool.formats.format import Written
    from tmtool.formats.problems import Problem
    from tmtool.present.shapes.files import (
        ConvertedJson,
        ExportedJson,
        ExportedTermsJson,
        FileProblemJson,
        ImportedJson,
    )
    from tmtool.tasks.converting import Converted
    from tmtool.tasks.import_values import ImportReport


def imported(value: ImportReport) -> ImportedJson:
    """Returns a file that `import` has brought in."""
    return {
        "path": str(value.path),
        "format": value.format,
        "kind": value.kind,
        "units": value.units,
        "terms": value.terms,
        "added": value.added,
        "unchanged": value.unchanged,
        "repeated": value.repeated,
        "removed": value.removed,
        "skipped": [{"line": skip.line, "reason": skip.reason} for skip in value.skipped],
    }


def exported(path: Path, units: int) -> ExportedJson:
    """Returns a file that `export` has written."""
    return {"path": str(path), "units": units}


def converted(path: Path, out: Path, value: Converted) -> ConvertedJson:
    """Returns a file that `convert` has written."""
    return {
        "path": str(path),
        "out": str(out),
        "kind": value.kind,
        "units": value.entries if value.kind == "memory" else 0,
        "terms": value.entries if value.kind == "terms" else 0,
        "losses": dict(value.losses),
        "skipped": [{"line": skip.line, "reason": skip.reason} for skip in value.skipped],
    }


def exported_terms(path: Path, written: Written) -> ExportedTermsJson:
    """Returns a file that `terms export` has written."""
    return {"path": str(path), "concepts": written.entries, "losses": dict(written.losses)}


def problem(path: Path, value: Problem) -> FileProblemJson:
    """Returns what `validate` has found at a place."""
    return {
        "path": str(path),
        "line": value.line,
        "level": value.level,
        "rule": value.rule,
        "message": value.text,
        "remedy": value.remedy,
    }
