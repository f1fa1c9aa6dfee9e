"""Answers which units have a phrase, and how it is translated in them."""

from __future__ import annotations

from collections.abc import Mapping

from tmtool.present.concordance import line as line_json
from tmtool.tasks.concordance import concordance
from tmtool.tasks.renderings import renderings
from tmtool.web.api.lookup import direction
from tmtool.web.api.question import Asked, Kind, Parameter, Question, filter_asked, filter_of, languages_asked
from tmtool.web.api.shapes import ConcordancesJson
from tmtool.web.desk import Desk

MOST_OF_PHRASE = 500


def _concordance(desk: Desk, asked: Asked) -> Mapping[str, object]:
    phrase = asked.text("q")
    source, target = direction(desk, asked, phrase)
    lines = concordance(
        desk.home,
        phrase,
        language=source,
        other_language=target,
        limit=asked.number("limit"),
        literal=asked.flag("literal"),
        only=filter_of(asked),
    )
    found = renderings(lines, target)
    return {
        "lines": [line_json(line) for line in lines],
        "renderings": [{"text": text, "count": count} for text, count in found.counts],
        "unknown": found.unknown,
        "source_language": source,
        "target_language": target,
    }


QUESTIONS = (
    Question(
        "/api/concordance",
        "Show the units with a phrase, in any form of its words, newest and most trusted first",
        _concordance,
        ConcordancesJson,
        (
            Parameter("q", "the phrase", required=True, most=MOST_OF_PHRASE),
            Parameter("limit", "how many units are shown", Kind.NUMBER, 20, least=1, most=200),
            Parameter("literal", "whether these very letters are wanted, not other forms", Kind.FLAG, False),
            *filter_asked(),
            *languages_asked(),
        ),
        is_long=True,
    ),
)
