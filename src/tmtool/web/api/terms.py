"""Answers questions about terms: which are in a text, and what the term base has for a word."""

from __future__ import annotations

from collections.abc import Mapping

from tmtool.present.terms import concept as concept_json
from tmtool.present.terms import occurrence as occurrence_json
from tmtool.tasks.term_finding import find_terms
from tmtool.tasks.terms import search
from tmtool.web.api.lookup import direction
from tmtool.web.api.question import Asked, Kind, Parameter, Question, languages_asked
from tmtool.web.api.shapes import ConceptsJson, TermsFoundJson
from tmtool.web.desk import Desk


def _found(desk: Desk, asked: Asked) -> Mapping[str, object]:
    text = asked.text("q")
    source, target = direction(desk, asked, text)
    terms = [occurrence_json(one, text, target) for one in find_terms(desk.home, text, source)]
    return {"terms": terms, "source_language": source, "target_language": target}


def _searched(desk: Desk, asked: Asked) -> Mapping[str, object]:
    query = asked.text("q")
    found = search(desk.home, query) if query.strip() else []
    return {"concepts": [concept_json(one) for one in found[: asked.number("limit")]]}


QUESTIONS = (
    Question(
        "/api/terms",
        "Name the terms in a text, whatever their form",
        _found,
        TermsFoundJson,
        (Parameter("q", "the text", required=True), *languages_asked()),
    ),
    Question(
        "/api/concepts",
        "Look words up in the term base, in any language",
        _searched,
        ConceptsJson,
        (
            Parameter("q", "the words", required=True, most=500),
            Parameter("limit", "how many concepts are shown", Kind.NUMBER, 20, least=1, most=200),
        ),
    ),
)
