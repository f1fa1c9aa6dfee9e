"""What a lookup finds: the matches of the memory with the terms of the query."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypedDict

from tmtool.present.terms import OccurrenceJson, occurrence

if TYPE_CHECKING:
    from tmtool.model import Adaptation, Answer, Conflict, Difference, Match


class PenaltyJson(TypedDict):
    """A named deduction from a rate, in points."""

    name: str
    points: int


class SubstitutionJson(TypedDict):
    """A value replaced, as written in stored source, query, stored target and result."""

    kind: str
    source_from: str
    source_to: str
    target_from: str
    target_to: str


class AdaptationJson(TypedDict):
    """A stored target with the values of the query; where it is not safe, the reasons."""

    target: str
    substitutions: list[SubstitutionJson]
    safe: bool
    reasons: list[str]


class WarningJson(TypedDict):
    """What differs beyond values: what is at stake, and the words."""

    kind: str
    detail: str


class ConflictJson(TypedDict):
    """A unit with the same source that says it in other words."""

    unit: int
    target: str
    memory: str
    document: str
    position: int
    status: str


class MatchJson(TypedDict):
    """A unit offered for a query; `diff` has steps [kind, stored, query]."""

    rate: int
    score: int
    kind: str
    source: str
    target: str
    memory: str
    document: str
    position: int
    status: str
    changed: str
    penalties: list[PenaltyJson]
    diff: list[list[str]]
    adapted: AdaptationJson | None
    warnings: list[WarningJson]
    unit: int
    conflict: ConflictJson | None


class AnswerJson(TypedDict):
    """The answer to a query, and how many milliseconds it took."""

    query: str
    ms: float
    matches: list[MatchJson]
    terms: list[OccurrenceJson]


def answer(value: Answer, target_language: str) -> AnswerJson:
    """The answer to a query of `lookup`."""
    return {
        "query": value.query,
        "ms": round(value.milliseconds, 3),
        "matches": [match(one) for one in value.matches],
        "terms": [occurrence(one, value.query, target_language) for one in value.terms],
    }


def match(value: Match) -> MatchJson:
    """A match: its unit, its rate, how it differs from the query, and its adapted target."""
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
    }


def warnings(values: Iterable[Difference]) -> list[WarningJson]:
    """What differs between a stored source and a query beyond values."""
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
    }
