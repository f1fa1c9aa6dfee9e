"""Does a name lie where that of the source lies: East Jerusalem, Southern Africa, the South Atlantic?

Which words say so, and beside what, is in ``name_directions.tsv`` of the pair.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanges
from tmtool.model import Level

_DIRECTIONS = "name_directions.tsv"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a name has another direction, or is that of another sea, than in the source."""
    yield from exchanges(_DIRECTIONS, pair, draft, counted=True)


CHECK = SegmentCheck(
    name="names-direction",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(source=True, pair=_DIRECTIONS),
    yields_to=("completeness-length", "language-other-segment", "names-country"),
    summary="A name has another direction, or is that of another sea, than in the source.",
    reason=(
        "West Jerusalem is not East Jerusalem, nor the South Atlantic the South Pacific. One direction that the source "
        "has beside a name and that is nowhere in the translation, and another beside a name there that is nowhere in "
        "the source, are an exchange; either alone is not, since French has names of its own (Cisjordanie, Maghreb)."
    ),
    examples=(
        Example(
            source="The situation in East Jerusalem remains tense.",
            target="La situation à Jérusalem-Ouest reste tendue.",
            flagged=("Jérusalem-Ouest",),
        ),
        Example(
            source="The settlements in the West Bank, including East Jerusalem, are illegal.",
            target="Les colonies de peuplement en Cisjordanie, y compris à Jérusalem-Est, sont illégales.",
        ),
        Example(
            source="The settlements in the West Bank, including East Jerusalem, are illegal.",
            target="Les colonies de peuplement en Cisjordanie, y compris à Jérusalem-Ouest, sont illégales.",
            flagged=("Jérusalem-Ouest",),
        ),
        Example(
            source="Countries of the southern hemisphere were invited.",
            target="Les pays de l’hémisphère nord ont été invités.",
            flagged=("hémisphère nord",),
        ),
        Example(
            source="The militias left South Kivu for western Darfur.",
            target="Les milices ont quitté le Nord-Kivu pour l’ouest du Darfour.",
            flagged=("Nord-Kivu",),
        ),
        Example(
            source="The fishery in the South Pacific was closed.",
            target="La pêche dans l’Atlantique Sud a été fermée.",
            flagged=("Atlantique",),
        ),
        Example(
            source="The office for South and South-East Asia will be opened in the Middle East.",
            target="Le bureau pour l’Asie du Sud et du Sud-Est sera ouvert au Moyen-Orient.",
        ),
        Example(
            source="Countries of North Africa and of Western Europe",
            target="Les pays du Maghreb et ceux d’Europe occidentale",
        ),
    ),
    look=look,
)
