"""Where does a match or a unit come from, and which two disagree, in words? The screen and pages say it alike."""

from __future__ import annotations

from tmtool.cli.reader import read, read_fixed
from tmtool.model import Conflict, Match, StoredPair
from tmtool.model.wording import Wording, say
from tmtool.present import origins

_QUOTED = 60
"""Characters of a target that the line of a conflict quotes: it is in full above."""


def origin(match: Match) -> str:
    """Returns what `present.origins` says, as the person reads it."""
    return read(origins.origin(match))


def place(unit: Match | Conflict | StoredPair) -> str:
    """Returns its document and place there; of a unit without document its memory."""
    return read(origins.numbered(unit)) if unit.document else unit.memory


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
