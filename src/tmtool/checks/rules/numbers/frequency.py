"""Does something happen more or less often than in the source: deux fois par mois for twice a year?

Frequencies are compared by how often they are in a year (`evidence.values.frequencies`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.values.frequencies import TABLE, Frequency, frequencies, may_be_said
from tmtool.model import Level, Span
from tmtool.model.wording import say

_WEIGHED = "weighed.tsv"
_TWO = 2


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags the first frequency of a pair that is another one than in the source."""
    assert draft.source is not None and draft.target is not None
    source, tags = pair.source or "", (draft.source.tag, draft.target.tag)
    there = frequencies(source, tags[0], tuple(pair.source_placeables))
    here = frequencies(pair.target, tags[1], tuple(pair.target_placeables)) if there else ()
    lost = [one for one in there if not one.is_among(here, there) and not may_be_said(one, pair.target, tags[1], here)]
    gained = [
        one
        for one in (here if lost else ())
        if not one.is_among(there, here) and not may_be_said(one, source, tags[0], there)
    ]
    if gained:
        level = None if lost[0].is_counted and gained[0].is_counted else Level.WARNING
        yield exchanged(gained[0].span, pair.target, lost[0].span, source, level=level)
    elif lost and not here and (of_sum := next((one for one in lost if one.is_share), None)):
        message = say("Nothing here stands for “{words}”.", words=of_sum.span.of(source))
        level = Level.WARNING if draft.is_close else Level.INFO
        yield Flag(message, Span(0, len(pair.target)), of_sum.span, level=level)
    elif not lost and _are_turned(there, here, pair, draft):
        first, second = here[0].span, here[1].span
        message = say(
            "“{first}” and “{second}” have changed places.",
            first=first.of(pair.target),
            second=second.of(pair.target),
        )
        yield Flag(message, Span(first.start, second.end), Span(there[0].span.start, there[1].span.end))


def _are_turned(there: Sequence[Frequency], here: Sequence[Frequency], pair: Pair, draft: Draft) -> bool:
    """Tells whether the only two frequencies of each side are set against each other, and the one that holds in the
    source does not in the translation: chaque année et non chaque mois for monthly rather than yearly."""
    known = draft.language_pair
    if known is None or not len(there) == len(here) == _TWO or there[0].is_like(there[1]):
        return False
    turned = there[0].is_like(here[1]) and there[1].is_like(here[0])
    turned = turned and not (there[0].is_like(here[0]) or there[1].is_like(here[1]))
    return turned and any(
        re.search(rf"\b(?:{of_source})(?!\w)", _between(pair.source or "", there), re.IGNORECASE)
        and re.search(rf"(?<!\w)(?:{of_target})(?:(?<=')|(?!\w))", _between(pair.target, here), re.IGNORECASE)
        for of_source, of_target in known.rows(_WEIGHED)
    )


def _between(text: str, two: Sequence[Frequency]) -> str:
    """Returns what is between two frequencies, with plain apostrophes."""
    return text[two[0].span.end : two[1].span.start].replace("’", "'")


CHECK = SegmentCheck(
    name="numbers-frequency",
    level=Level.ERROR,
    its_type="numbers",
    requires=Needs(source=True, placeables=Sides.BOTH, tables=TABLE),
    yields_to=("completeness-omission", "language-other-segment"),
    summary="Something happens more or less often than in the source.",
    reason=(
        "Twice a year, deux fois par mois: the times are right and the rule is another. Frequencies are compared by how"
        " often they are in a year, however they are said (tous les deux ans, biennal), and one that only the source "
        "has beside one that only the translation has is reported, a warning where one of them counts nothing: annuel. "
        "So is what a number is for, where the translation leaves it out: 500 dollars for $500 a year, an info but in "
        "agendas."
    ),
    examples=(
        Example(
            source="The Board meets twice a year.",
            target="Le Conseil se réunit deux fois par mois.",
            flagged=("deux fois par mois",),
        ),
        Example(
            source="Elections are held every other year.",
            target="Des élections ont lieu chaque année.",
            flagged=("chaque année",),
        ),
        Example(source="The Board meets twice a month.", target="Le Conseil se réunit tous les quinze jours."),
        Example(source="It holds two sessions a year.", target="Il se réunit deux fois l’an."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
