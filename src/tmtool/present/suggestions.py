"""Says what `suggest` has for each segment of a new document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmtool.present.matches import match, warnings
from tmtool.present.spans import span
from tmtool.present.terms import occurrence

if TYPE_CHECKING:
    from tmtool.model import Fragment, Suggestion
    from tmtool.present.shapes import FragmentJson, SuggestionJson


def suggestion(value: Suggestion, target_language: str) -> SuggestionJson:
    """Returns a segment of `suggest`."""
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
