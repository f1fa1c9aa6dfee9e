"""Is the place of a number there, but no number: the th meeting, el º Foro, в мае года, 于年2月?

What a text has only where a number was taken out is in the ``patterns.tsv`` of its language, as ``number-gone``: none
is in 2,000 rows of the United Nations Parallel Corpus in English, Spanish, Russian, Arabic or Chinese.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.values.facts import facts
from tmtool.languages import language_of
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.model.wording import say

_FIGURES = re.compile(r"\d+")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a translation that wants a number and has none, where the source has more figures."""
    found = list(language_of(draft.target_language).pattern("number-gone").finditer(pair.target))
    if not found or (
        pair.source
        and not _figures(pair.source, pair.source_placeables) - _figures(pair.target, pair.target_placeables)
    ):
        return
    lost = facts(pair, draft).lost if pair.source and draft.source and draft.target else ()
    for one in found:
        yield Flag(
            say("A number is missing here."),
            target_span=Span(*one.span()),
            source_span=lost[0].span if len(lost) == len(found) == 1 else None,
        )


def _figures(text: str, placeables: Sequence[Placeable]) -> Counter[int]:
    """Returns how often a text has each run of figures, with those that its dates have in words: May is 5."""
    figures = Counter(int(one) for one in _FIGURES.findall(text))
    for one in placeables:
        if one.kind is PlaceableKind.DATE:
            parts = Counter(int(part) for part in _FIGURES.findall(one.value))
            figures += parts - Counter(int(part) for part in _FIGURES.findall(one.span.of(text)))
    return figures


CHECK = SegmentCheck(
    name="numbers-gone",
    level=Level.WARNING,
    its_type="numbers",
    requires=Needs(placeables=Sides.TARGET),
    yields_to=(
        "numbers-value",
        "numbers-ordinal",
        "numbers-percent",
        "dates-value",
        "references-number",
        "completeness-omission",
        "language-other-segment",
    ),
    summary="The words around a number are there, but no number.",
    reason=(
        "A figure that was deleted or lost by a program leaves its ending, its sign or two prepositions behind: the th "
        "meeting, from to 31 July, el º Foro, в мае года. No text has that otherwise, so that it is seen in a "
        "translation alone, and where the source says the number in another way."
    ),
    examples=(
        Example(target="в 10 ч. м.", target_language="ru", flagged=("ч. м.",)),
        Example(target="خطة التنمية لما بعد عام والأهداف", target_language="ar", flagged=("لما بعد عام",)),
        Example(target="خطة التنمية لما بعد عام 2030 والأهداف", target_language="ar"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
