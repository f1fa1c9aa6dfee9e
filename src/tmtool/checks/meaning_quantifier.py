"""Does the translation say some where the source says all? (docs/un-french.md, section 15.)"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.exchange import exchanges
from tmtool.model import Level

_CONCEPTS = Path(__file__).with_suffix(".tsv")


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    yield from exchanges(_CONCEPTS, pair, draft)


CHECK = SegmentCheck(
    name="meaning-quantifier",
    level=Level.WARNING,
    its_type="mistranslation",
    needs_source=True,
    yields_to=(),
    summary="A word for how many of a set are meant is exchanged for another.",
    reason=(
        "All States, some States, no State: the smallest word decides who is bound. Reported where the source "
        "has one such word and the translation another, and neither has anything that might be the "
        "counterpart."
    ),
    examples=(
        Example(
            source="Several States replied.", target="Toutes les délégations ont répondu.", flagged=("Toutes les",)
        ),
        Example(source="Several States replied.", target="Plusieurs États ont répondu."),
        Example(source="All the States replied.", target="Les États ont répondu."),
    ),
    look=look,
)
