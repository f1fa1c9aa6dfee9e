"""Says how the checks on numbers, dates and references word what `facts` finds, so that they all say it alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Pair
from tmtool.checks.evidence.values.facts import Change, shown
from tmtool.model import Level, Placeable
from tmtool.model.wording import Wording, joined, say

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


def _listed(text: str, values: Sequence[Placeable]) -> Wording:
    return joined((say("“{value}”", value=shown(text, one)) for one in values), ", ")
