"""Says what memory and term base have for a query."""

from __future__ import annotations

from dataclasses import dataclass

from tmtool.model.matches import Match
from tmtool.model.terms import Occurrence


@dataclass(frozen=True, slots=True)
class Answer:
    """An `Answer` holds the matches of a query, best first, the terms in it, and how long that took to find."""

    query: str
    matches: tuple[Match, ...]
    terms: tuple[Occurrence, ...]
    milliseconds: float = 0.0
