"""Settles a conflict: of the units with one source, this one is right, and those that disagree are superseded.

One transaction; the history has a line for each unit that changed, with what undoes it.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from tmtool.errors import UsageError
from tmtool.matching.conflicts import disagree
from tmtool.model import Status
from tmtool.store.changes import now
from tmtool.store.sqlite.database import expecting_faults, transaction
from tmtool.store.sqlite.history import last_change, record
from tmtool.store.sqlite.memory import StoredPair
from tmtool.store.sqlite.texts import pairs_with_source
from tmtool.tasks.named_unit import named_unit

_SETTLE, _UNSETTLE = "settle", "undo settle"


@dataclass(frozen=True, slots=True)
class Settled:
    """The unit that is right, and the others whose status was changed by settling or by taking that back."""

    kept: StoredPair
    changed: tuple[StoredPair, ...]


def settle(
    connection: sqlite3.Connection, database: Path, unit: int, source_language: str, target_language: str
) -> Settled:
    """Makes every unit that has the source of `unit` and other words in its target superseded. Raises UsageError if
    there is no such unit, or it is superseded itself."""
    with expecting_faults(database), transaction(connection):
        kept = named_unit(connection, unit, source_language, target_language)
        if kept.status is Status.SUPERSEDED:
            raise UsageError(f"unit {unit} is superseded itself", "name the unit that is right")
        others = pairs_with_source(connection, [kept.source], source_language, target_language)
        agreeing = {one.unit for one in others if not disagree(kept.target, one.target)} | {unit}
        changed = {one.unit: one for one in others if one.unit not in agreeing and one.status is not Status.SUPERSEDED}
        for one in changed.values():
            before = connection.execute("SELECT status, changed FROM units WHERE id = ?", (one.unit,)).fetchone()
            _write(connection, _SETTLE, unit, one.unit, before, (Status.SUPERSEDED.value, now()))
        return Settled(kept, tuple(changed.values()))


def undo(
    connection: sqlite3.Connection, database: Path, unit: int, source_language: str, target_language: str
) -> Settled:
    """Gives the units that settling for `unit` made superseded the status they had. Raises UsageError if nothing was
    settled for it that still stands."""
    with expecting_faults(database), transaction(connection):
        kept = named_unit(connection, unit, source_language, target_language)
        restored = []
        for one in pairs_with_source(connection, [kept.source], source_language, target_language):
            last = last_change(connection, "units", one.unit)
            if last is None or last.action != _SETTLE or json.loads(last.after)["settled_for"] != unit:
                continue
            before, after = json.loads(last.before), json.loads(last.after)
            now_there = after["status"], after["changed"]
            _write(connection, _UNSETTLE, unit, one.unit, now_there, (before["status"], before["changed"]))
            restored.append(one)
        if not restored:
            raise UsageError(f"nothing is settled for unit {unit}", "name the unit that was said to be right")
        return Settled(kept, tuple(restored))


def _write(
    connection: sqlite3.Connection,
    action: str,
    settled_for: int,
    unit: int,
    before: tuple[str, str],
    after: tuple[str, str],
) -> None:
    connection.execute("UPDATE units SET status = ?, changed = ? WHERE id = ?", (*after, unit))
    old, new = (
        json.dumps({"status": status, "changed": changed, "settled_for": settled_for})
        for status, changed in (before, after)
    )
    record(connection, action, "units", unit, before=old, after=new)
