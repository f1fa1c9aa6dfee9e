"""Says in one line which two units disagree, where they are, and the command that settles it."""

from __future__ import annotations

from tmtool.cli.output.origin import place
from tmtool.model import Conflict, Match

_QUOTED = 60
"""Characters of a target that the line quotes: it is in full above."""


def line(match: Match, conflict: Conflict) -> str:
    """Returns what disagrees with what, and `tmtool settle` with the unit that is right."""
    return (
        f"conflict: unit {_said(match)} or {_said(conflict)}; "
        f"settle it with: tmtool settle {match.unit} (or {conflict.unit})"
    )


def _said(one: Match | Conflict) -> str:
    text = one.target if len(one.target) <= _QUOTED else f"{one.target[: _QUOTED - 1]}…"
    return f"{one.unit} “{text}” ({place(one)}, {one.status.value})"
