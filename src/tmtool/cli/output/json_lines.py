"""The JSON that programs rely on (docs/reference.md): one object a line, UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tmtool.model import (
        Adaptation,
        Concept,
        Conflict,
        Difference,
        Finding,
        Fragment,
        Match,
        Occurrence,
        Span,
        Suggestion,
        Term,
    )


def emit(value: dict[str, Any]) -> None:
    """Prints one object on one line."""
    click.echo(json.dumps(value, ensure_ascii=False))


def span(value: Span | None) -> list[int] | None:
    """[start, end], or null."""
    return [value.start, value.end] if value else None


def match(value: Match) -> dict[str, Any]:
    """A match: its unit, its rate, how it differs from the query, and its adapted target."""
    return {
        "rate": value.rate,
        "score": value.score,
        "kind": value.kind,
        "source": value.source,
        "target": value.target,
        "memory": value.memory,
        "document": value.document,
        "position": value.position,
        "status": value.status,
        "changed": value.changed,
        "penalties": [{"name": penalty.name, "points": penalty.points} for penalty in value.penalties],
        "diff": [[part.kind, part.stored, part.query] for part in value.diff],
        "adapted": _adaptation(value.adapted),
        "warnings": _warnings(value.warnings),
        "unit": value.unit,
        "conflict": _conflict(value.conflict),
    }


def _conflict(value: Conflict | None) -> dict[str, Any] | None:
    if value is None:
        return None
    return {
        "unit": value.unit,
        "target": value.target,
        "memory": value.memory,
        "document": value.document,
        "position": value.position,
        "status": value.status,
    }


def _adaptation(value: Adaptation | None) -> dict[str, Any] | None:
    if value is None:
        return None
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


def _warnings(value: Iterable[Difference]) -> list[dict[str, str]]:
    return [{"kind": one.kind, "detail": one.detail} for one in value]


def term(value: Occurrence, text: str, target_language: str) -> dict[str, Any]:
    """A term found in a text, with its translations."""
    return {
        "source_span": span(value.span),
        "source": value.span.of(text),
        "concept": value.concept.id,
        "translations": [_term_of_concept(term) for term in value.concept.in_language(target_language)],
        "domain": value.concept.domain,
        "definition": value.concept.definition,
        "note": value.concept.note,
    }


def _term_of_concept(value: Term) -> dict[str, Any]:
    return {
        "term": value.text,
        "status": value.status,
        "pos": value.part_of_speech,
        "gender": value.gender,
        "number": value.number,
        "type": value.type,
        "note": value.note,
        "source": value.source,
        "replaced_by": value.replaced_by,
        "bodies": list(value.bodies),
        "not_with": list(value.not_with),
    }


def concept(value: Concept) -> dict[str, Any]:
    """A concept with all its terms."""
    return {
        "concept": value.id,
        "domain": value.domain,
        "definition": value.definition,
        "note": value.note,
        "contrasts": list(value.contrasts),
        "date": value.date,
        "terms": [{"language": term.language, **_term_of_concept(term)} for term in value.terms],
    }


def suggestion(value: Suggestion, target_language: str) -> dict[str, Any]:
    """A segment of `suggest`."""
    return {
        "segment": value.segment.number,
        "label": value.segment.label,
        "source": value.segment.text,
        "kind": value.kind,
        "rate": value.rate,
        "suggestion": value.target,
        "repeats": value.repeats,
        "matches": [match(one) for one in value.matches],
        "terms": [term(one, value.segment.text, target_language) for one in value.terms],
        "warnings": _warnings(value.matches[0].warnings if value.matches else ()),
        "fragments": [_fragment(one, value.segment.text) for one in value.fragments],
    }


def _fragment(value: Fragment, text: str) -> dict[str, Any]:
    return {
        "source_span": span(value.span),
        "source": value.span.of(text),
        "target": value.target,
        "origin": value.origin,
        "concept": value.concept or None,
    }


def finding(value: Finding) -> dict[str, Any]:
    """A finding of `check`."""
    return {
        "segment": value.segment,
        "id": value.id,
        "check": value.check,
        "level": value.level,
        "message": value.message,
        "source": value.source,
        "target": value.target,
        "source_span": span(value.source_span),
        "target_span": span(value.target_span),
        "suggestion": value.suggestion,
        "fixable": value.fixable,
        "its_type": value.its_type,
        "waived": value.waived,
    }
