"""Is there a part of the translation to which nothing in the source answers?

See docs/un-french.md, section 15: completeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.left_out import added, shown
from tmtool.checks.evidence.linked import linked
from tmtool.model import Level, Placeable, Span
from tmtool.model.wording import say

_SURE = 2.0
"""Odds from which a stretch is taken for added; set on published pairs, see docs/checks.md."""
_LOUD, _CLAUSE = 3.9, 10
"""Odds, or so many words, from which that is a warning."""
_TITLE = 6
"""A source of so few words of content is a title or a heading, which French may well spell out."""
_WORD = re.compile(r"\w+")
_SHORTEST = 20
"""Shorter translations, in characters, are not judged."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a part of the translation has nothing that answers to it in the source."""
    found = linked(pair, draft)
    if found is None or len(pair.target) < _SHORTEST:
        return
    more = added(found.sides)
    if more is None or _is_mostly_a_value(more.span, pair.target_placeables, pair.source_placeables):
        return
    if more.odds > _SURE:
        words = shown(more.span.of(pair.target))
        light = Level.HINT if len(found.sides[0].words) <= _TITLE else Level.INFO
        yield Flag(
            say("Nothing in the source answers to “{words}”.", words=words),
            target_span=more.span,
            level=None if more.odds > _LOUD or _WORD.subn("", words)[1] >= _CLAUSE else light,
        )


def _is_mostly_a_value(span: Span, own: Iterable[Placeable], other: Iterable[Placeable]) -> bool:
    """Tells whether half of a stretch or more are values, of the placeables of its `own` side, that the `other` side
    has."""
    there = {(one.kind, one.value) for one in other}
    shared = sum(
        min(one.span.end, span.end) - max(one.span.start, span.start)
        for one in own
        if one.span.overlaps(span) and (one.kind, one.value) in there
    )
    return 2 * shared >= span.end - span.start


CHECK = SegmentCheck(
    name="completeness-addition",
    level=Level.WARNING,
    its_type="addition",
    requires=Needs(source=True, pair="word_links.tsv"),
    yields_to=("completeness-length", "language-other-segment", "language-foreign-word"),
    summary="A part of the translation has nothing that answers to it in the source.",
    reason=(
        "Left over from an earlier version of the source, or from the segment that the memory offered. A stretch of "
        "words without counterparts is reported where several signs agree, since French often says in full what "
        "English says in one word. It is a warning where the signs are many, or the stretch is a clause, else an info."
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
