"""Is a relation between sentences or clauses another one: par conséquent for however, puisque for while?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.exchange_in_place import exchanged_in_place
from tmtool.model import Level

_CONNECTIVES = "connectives.tsv"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a connective of another relation is in the place of the one of the source."""
    return exchanged_in_place(_CONNECTIVES, pair, draft)


CHECK = SegmentCheck(
    name="meaning-connective",
    level=Level.WARNING,
    its_type="mistranslation",
    requires=Needs(source=True, pair=_CONNECTIVES, one_way=True),
    yields_to=("completeness-omission", "completeness-length", "meaning-opposite"),
    summary="A word that joins sentences or clauses states another relation.",
    reason=(
        "However and therefore turn an argument round without changing a word of it. Reported where the connective of "
        "the source has no counterpart in its place and one of another relation is there."
    ),
    examples=(
        Example(
            source="The damage is presumed, subject to proof to the contrary, to result from it.",
            target="Le dommage est présumé, sauf preuve contraire, en résulter.",
        ),
        Example(
            source="However, this requires new working methods in the Forum.",
            target="Par conséquent, cela exige de nouvelles méthodes de travail à l’Instance.",
            flagged=("Par conséquent",),
        ),
        Example(
            source="However, this requires new working methods in the Forum.",
            target="Or, cela exige de nouvelles méthodes de travail à l’Instance.",
        ),
        Example(
            source="The office is small, although it has many tasks.",
            target="Le bureau est petit, même s’il a beaucoup de tâches.",
        ),
        Example(
            source="Trade is possible even in the absence of a link to a terrorist act.",
            target="Le commerce est possible, sauf en l’absence de lien avec un acte terroriste.",
            flagged=("sauf",),
        ),
        Example(
            source="Trade is possible even in the absence of a link to a terrorist act.",
            target="Le commerce est possible, même en l’absence de lien avec un acte terroriste.",
        ),
        Example(
            source="It will be held in March, subject to the availability of the Centre.",
            target="Elle se tiendra en mars, indépendamment de la disponibilité du Centre.",
            flagged=("indépendamment",),
        ),
    ),
    look=look,
)
