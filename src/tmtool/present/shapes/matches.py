"""Defines the shapes of what a lookup gives."""

from typing import TypedDict

from tmtool.present.shapes.terms import OccurrenceJson


class PenaltyJson(TypedDict):
    """A `PenaltyJson` is a named deduction from a rate, in points."""

    name: str
    points: int


class SubstitutionJson(TypedDict):
    """A `SubstitutionJson` is a value replaced, as written in stored source, query, stored target and result."""

    kind: str
    source_from: str
    source_to: str
    target_from: str
    target_to: str


class OpenPlaceJson(TypedDict):
    """An `OpenPlaceJson` is a stretch of an adapted target that a person has to change, what differs there in stored
    source and query, and what may have to be written."""

    target_span: list[int]
    target: str
    source_from: str
    source_to: str
    proposal: str


class AdaptationJson(TypedDict):
    """An `AdaptationJson` is a stored target with the values of the query; where it is not safe, the reasons, and the
    places that are open."""

    target: str
    substitutions: list[SubstitutionJson]
    safe: bool
    reasons: list[str]
    open: list[OpenPlaceJson]


class WarningJson(TypedDict):
    """A `WarningJson` says what differs beyond values: what is at stake, and the words."""

    kind: str
    detail: str


class ConflictJson(TypedDict):
    """A `ConflictJson` is a unit with the same source that says it in other words."""

    unit: int
    target: str
    memory: str
    document: str
    position: int
    status: str


class MatchJson(TypedDict):
    """A `MatchJson` is a unit offered for a query; `diff` has steps [kind, stored, query], `units` is how many of those
    found offer the same words."""

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
    units: int


class AnswerJson(TypedDict):
    """An `AnswerJson` is the answer to a query, between which languages it was asked, and how many milliseconds it
    took."""

    query: str
    ms: float
    matches: list[MatchJson]
    terms: list[OccurrenceJson]
    source_language: str
    target_language: str
