"""Answers what the checks find in a text, alone or against its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from tmtool.checks.engine.draft import Pair
from tmtool.languages.direction import direction_of
from tmtool.present.findings import finding as finding_json
from tmtool.web.api.question import Asked, Parameter, Question, languages_asked
from tmtool.web.api.shapes import FindingsJson
from tmtool.web.desk import Desk


def _check(desk: Desk, asked: Asked) -> Mapping[str, object]:
    source_text, target_text = asked.text_or_none("source"), asked.text("target")
    source, target = asked.text_or_none("source_language"), asked.text_or_none("target_language")
    if source is None or target is None:
        # What is checked is in the target language.
        told_target, told_source = direction_of(target_text, desk.target_language, desk.source_language)
        source, target = source or told_source, target or told_target
    found = desk.checked(list(lines(source_text, target_text)), source, target)
    return {
        "findings": [finding_json(one) for one in found],
        "source_language": source,
        "target_language": target,
    }


def lines(source: str | None, target: str) -> Iterator[Pair]:
    """Yields the lines that are not blank, each with that of the source; segment numbers count all lines."""
    written = target.split("\n")
    if source is None:
        yield from (Pair(number, line) for number, line in enumerate(written, 1) if line.strip())
        return
    for number, (line, other) in enumerate(zip_longest(written, source.split("\n"), fillvalue=""), 1):
        if line.strip() or other.strip():
            yield Pair(number, line, other)


QUESTIONS = (
    Question(
        "/api/check",
        "Check a translation, line by line, against its source or alone",
        _check,
        FindingsJson,
        (
            Parameter("target", "the translation; each line is a segment", required=True),
            Parameter("source", "the source, line for line; without it the translation is checked alone"),
            *languages_asked(),
        ),
        method="POST",
    ),
)
