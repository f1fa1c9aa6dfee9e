"""Is a city or a river another one than in the source, misspelt, or has it no capital? (un-french.md, fact 84.)

In a close translation, is something in a city of which the source says nothing?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanges
from tmtool.checks.evidence.names.added_places import added_places
from tmtool.checks.evidence.names.lost_capital import without_capital
from tmtool.checks.evidence.names.misspelt_name import with_a_slip
from tmtool.model import Level
from tmtool.model.wording import say

_CONCEPTS = "cities.tsv"
_IN_COMPOUND = re.compile(r"[-–][^\W\d_]")
"""What follows a city in the name of something else: the Hague-Visby Rules."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a city is exchanged for another, is misspelt, has lost its capital, or
    is that of a place which only a close translation names."""
    exchanged = set()
    for flag in exchanges(_CONCEPTS, pair, draft):
        exchanged |= {flag.target_span.of(pair.target)} if flag.target_span is not None else set()
        spans = ((flag.target_span, pair.target), (flag.source_span, pair.source or ""))
        if not any(span is not None and _IN_COMPOUND.match(text, span.end) for span, text in spans):
            yield flag
    yield from without_capital(_CONCEPTS, pair, draft)
    yield from with_a_slip(_CONCEPTS, pair, draft)
    for here in added_places(_CONCEPTS, "city", pair, draft) if draft.is_close else ():
        name = here.of(pair.target)
        if name not in exchanged:
            message = say("Nothing in the source answers to “{words}”.", words=name)
            yield Flag(message, target_span=here, level=Level.INFO)


CHECK = SegmentCheck(
    name="names-city",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(source=True, pair="cities.tsv"),
    yields_to=("completeness-omission", "completeness-length", "language-other-segment", "spelling-word"),
    summary="A city, a river or an island is exchanged for another, is misspelt, has lost its capital, or was added.",
    reason=(
        "A meeting in Vienna is not held in Geneva, nor is the Nile the Niger. One of them lost and another gained is "
        "an exchange; one lost alone is not, since French also says à cette occasion, au Siège; one gained alone is "
        "told in a close translation. They are those that United Nations texts name."
    ),
    examples=(
        Example(source="It will meet in Vienna.", target="Il se réunira à Genève.", flagged=("Genève",)),
        Example(source="in The Hague and Cairo", target="au Caire et à La Haye"),
        Example(
            source="The delegates met in Geneva.", target="Les délégués se sont réunis à genève.", flagged=("genève",)
        ),
        Example(source="It met in Tbilisi.", target="Il s’est réuni à Tblissi.", flagged=("Tblissi",)),
        Example(source="The Bogota office", target="le bureau de Bogotá"),
        Example(source="The Zambezi basin", target="le bassin de l’Orénoque", flagged=("Orénoque",)),
        Example(source="at Headquarters in New York", target="au Siège"),
        Example(
            source="The Committee will meet in June.",
            target="Le Comité se réunira à Genève en juin.",
            flagged=("Genève",),
            is_close=True,
        ),
        Example(
            source="The Kunming-Montreal Framework was adopted at the session.",
            target="Le Cadre de Kunming à Montréal a été adopté à la session.",
            is_close=True,
        ),
        Example(source="the rules signed in Brussels", target="les règles de La Haye-Visby"),
    ),
    look=look,
)
