"""Is there a segment of the source that the translation leaves empty? (docs/un-french.md, section 15: completeness.)"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.model import Level, Span
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a segment of the source has no translation."""
    source = pair.source or ""
    if pair.target.strip() or not any(character.isalnum() for character in source):
        return
    quoted = source.strip()
    shown = quoted if len(quoted) <= 60 else quoted[:57].rstrip() + "…"
    yield Flag(say("Nothing translates “{shown}”.", shown=shown), source_span=Span(0, len(source)))


CHECK = SegmentCheck(
    name="completeness-empty",
    level=Level.ERROR,
    its_type="omission",
    requires=Needs(source=True),
    settles=True,
    summary="A segment of the source has no translation.",
    reason=(
        "A sentence, an item or a table cell that was skipped is the gravest omission and the easiest to miss when "
        "the two texts are read one after the other. A source that holds no letter and no digit needs no translation."
    ),
    examples=(
        Example(source="Other matters", target="", flagged=("",)),
        Example(source="The report has 12 pages.", target="   ", flagged=("",)),
        Example(source="Other matters", target="Questions diverses"),
        Example(source="* * *", target=""),
    ),
    look=look,
)
