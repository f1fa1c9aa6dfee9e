"""Is a day said from another, or a part of the day, another one than in the source: le lendemain for the same day?

See docs/un-french.md, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanges
from tmtool.model import Level

_CONCEPTS = "relative_days.tsv"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a day said from another, or a part of the day, is exchanged for another."""
    yield from exchanges(_CONCEPTS, pair, draft)


CHECK = SegmentCheck(
    name="dates-relative",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(source=True, pair=_CONCEPTS),
    yields_to=("completeness-omission", "completeness-addition", "meaning-opposite"),
    summary="The next day is in the place of the same day, the afternoon in that of the morning.",
    reason=(
        "Such a word sends delegates to an empty room as surely as a wrong date. Reported is one that the source has "
        "and nothing here answers to, where another of its kind is here and not in the source."
    ),
    examples=(
        Example(
            source="The Plenary will meet again at 8 p.m. on the same day.",
            target="La plénière se réunira de nouveau le lendemain à 20 heures.",
            flagged=("lendemain",),
        ),
        Example(
            source="The event is held on the eve of the segment, Monday, 21 June.",
            target="La réunion se tient le lendemain, lundi 21 juin.",
            flagged=("lendemain",),
        ),
        Example(
            source="in the morning of the opening day",
            target="l’après-midi du jour d’ouverture",
            flagged=("après-midi",),
        ),
        Example(
            source="The year before last, exports fell.",
            target="L’année dernière, les exportations ont reculé.",
            flagged=("année dernière",),
        ),
        Example(
            source="The debate was adjourned sine die.",
            target="Le débat a été ajourné à la semaine suivante.",
            flagged=("semaine suivante",),
        ),
        Example(source="Early in 2027, its mandate ended.", target="Son mandat a pris fin début 2027."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
