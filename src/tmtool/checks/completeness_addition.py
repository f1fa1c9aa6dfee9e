"""Is there a part of the translation to which nothing in the source answers?

See docs/un-french.md, section 15: completeness.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.linked import SHORTEST, linked
from tmtool.model import Level

_BOUNDS = ((9, 1.56), (6, 1.7), (5, 1.8), (4, 1.98))
"""Words without counterpart, and the ratio of lengths (1 is usual) above which so many tell of an addition."""
_AT_THE_END = ((7, 1.0), (5, 1.06), (4, 1.13))
_LEFT_IN_SOURCE = 0.4
"""The share of the source without counterpart above which the translation is free, and nothing is told by it."""
_MORE = 3
"""So many more words than the source must the translation have without counterpart."""


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    found = linked(pair, draft)
    if found is None or len(pair.target) < SHORTEST:
        return
    more = sum(one.words for one in found.in_target) - sum(one.words for one in found.in_source)
    if found.source_share > _LEFT_IN_SOURCE or more < _MORE:
        return
    for stretch in found.in_target:
        bounds = (*_AT_THE_END, *_BOUNDS) if stretch.closes else _BOUNDS
        if any(stretch.words >= words and found.ratio > ratio for words, ratio in bounds):
            yield Spot("Nothing in the source answers to this.", target_span=stretch.span)
            return


CHECK = SegmentCheck(
    name="completeness-addition",
    level=Level.INFO,
    its_type="addition",
    needs_source=True,
    yields_to=("completeness-length", "language-other-segment", "language-foreign-word"),
    summary="A part of the translation has nothing that answers to it in the source.",
    reason=(
        "Left over from an earlier version of the source, or from the segment that the memory offered. A stretch of "
        "words without links is reported if the translation is also longer than it should be. Only an info: French "
        "often says in full what English says in one word."
    ),
    examples=(
        Example(
            source="The Working Group welcomed the report of the Secretariat.",
            target=(
                "Le Groupe de travail a accueilli avec satisfaction le rapport du Secrétariat et décidé d’inviter les "
                "délégations hôtes à prendre des mesures supplémentaires."
            ),
            flagged=("décidé d’inviter les délégations hôtes à prendre des mesures supplémentaires",),
        ),
        Example(
            source="The Working Group welcomed the report of the Secretariat.",
            target="Le Groupe de travail a accueilli avec satisfaction le rapport du Secrétariat.",
        ),
        Example(source="Other matters", target="Questions diverses"),
    ),
    look=look,
)
