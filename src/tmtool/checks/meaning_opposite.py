"""Does the translation say the opposite: increase and réduire, before and après, with and sans?

See docs/un-french.md, section 15.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.exchange import exchanges, one_sided
from tmtool.model import Level

_CONCEPTS = Path(__file__).with_suffix(".tsv")
_MARKED = Path(__file__).with_name("meaning_marked.tsv")


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    found = list(exchanges(_CONCEPTS, pair, draft))
    yield from found or list(one_sided(_MARKED, pair, draft))[:1]


CHECK = SegmentCheck(
    name="meaning-opposite",
    level=Level.WARNING,
    its_type="mistranslation",
    needs_source=True,
    yields_to=("completeness-omission", "completeness-length"),
    summary="A word of the source has its opposite in the translation.",
    reason=(
        "The sentence reads well and says the contrary. A pair of opposites is reported only if the source "
        "names the one and nothing that might be the other, and the translation names the other and nothing "
        "that might be the one."
    ),
    examples=(
        Example(
            source="The number of cases increased.", target="Le nombre d’affaires a diminué.", flagged=("diminué",)
        ),
        Example(source="It met before the session.", target="Il s’est réuni après la session.", flagged=("après",)),
        Example(source="without delay", target="avec retard", flagged=("avec",)),
        Example(source="at least six months", target="au plus six mois", flagged=("au plus",)),
        Example(
            source="Trade increased, while aid fell.", target="Le commerce a progressé tandis que l’aide diminuait."
        ),
        Example(
            source="The report was issued with a new cover.", target="Le rapport a paru sous une nouvelle couverture."
        ),
    ),
    look=look,
)
