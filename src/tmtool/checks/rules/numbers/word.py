"""Is a number that hides in a word another one than in the source: triennal for a five-year plan?

See docs/un-french.md, fact 23; fractions are compared by numbers-fraction.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanges
from tmtool.model import Level

_CONCEPTS = "number_words.tsv"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a period or a multitude is another one than in the source."""
    yield from exchanges(_CONCEPTS, pair, draft)


CHECK = SegmentCheck(
    name="numbers-word",
    level=Level.ERROR,
    its_type="numbers",
    requires=Needs(source=True, pair="number_words.tsv"),
    yields_to=("numbers-value", "numbers-ordinal", "completeness-omission", "language-other-segment"),
    summary="A period or a multitude is another one than in the source.",
    reason=(
        "Triennal for five-year and milliers for millions hold no number that could be compared. Reported is one such "
        "word that the source has not in the place of one that the translation has not; either alone may be a number "
        "in figures on the other side."
    ),
    examples=(
        Example(source="the five-year plan", target="le plan triennal", flagged=("triennal",)),
        Example(source="millions of women", target="des milliards de femmes", flagged=("milliards",)),
        Example(source="hundreds of people", target="des dizaines de personnes", flagged=("dizaines",)),
        Example(source="a twofold increase", target="une hausse du triple", flagged=("triple",)),
        Example(source="if it was drawn twice", target="s’il a été tiré trois fois", flagged=("trois fois",)),
        Example(source="twice a year, two thirds of them", target="deux fois par an, les deux tiers d’entre eux"),
        Example(
            source="to elect its Chair for a term of one year",
            target="élire son président pour un mandat de deux ans",
            flagged=("deux ans",),
        ),
        Example(
            source="They serve one-year terms, twice renewable.", target="Ils sont nommés pour un an, renouvelable."
        ),
        Example(source="the two-year plan", target="le plan biennal"),
        Example(source="over the last ten years", target="au cours de la dernière décennie"),
        Example(source="hundreds of thousands of people", target="des centaines de milliers de personnes"),
        Example(
            source="to hold every other session away from New York",
            target="de tenir une session sur trois ailleurs qu’à New York",
            flagged=("une session sur trois",),
        ),
        Example(
            source="in the conference room on the ground floor",
            target="dans la salle de conférence du premier étage",
            flagged=("premier étage",),
        ),
        Example(source="every second year, on the first floor", target="tous les deux ans, au rez-de-chaussée"),
    ),
    look=look,
)
