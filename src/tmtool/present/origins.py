"""Says in words where a match comes from, for whatever face shows it."""

from __future__ import annotations

from tmtool.model import Conflict, Match, StoredPair
from tmtool.model.wording import Wording, joined, say, say_number, word


def origin(match: Match) -> Wording:
    """Returns its document and place there, its memory, its status, when it was changed, and what was taken off its
    rate."""
    parts = (
        match.document and numbered(match),
        match.memory,
        word(match.status.value),
        match.changed[:10],
        say_number("{n} unit", "{n} units", match.units) if match.units > 1 else "",
        *(joined([f"−{penalty.points}", penalty.name]) for penalty in match.penalties),
    )
    return joined([part for part in parts if part], " · ")


def numbered(unit: Match | Conflict | StoredPair) -> Wording:
    """Returns its document and its place there."""
    return say("{document} no {position}", document=unit.document, position=unit.position)
