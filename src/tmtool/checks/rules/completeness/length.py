"""Is the translation far shorter or longer than its source lets expect? (docs/un-french.md, fact 15.)"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.linked import SHORTEST, linked
from tmtool.model import Level, Span
from tmtool.model.wording import say

_SHORT, _LONG = 0.35, 3.5
"""Of the expected length; outside lie one or two published rows in a thousand."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the translation is much shorter or longer than its source."""
    source, target = pair.source or "", pair.target
    found = linked(pair, draft)
    if found is None or len(source) < SHORTEST:
        return
    if not _SHORT <= found.ratio <= _LONG:
        yield Flag(
            say("The translation is much shorter than its source lets expect.")
            if found.ratio < 1
            else say("The translation is much longer than its source lets expect."),
            target_span=Span(0, len(target)),
            source_span=Span(0, len(source)),
        )


CHECK = SegmentCheck(
    name="completeness-length",
    level=Level.WARNING,
    its_type="length",
    requires=Needs(source=True, pair="word_links.tsv"),
    yields_to=("language-other-segment",),
    summary="The translation is much shorter or longer than its source.",
    reason=(
        "French takes an eighth more room than English. Half of that, or nearly twice as much, is rarely a matter of "
        "style: a sentence is missing, or one too many is there."
    ),
    examples=(
        Example(
            source="The Working Group will meet in Vienna and consider the report of the Secretariat.",
            target="Il se réunira.",
            flagged=("Il se réunira.",),
        ),
        Example(source="The Working Group will meet in Vienna.", target="Le Groupe de travail se réunira à Vienne."),
    ),
    look=look,
)
