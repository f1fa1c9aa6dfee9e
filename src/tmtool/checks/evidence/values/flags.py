"""Says how the checks on numbers, dates and references word what `facts` finds, so that they all say it alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Pair
from tmtool.checks.evidence.values.facts import Change, shown
from tmtool.checks.evidence.values.same_value import is_year
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.model.wording import Wording, joined, say

_CLAUSE = re.compile(r"[.,;:](?=\s)|[，。；：、،؛()（）]")
_ONE_CLAUSE = 80
"""Characters at most between two values that are on one side only for the same reason."""
_MANY = 3
_LONGEST_UNGROUPED = 4
"""Figures beyond four digits are grouped otherwise in each language, so they are not proposed as they are."""


def exchanged(pair: Pair, change: Change, hint: str = "") -> Flag:
    """Flags one value for another; it is a warning where it is not certain that the two belong together, an info where
    the source's value is in the translation, too."""
    source = pair.source or ""
    before, after = change.source.span.of(source), change.target.span.of(pair.target)
    plain = before.isdigit() and after.isdigit() and len(before) <= _LONGEST_UNGROUPED
    return Flag(
        say(
            "“{here}” here, “{there}” in the source{hint}.",
            here=shown(pair.target, change.target),
            there=shown(source, change.source),
            hint=hint,
        ),
        target_span=change.target.span,
        source_span=change.source.span,
        suggestion=before if plain else None,
        level=None if change.certain else Level.INFO if change.is_there else Level.WARNING,
    )


def told_once(flags: Sequence[Flag]) -> Iterator[Flag]:
    """Yields flags for values of one kind that are exchanged in a pair; from three on one for all of them, since the
    translation is that of other text."""
    if len(flags) < _MANY:
        yield from flags
        return
    gravest = max((one.level or Level.ERROR for one in flags), key=lambda level: level.gravity)
    yield Flag(
        say("{first} {count} more values of this kind differ, too.", first=flags[0].message, count=len(flags) - 1),
        target_span=_around(one.target_span for one in flags),
        source_span=_around(one.source_span for one in flags),
        level=gravest,
    )


def _around(spans: Iterable[Span | None]) -> Span:
    places = [span for span in spans if span is not None]
    return Span(min(one.start for one in places), max(one.end for one in places))


def lost(pair: Pair, missing: Sequence[Placeable], level: Level = Level.WARNING) -> Iterator[Flag]:
    """Flags the values that the translation lacks, in one finding: they mostly went together."""
    if missing:
        source = pair.source or ""
        yield Flag(
            say("The translation lacks {missing}.", missing=_listed(source, missing)),
            source_span=missing[0].span,
            level=level,
        )


def gained(pair: Pair, added: Sequence[Placeable], level: Level = Level.WARNING) -> Iterator[Flag]:
    """Flags the values that the source has not, in one finding."""
    if added:
        message = say("The source has no {added}.", added=_listed(pair.target, added))
        yield Flag(message, target_span=added[0].span, level=level)


def gone_with(percentages: Sequence[Placeable], others: Iterable[Placeable], text: str) -> list[Placeable]:
    """Returns the numbers of one side only, of two digits and more, that are in a clause with a percentage of which
    that is told: "an increase from the 93 per cent reported in 2013" is one thing that is missing."""
    return [
        one
        for one in others
        if one.kind is PlaceableKind.NUMBER
        and len(one.value) > 1
        and any(_are_in_one_clause(one, percentage, text) for percentage in percentages)
    ]


def _are_in_one_clause(one: Placeable, other: Placeable, text: str) -> bool:
    first, second = sorted((one.span, other.span))
    gap = second.start - first.end
    return 0 <= gap <= _ONE_CLAUSE and _CLAUSE.search(text, first.end, second.start) is None


def level_with(numbers: Iterable[Placeable]) -> Level:
    """Returns how gravely percentages of one side only are reported, which have numbers with them."""
    return Level.INFO if all(is_year(one.value) for one in numbers) else Level.WARNING


def _listed(text: str, values: Sequence[Placeable]) -> Wording:
    return joined((say("“{value}”", value=shown(text, one)) for one in values), ", ")
