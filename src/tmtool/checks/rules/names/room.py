"""Is a room another one than in the source: salle B for Room D?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span

_TABLE = "rooms.tsv"
_LETTER = r"(?P<letter>[A-Z])(?![\w’'&/-]|\.\w)"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each room of a pair that has another letter than in the source, where both name as many."""
    source = pair.source or ""
    for there, here in _rooms(draft.language_pair) if draft.language_pair else ():
        named = list(there.finditer(source))
        found = list(here.finditer(pair.target))
        letters = {one["letter"] for one in named}
        strange = [one for one in found if one["letter"] not in letters]
        lost = [one for one in named if one["letter"] not in {other["letter"] for other in found}]
        if strange and lost and len(named) == len(found):
            for one, other in zip(strange, lost, strict=False):
                yield exchanged(Span(*one.span()), pair.target, Span(*other.span()), source)


@cache
def _rooms(known: LanguagePair) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Returns the patterns of rooms with their letters, in the source and in the translation."""
    return tuple(
        (re.compile(rf"(?<![\w-])(?:{there})\s{_LETTER}"), re.compile(rf"(?<![\w-])(?:{here})\s{_LETTER}"))
        for there, here in known.rows(_TABLE)
    )


CHECK = SegmentCheck(
    name="names-room",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(source=True, pair=_TABLE, one_way=True),
    yields_to=("completeness-length", "language-other-segment"),
    summary="A room or a building has another letter than in the source.",
    reason=(
        "Who goes to another room misses the meeting. Compared are the letters of rooms and buildings, where both "
        "texts name as many of them; numbers are compared as such."
    ),
    examples=(
        Example(source="Registration opens in Room D.", target="L’inscription débute salle B.", flagged=("salle B",)),
        Example(
            source="The plenary will meet in Boardroom B.",
            target="La plénière se réunira dans la salle du Conseil D.",
            flagged=("salle du Conseil D",),
        ),
        Example(source="Rooms A and B; Room C", target="Salles A et B ; salle C"),
        Example(source="in Boardroom B", target="dans la salle de conférence B"),
    ),
    look=look,
)
