"""Where does a match or a unit come from, and which two disagree, in words? The screen and pages say it alike."""

from __future__ import annotations

from tmtool.model import Conflict, Match, StoredPair

_QUOTED = 60
"""Characters of a target that the line of a conflict quotes: it is in full above."""


def origin(match: Match) -> str:
    """Returns its document and place there, its memory, its status, when it was changed, and what was taken off its
    rate."""
    return " · ".join(
        part
        for part in (
            match.document and f"{match.document} no {match.position}",
            match.memory,
            match.status.value,
            match.changed[:10],
            *(f"−{penalty.points} {penalty.name}" for penalty in match.penalties),
        )
        if part
    )


def place(unit: Match | Conflict | StoredPair) -> str:
    """Returns its document and place there; of a unit without document its memory."""
    return f"{unit.document} no {unit.position}" if unit.document else unit.memory


def conflict(match: Match, other: Conflict) -> str:
    """Returns what disagrees with what, and `tmtool settle` with the unit that is right."""
    return (
        f"conflict: unit {_said(match)} or {_said(other)}; settle it with: tmtool settle {match.unit} (or {other.unit})"
    )


def _said(one: Match | Conflict) -> str:
    text = one.target if len(one.target) <= _QUOTED else f"{one.target[: _QUOTED - 1]}…"
    return f"{one.unit} “{text}” ({place(one)}, {one.status.value})"
