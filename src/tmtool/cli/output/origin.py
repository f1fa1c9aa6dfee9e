"""Where does a match or a unit come from, in words? For the screen and for pages."""

from __future__ import annotations

from tmtool.model import Conflict, Match, StoredPair


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
