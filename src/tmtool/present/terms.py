"""Gives the term base: terms found in a text, concepts, terms proposed, and what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmtool.present.spans import span

if TYPE_CHECKING:
    from tmtool.model import Concept, Occurrence, Term
    from tmtool.present.shapes.terms import CandidateJson, ConceptJson, OccurrenceJson, ProblemJson, TermJson
    from tmtool.terminology.candidates import Candidate
    from tmtool.terminology.consistency import Problem


def occurrence(value: Occurrence, text: str, target_language: str) -> OccurrenceJson:
    """Returns a term found in `text`."""
    return {
        "source_span": span(value.span),
        "source": value.span.of(text),
        "concept": value.concept.id,
        "translations": [_term(one) for one in value.concept.in_language(target_language)],
        "domain": value.concept.domain,
        "definition": value.concept.definition,
        "note": str(value.concept.note_between(value.term.language, target_language)),
    }


def concept(value: Concept) -> ConceptJson:
    """Returns a concept with all its terms."""
    return {
        "concept": value.id,
        "domain": value.domain,
        "definition": value.definition,
        "note": value.note,
        "contrasts": list(value.contrasts),
        "date": value.date,
        "terms": [{"language": one.language, **_term(one)} for one in value.terms],
    }


def candidate(value: Candidate) -> CandidateJson:
    """Returns a term that `terms extract` proposes."""
    return {
        "source": value.source,
        "target": value.target or None,
        "count": value.count,
        "score": value.score,
        "examples": [context.source for context in value.contexts],
        "alternatives": [{"target": other.target, "count": other.together} for other in value.alternatives],
        "gender": value.gender,
    }


def problem(value: Problem) -> ProblemJson:
    """Returns what `terms check` reports."""
    return {"kind": value.kind, "concepts": list(value.concepts), "message": value.message}


def _term(value: Term) -> TermJson:
    return {
        "term": value.text,
        "status": value.status.value,
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
