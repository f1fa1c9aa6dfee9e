"""Says what `suggest` has for each segment of a new document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmtool.present.matches import match, warnings
from tmtool.present.spans import span
from tmtool.present.terms import occurrence

if TYPE_CHECKING:
    from tmtool.model import Fragment, Revision, Suggestion
    from tmtool.present.shapes.suggestions import FragmentJson, RemovedJson, RevisionJson, SuggestionJson


def suggestion(value: Suggestion, target_language: str) -> SuggestionJson:
    """Returns a segment of `suggest`."""
    text = value.segment.text
    found: SuggestionJson = {
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
    if value.revision is not None:
        found["revision"] = _revision(value.revision)
    return found


def removed(value: Revision) -> RemovedJson:
    """Returns a segment of the earlier version that is gone, after those that `suggest` shows."""
    return {"segment": None, "revision": _revision(value)}


def _revision(value: Revision) -> RevisionJson:
    return {
        "change": value.change.value,
        "segment": value.segment,
        "source": value.source,
        "target": value.target,
        "diff": [[part.kind, part.stored, part.query] for part in value.diff],
    }


def _fragment(value: Fragment, text: str) -> FragmentJson:
    return {
        "source_span": span(value.span),
        "source": value.span.of(text),
        "target": value.target,
        "origin": value.origin,
        "concept": value.concept or None,
    }
