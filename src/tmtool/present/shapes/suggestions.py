"""Defines the shapes of the segments of a new document, with what is suggested for them."""

from typing import NotRequired, TypedDict

from tmtool.present.shapes.matches import MatchJson, WarningJson
from tmtool.present.shapes.terms import OccurrenceJson


class FragmentJson(TypedDict):
    """A `FragmentJson` is a part of a segment whose translation is known; `concept` is None for a unit of the
    memory."""

    source_span: list[int]
    source: str
    target: str
    origin: str
    concept: str | None


class RevisionJson(TypedDict):
    """A `RevisionJson` says what a segment was in the earlier version of its document; `diff` has steps [kind, old,
    new]."""

    change: str
    segment: int | None
    source: str
    target: str | None
    diff: list[list[str]]


class RemovedJson(TypedDict):
    """A `RemovedJson` is a segment of the earlier version that the new one no longer has."""

    segment: None
    revision: RevisionJson


class SuggestionJson(TypedDict):
    """A `SuggestionJson` is a segment with the best that memory and term base have for it."""

    segment: int
    label: str
    source: str
    kind: str
    rate: int
    suggestion: str | None
    repeats: int | None
    matches: list[MatchJson]
    terms: list[OccurrenceJson]
    warnings: list[WarningJson]
    fragments: list[FragmentJson]
    revision: NotRequired[RevisionJson]
