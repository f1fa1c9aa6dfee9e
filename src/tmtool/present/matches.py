"""Says what a lookup finds: the matches of the memory with the terms of the query."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tmtool.present.terms import occurrence

if TYPE_CHECKING:
    from tmtool.model import Adaptation, Answer, Conflict, Difference, Match
    from tmtool.present.shapes.matches import AdaptationJson, AnswerJson, ConflictJson, MatchJson, WarningJson


def answer(value: Answer) -> AnswerJson:
    """Returns the answer to a query of `lookup`."""
    return {
        "query": value.query,
        "ms": round(value.milliseconds, 3),
        "matches": [match(one) for one in value.matches],
        "terms": [occurrence(one, value.query, value.target_language) for one in value.terms],
        "source_language": value.source_language,
        "target_language": value.target_language,
    }


def match(value: Match) -> MatchJson:
    """Returns a match: its unit, its rate, how it differs from the query, and its adapted target."""
    return {
        "rate": value.rate,
        "score": value.score,
        "kind": value.kind.value,
        "source": value.source,
        "target": value.target,
        "memory": value.memory,
        "document": value.document,
        "position": value.position,
        "status": value.status.value,
        "changed": value.changed,
        "penalties": [{"name": penalty.name, "points": penalty.points} for penalty in value.penalties],
        "diff": [[part.kind, part.stored, part.query] for part in value.diff],
        "adapted": _adaptation(value.adapted) if value.adapted else None,
        "warnings": warnings(value.warnings),
        "unit": value.unit,
        "conflict": _conflict(value.conflict) if value.conflict else None,
        "units": value.units,
    }


def warnings(values: Iterable[Difference]) -> list[WarningJson]:
    """Returns what differs between a stored source and a query beyond values."""
    return [{"kind": one.kind, "detail": one.detail} for one in values]


def _conflict(value: Conflict) -> ConflictJson:
    return {
        "unit": value.unit,
        "target": value.target,
        "memory": value.memory,
        "document": value.document,
        "position": value.position,
        "status": value.status.value,
    }


def _adaptation(value: Adaptation) -> AdaptationJson:
    return {
        "target": value.target,
        "substitutions": [
            {
                "kind": one.kind,
                "source_from": one.source_from,
                "source_to": one.source_to,
                "target_from": one.target_from,
                "target_to": one.target_to,
            }
            for one in value.substitutions
        ],
        "safe": value.safe,
        "reasons": list(value.reasons),
        "open": [
            {
                "target_span": [one.span.start, one.span.end],
                "target": one.span.of(value.target),
                "source_from": one.source_from,
                "source_to": one.source_to,
                "proposal": one.proposal,
            }
            for one in value.open_places
        ],
    }
