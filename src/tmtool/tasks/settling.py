"""Settles a conflict: of the units with one source, this one is right, and those that disagree are superseded.

One transaction; the history has a line for each unit that changed, with what undoes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tmtool.errors import UsageError
from tmtool.matching.conflicts import disagree
from tmtool.model import Status, StoredPair
from tmtool.model.wording import say
from tmtool.store.authorship import now
from tmtool.store.home import Home
from tmtool.tasks.unit_editing import named_unit

_SETTLE, _UNSETTLE = "settle", "undo settle"


@dataclass(frozen=True, slots=True)
class Settled:
    """`Settled` holds the unit that is right, and the others whose status was changed by settling or by taking that
    back."""

    kept: StoredPair
    changed: tuple[StoredPair, ...]


def settle(home: Home, unit: int, source_language: str, target_language: str) -> Settled:
    """Makes every unit that has the source of `unit` and other words in its target superseded. Raises UsageError if
    there is no such unit, or it is superseded itself."""
    with home.transaction():
        kept = named_unit(home, unit, source_language, target_language)
        if kept.status is Status.SUPERSEDED:
            raise UsageError(say("unit {unit} is superseded itself", unit=unit), say("name the unit that is right"))
        others = [
            one
            for one in _held(home, kept.source, source_language, target_language)
            if one.joined is None  # else the unit would be superseded in its own languages
        ]
        agreeing = {one.unit for one in others if not disagree(kept.target, one.target)} | {unit}
        changed = {one.unit: one for one in others if one.unit not in agreeing and one.status is not Status.SUPERSEDED}
        for one in changed.values():
            state = home.units.state(one.unit)
            _write(home, _SETTLE, unit, one.unit, (state.status, state.changed), (Status.SUPERSEDED, now()))
        return Settled(kept, tuple(changed.values()))


def undo(home: Home, unit: int, source_language: str, target_language: str) -> Settled:
    """Gives the units that settling for `unit` made superseded the status they had. Raises UsageError if nothing was
    settled for it that still is."""
    with home.transaction():
        kept = named_unit(home, unit, source_language, target_language)
        restored = []
        for one in _held(home, kept.source, source_language, target_language):
            last = home.history.last("units", one.unit)
            before, after = (last.before, last.after) if last and last.action == _SETTLE else (None, None)
            if not before or not after or after["settled_for"] != unit:
                continue
            _write(home, _UNSETTLE, unit, one.unit, _said(after), _said(before))
            restored.append(one)
        if not restored:
            raise UsageError(
                say("nothing is settled for unit {unit}", unit=unit), say("name the unit that was said to be right")
            )
        return Settled(kept, tuple(restored))


def _held(home: Home, source: str, source_language: str, target_language: str) -> list[StoredPair]:
    """Returns the units with that source, which nobody else changes until the transaction ends."""
    found = home.units.with_source([source], source_language, target_language)
    home.units.hold([one.unit for one in found])
    return home.units.with_source([source], source_language, target_language)


def _write(
    home: Home,
    action: str,
    settled_for: int,
    unit: int,
    before: tuple[Status, str],
    after: tuple[Status, str],
) -> None:
    home.units.set_status(unit, *after)
    old, new = (
        {"status": status, "changed": changed, "settled_for": settled_for} for status, changed in (before, after)
    )
    home.history.record(action, "units", unit, before=old, after=new)


def _said(content: dict[str, Any]) -> tuple[Status, str]:
    """Returns the status and the time of change that the history has."""
    return Status(content["status"]), content["changed"]
