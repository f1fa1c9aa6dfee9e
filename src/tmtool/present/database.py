"""Says what is in a database, and whether it is sound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmtool.present.shapes.database import (
        BackedUpJson,
        BackupJson,
        DoubtJson,
        MemoryJson,
        MemoryRightJson,
        MovedJson,
        RestoredJson,
        SoundnessJson,
        SourceFileJson,
        StatisticsJson,
        TableJson,
    )
    from tmtool.store.values import Backup, Cell, MemoryCount, MemoryRight, SourceFile, Statistics, Table
    from tmtool.tasks.backing_up import BackedUp, Restorable
    from tmtool.tasks.inspecting import Doubt
    from tmtool.tasks.moving import Moved
    from tmtool.tasks.soundness import Soundness


def memory(value: MemoryCount) -> MemoryJson:
    """Returns a memory as `memory` lists it."""
    return {
        "name": value.name,
        "units": value.units,
        "documents": value.documents,
        "concepts": value.concepts,
        "penalty": value.penalty,
        "trust": value.trust,
    }


def memory_right(value: MemoryRight) -> MemoryRightJson:
    """Returns what `share` says of a role."""
    return {"role": value.role, "may": value.may}


def source_file(value: SourceFile) -> SourceFileJson:
    """Returns a file of a memory."""
    return {
        "path": value.path,
        "format": value.format,
        "imported": value.imported,
        "units": value.units,
        "concepts": value.concepts,
    }


def statistics(value: Statistics, place: str, size: int) -> StatisticsJson:
    """Returns the object of `stats`, for a home at this place that takes `size` bytes."""
    return {
        "database": place,
        "bytes": size,
        "memories": [memory(one) for one in value.memories],
        "languages": value.languages,
        "statuses": value.statuses,
        "terms": value.terms,
        "sources": value.sources,
    }


def soundness(value: Soundness, place: str) -> SoundnessJson:
    """Returns the object of `doctor`, for a home at this place."""
    return {
        "database": place,
        "faults": [{"text": fault.text, "mendable": fault.mendable} for fault in value.faults],
        "waiting": value.waiting,
        "purge_left": value.purge_left,
        "mended": value.mended,
    }


def doubt(value: Doubt) -> DoubtJson:
    """Returns what `doctor --content` finds strange in units."""
    return {
        "kind": value.kind,
        "units": list(value.units),
        "source": value.source,
        "target": value.target,
        "message": value.message,
    }


def backed_up(value: BackedUp) -> BackedUpJson:
    """Returns what `backup` has written."""
    return {"path": str(value.path), "bytes": value.size, "removed": [str(path) for path in value.removed]}


def backup(value: Backup) -> BackupJson:
    """Returns a backup as `restore` lists it."""
    return {"path": str(value.path), "made": value.made, "bytes": value.path.stat().st_size}


def restored(value: Restorable, *, done: bool, kept: Path | None) -> RestoredJson:
    """Returns what is in a backup, whether it was restored, and where what was there before is."""
    return {
        "path": str(value.path),
        "units": value.units,
        "concepts": value.concepts,
        "restored": done,
        "kept": None if kept is None else str(kept),
    }


def moved(place: str, value: Moved) -> MovedJson:
    """Returns the object of `move`, for the database at this place."""
    return {
        "database": place,
        "segments": sum(value.statistics.languages.values()),
        "units": sum(value.statistics.statuses.values()),
        "questions": value.questions,
    }


def table(value: Table) -> TableJson:
    """Returns a table that people may ask, as `query` lists it."""
    return {"name": value.name, "columns": list(value.columns), "rows": value.rows, "view": value.is_view}


def answer_row(columns: Sequence[str], row: Sequence[Cell]) -> Mapping[str, Cell]:
    """Returns a row of an answer to a query, by its columns; what JSON has no number for is in words."""
    cells = (str(cell) if isinstance(cell, float) and not isfinite(cell) else cell for cell in row)
    return dict(zip(columns, cells, strict=True))
