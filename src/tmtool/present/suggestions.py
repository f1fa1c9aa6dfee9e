"""What `suggest` has for each segment of a new document."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from tmtool.present.matches import MatchJson, WarningJson, match, warnings
from tmtool.present.spans import span
from tmtool.present.terms import OccurrenceJson, occurrence

if TYPE_CHECKING:
    from tmtool.model import Fragment, Suggestion


class FragmentJson(TypedDict):
    """A part of a segment whose translation is known; `concept` is None for a unit of the memory."""

    source_span: list[int]
    source: str
    target: str
    origin: str
    concept: str | None


class SuggestionJson(TypedDict):
    """A segment with the best that memory and term base have for it."""

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


def suggestion(value: Suggestion, target_language: str) -> SuggestionJson:
    """A segment of `suggest`."""
    text = value.segment.text
    return {
        "segment": value.segment.number,
        "label": value.segment.label,
        "source": text,
        "kind": value.kind.value,
        "rate": value.rate,
        "suggestion": value.target,
        "repeats": value.repeats,
        "matches": [match(one) for one in value.matches],
        "terms": [occurrence(one, text, target_language) for one in value.terms],
        "warnings": warnings(value.matches[0].warnings if value.matches else ()),
        "fragments": [_fragment(one, text) for one in value.fragments],
    }


def _fragment(value: Fragment, text: str) -> FragmentJson:
    return {
        "source_span": span(value.span),
        "source": value.span.of(text),
        "target": value.target,
        "origin": value.origin,
        "concept": value.concept or None,
    }
