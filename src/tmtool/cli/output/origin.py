"""Where does a match or a unit come from, and which two disagree, in words? The screen and pages say it alike."""

from __future__ import annotations

from tmtool.cli.reader import read, read_fixed
from tmtool.model import Conflict, Match, StoredPair
from tmtool.model.wording import Wording, say

_QUOTED = 60
"""Characters of a target that the line of a conflict quotes: it is in full above."""


def origin(match: Match) -> str:
    """Returns its document and place there, its memory, its status, when it was changed, and what was taken off its
    rate."""
    return " · ".join(
        part
        for part in (
            match.document and _numbered(match),
            match.memory,
            read_fixed(match.status.value),
            match.changed[:10],
            *(f"−{penalty.points} {read(penalty.name)}" for penalty in match.penalties),
        )
        if part
    )


def place(unit: Match | Conflict | StoredPair) -> str:
    """Returns its document and place there; of a unit without document its memory."""
    return _numbered(unit) if unit.document else unit.memory


def _numbered(unit: Match | Conflict | StoredPair) -> str:
    return read(say("{document} no {position}", document=unit.document, position=unit.position))


def conflict(match: Match, other: Conflict) -> Wording:
    """Returns what disagrees with what, and `tmtool settle` with the unit that is right."""
    return say(
        "conflict: unit {one} or {other}; settle it with: tmtool settle {unit} (or {other_unit})",
        one=_said(match),
        other=_said(other),
        unit=match.unit,
        other_unit=other.unit,
    )


def _said(one: Match | Conflict) -> str:
    text = one.target if len(one.target) <= _QUOTED else f"{one.target[: _QUOTED - 1]}…"
    return f"{one.unit} “{text}” ({place(one)}, {read_fixed(one.status.value)})"
