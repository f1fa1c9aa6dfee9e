"""Answers what is around a unit in its document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tmtool.errors import UsageError
from tmtool.model import PassageUnit, StoredPair
from tmtool.model.wording import say
from tmtool.web.api.question import Asked, Kind, Parameter, Question, languages_asked
from tmtool.web.api.shapes import UnitJson
from tmtool.web.desk import Desk

MOST = 2**62
"""A higher number is none that a database gives."""


class NotThereError(UsageError):
    """A `NotThereError` says that what is asked for by a number is not in the database (any more)."""


def in_its_document(
    desk: Desk, number: int, source: str, target: str, around: int
) -> tuple[StoredPair, Sequence[PassageUnit], Sequence[PassageUnit]]:
    """Returns a unit with so many before and after it in its document. Raises NotThereError."""
    pair = desk.home.units.pair(number, source, target) if number <= MOST else None
    if pair is None:
        raise NotThereError(
            say("no unit {number} in {source} and {target}", number=number, source=source, target=target),
            say("look the text up again"),
        )
    return pair, *desk.home.passages.around(pair, around, source, target)


def _unit(desk: Desk, asked: Asked) -> Mapping[str, object]:
    number = asked.number("unit")
    source = asked.text_or_none("source_language") or desk.source_language
    target = asked.text_or_none("target_language") or desk.target_language
    pair, before, after = in_its_document(desk, number, source, target, asked.number("around"))
    return {
        "unit": pair.unit,
        "source": pair.source,
        "target": pair.target,
        "memory": pair.memory,
        "document": pair.document,
        "position": pair.position,
        "status": pair.status.value,
        "date": pair.date,
        "changed": pair.changed,
        "before": _texts(before),
        "after": _texts(after),
        "source_language": source,
        "target_language": target,
    }


def _texts(units: Iterable[PassageUnit]) -> list[Mapping[str, object]]:
    return [{"unit": one.unit, "position": one.position, "source": one.source, "target": one.target} for one in units]


QUESTIONS = (
    Question(
        "/api/unit",
        "Show a unit with the units before and after it in its document",
        _unit,
        UnitJson,
        (
            Parameter("unit", "its number, as matches name it", Kind.NUMBER, required=True, least=1, most=MOST),
            Parameter("around", "how many units before and after", Kind.NUMBER, 3, least=0, most=50),
            *languages_asked(),
        ),
    ),
)
