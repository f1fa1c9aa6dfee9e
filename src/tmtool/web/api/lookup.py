"""Answers lookups: one text, or up to a hundred."""

from __future__ import annotations

from collections.abc import Mapping

from tmtool.languages.direction import direction_of
from tmtool.present.matches import answer as answer_json
from tmtool.present.shapes.matches import AnswerJson
from tmtool.tasks.lookup import Wanted
from tmtool.web.api.question import Asked, Kind, Parameter, Question, filter_asked, filter_of, languages_asked
from tmtool.web.api.shapes import LookupsJson
from tmtool.web.desk import Desk

MOST_TEXTS = 100
_WANTED = (
    Parameter("threshold", "the lowest match rate shown, in per cent", Kind.NUMBER, 70, least=50, most=100),
    Parameter("limit", "how many matches are shown", Kind.NUMBER, 5, least=1, most=50),
)


def direction(desk: Desk, asked: Asked, text: str) -> tuple[str, str]:
    """Returns between which languages a text is looked up: as asked, else as the text tells."""
    source, target = asked.text_or_none("source_language"), asked.text_or_none("target_language")
    if source is not None:
        others = (desk.target_language, desk.source_language)
        return source, target or next((one for one in others if one != source), desk.target_language)
    if target is not None and target != desk.target_language:
        other = desk.target_language if target == desk.source_language else desk.source_language
        told = direction_of(text, other, target, target)
        return told if told[1] == target else (other, target)
    return direction_of(text, desk.source_language, desk.target_language)


def _lookup(desk: Desk, asked: Asked) -> Mapping[str, object]:
    text = asked.text("q")
    source, target = direction(desk, asked, text)
    return answer_json(_wanted(asked, source, target).answering(desk.home)(text))


def _lookups(desk: Desk, asked: Asked) -> Mapping[str, object]:
    texts = asked.texts("texts")
    source, target = direction(desk, asked, "\n".join(texts))
    answering = _wanted(asked, source, target).answering(desk.home)
    answers = [answer_json(answering(text)) for text in texts]
    return {"answers": answers, "source_language": source, "target_language": target}


def _wanted(asked: Asked, source: str, target: str) -> Wanted:
    return Wanted(source, target, asked.number("threshold"), asked.number("limit"), only=filter_of(asked))


QUESTIONS = (
    Question(
        "/api/lookup",
        "Find a text in the memory, exactly or nearly, and the terms in it",
        _lookup,
        AnswerJson,
        (Parameter("q", "the text", required=True), *_WANTED, *filter_asked(), *languages_asked()),
    ),
    Question(
        "/api/lookups",
        "Find several texts at once",
        _lookups,
        LookupsJson,
        (
            Parameter("texts", "the texts", Kind.TEXTS, required=True, most=MOST_TEXTS),
            *_WANTED,
            *filter_asked(),
            *languages_asked(),
        ),
        method="POST",
    ),
)
