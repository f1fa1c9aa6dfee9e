"""Is a fraction another one than in the source: un tiers for two thirds, deux Parties sur trois for one in three?

See docs/un-french.md, fact 30.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.values.fractions import TABLE, fractions, is_said_by, may_have_others
from tmtool.model import Level, Placeable


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags the first fraction of a pair that is another one than in the source."""
    assert draft.source is not None and draft.target is not None
    source = pair.source or ""
    there, here = fractions(source, draft.source.tag), fractions(pair.target, draft.target.tag)
    lost = [one for one in there if all(one.value != other.value for other in here) and not is_said_by(one, _new(pair))]
    gained = [
        one
        for one in here
        if all(one.value != other.value for other in there) and not is_said_by(one, pair.source_placeables)
    ]
    if lost and gained:
        unsure = may_have_others(source, draft.source.tag) or may_have_others(pair.target, draft.target.tag)
        level = None if len(lost) == len(gained) and not unsure else Level.WARNING
        yield exchanged(gained[0].span, pair.target, lost[0].span, source, level=level)


def _new(pair: Pair) -> list[Placeable]:
    """Returns the numbers of the translation that the source has not in figures."""
    known = {one.value for one in pair.source_placeables}
    return [one for one in pair.target_placeables if one.value not in known]


CHECK = SegmentCheck(
    name="numbers-fraction",
    level=Level.ERROR,
    its_type="numbers",
    requires=Needs(source=True, tables=TABLE),
    yields_to=("numbers-value", "numbers-ordinal", "completeness-omission", "language-other-segment"),
    summary="A fraction is another one than in the source.",
    reason=(
        "Un tiers for two thirds holds no figure that could be compared. Reported is a fraction that only the source "
        "has beside one that only the translation has, where no percentage stands for either."
    ),
    examples=(
        Example(source="one third of the members", target="un quart des membres", flagged=("un quart",)),
        Example(
            source="more than four fifths of it", target="plus des trois cinquièmes", flagged=("trois cinquièmes",)
        ),
        Example(
            source="Between 10 and 20 per cent of it; prices rise by one fifth or more.",
            target="De 10 à 20 % ; les prix augmentent d’un quart ou davantage.",
            flagged=("un quart",),
        ),
        Example(
            source="One Party in three has not replied.",
            target="Deux Parties sur trois n’ont pas répondu.",
            flagged=("Deux Parties sur trois",),
        ),
        Example(source="twice a year, two thirds of them", target="deux fois par an, les deux tiers d’entre eux"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
