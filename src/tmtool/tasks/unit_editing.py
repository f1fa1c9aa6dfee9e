"""Corrects a unit of the memory by hand: its texts, its status. A new import of its file leaves a corrected unit alone.

One transaction with a line in the history, before and after; what was there can be had back.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tmtool.errors import UsageError
from tmtool.model import Status
from tmtool.store.changes import now
from tmtool.store.sqlite.database import expecting_faults, transaction
from tmtool.store.sqlite.history import author, last_change, record
from tmtool.store.sqlite.memory import StoredPair, same_language
from tmtool.store.sqlite.segments import Segments
from tmtool.store.sqlite.units import index_waiting
from tmtool.tasks.named_unit import named_unit

_EDIT, _UNDO = "edit", "undo edit"
_UNIT = ("status", "changed", "changed_by", "edited")
_VARIANT = ("markup", "markup_format", "changed", "changed_by")

Content = dict[str, Any]
"""A unit as the history keeps it: what can be other in it, and its `variants`, each with its number and text."""


@dataclass(frozen=True, slots=True)
class UnitEdit:
    """What is to be in a unit; None stays as it is."""

    source: str | None = None
    target: str | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A unit before and after; both are the same where there was nothing to correct."""

    before: StoredPair
    after: StoredPair


def edit(
    connection: sqlite3.Connection,
    database: Path,
    unit: int,
    wanted: UnitEdit,
    source_language: str,
    target_language: str,
) -> Corrected:
    """Corrects a unit; a new text has no inline codes. Raises UsageError if there is no such unit."""
    with expecting_faults(database):
        with transaction(connection):
            before = named_unit(connection, unit, source_language, target_language)
            old, new = _content(connection, unit), _content(connection, unit)
            by = {"changed": now(), "changed_by": author()}
            texts = ((source_language, wanted.source, before.source), (target_language, wanted.target, before.target))
            for language, text, stored in texts:
                if text is not None and text != stored:
                    variant = next(one for one in new["variants"] if same_language(one["language"], language))
                    variant.update(by, text=text, markup="", markup_format="")
            new["status"] = (wanted.status or before.status).value
            if new == old:
                return Corrected(before, before)
            new.update(by, edited=1)
            after = _write(connection, _EDIT, unit, old, new, source_language, target_language)
        index_waiting(connection)
    return Corrected(before, after)


def undo(
    connection: sqlite3.Connection, database: Path, unit: int, source_language: str, target_language: str
) -> Corrected:
    """Makes a unit what it was before its last correction. Raises UsageError if that was not the last change to it."""
    with expecting_faults(database):
        with transaction(connection):
            before = named_unit(connection, unit, source_language, target_language)
            last = last_change(connection, "units", unit)
            if last is None or last.action != _EDIT:
                raise UsageError(f"unit {unit} has no correction to take back", "correct it with --target or --source")
            old, new = _content(connection, unit), json.loads(last.before)
            after = _write(connection, _UNDO, unit, old, new, source_language, target_language)
        index_waiting(connection)
    return Corrected(before, after)


def _content(connection: sqlite3.Connection, unit: int) -> Content:
    values = connection.execute(f"SELECT {', '.join(_UNIT)} FROM units WHERE id = ?", (unit,)).fetchone()
    names = ("number", "text", "language", *_VARIANT)
    rows = connection.execute(
        f"SELECT v.number, s.text, v.language, {', '.join(f'v.{name}' for name in _VARIANT)} "
        "FROM variants v JOIN segments s ON s.id = v.segment_id WHERE v.unit_id = ? ORDER BY v.number",
        (unit,),
    )
    return {
        **dict(zip(_UNIT, values, strict=True)),
        "variants": [dict(zip(names, row, strict=True)) for row in rows],
    }


def _write(
    connection: sqlite3.Connection,
    action: str,
    unit: int,
    old: Content,
    new: Content,
    source_language: str,
    target_language: str,
) -> StoredPair:
    segments = Segments(connection)
    used = {row[0] for row in connection.execute("SELECT segment_id FROM variants WHERE unit_id = ?", (unit,))}
    connection.execute(
        f"UPDATE units SET {', '.join(f'{name} = ?' for name in _UNIT)} WHERE id = ?",
        (*(new[name] for name in _UNIT), unit),
    )
    ids = segments.ids((variant["language"], variant["text"]) for variant in new["variants"])
    for segment, variant in zip(ids, new["variants"], strict=True):
        connection.execute(
            f"UPDATE variants SET segment_id = ?, {', '.join(f'{name} = ?' for name in _VARIANT)} "
            "WHERE unit_id = ? AND number = ?",
            (segment, *(variant[name] for name in _VARIANT), unit, variant["number"]),
        )
    segments.drop_unused(used)
    before, after = (json.dumps(content, ensure_ascii=False) for content in (old, new))
    record(connection, action, "units", unit, before=before, after=after)
    return named_unit(connection, unit, source_language, target_language)
