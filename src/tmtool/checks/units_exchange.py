"""Is a unit of time, measure or money another one than in the source? (docs/un-french.md, section 5.)"""

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
    name="units-exchange",
    level=Level.ERROR,
    its_type="mistranslation",
    needs_source=True,
    yields_to=(),
    summary="A unit of time, measure or currency is exchanged for another of its kind.",
    reason=(
        "Thirty days and thirty months have the same number, so that no comparison of numbers sees it. "
        "Reported where the source names one unit and the translation another of the same kind."
    ),
    examples=(
        Example(source="within 30 days", target="dans un délai de 30 mois", flagged=("mois",)),
        Example(source="a grant of $25,000", target="une subvention de 25 000 euros", flagged=("euros",)),
        Example(source="12 kilometres from the border", target="à 12 mètres de la frontière", flagged=("mètres",)),
        Example(source="within 30 days", target="dans un délai de 30 jours"),
        Example(source="in January", target="au mois de janvier"),
        Example(source="a 10-year plan", target="un plan décennal"),
    ),
    look=look,
)
