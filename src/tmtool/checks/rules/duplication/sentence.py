"""Is a sentence of a paragraph there twice, where the source has none twice?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.engine.sentence_spans import parts_of
from tmtool.model import Level, Span
from tmtool.model.wording import say

_SHORTEST = 25
"""Characters of a sentence that nobody writes twice by chance: « Voir le point 2. » may stand behind two others."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags the sentences of a pair that have been there before, where the source has each of its own once; those in a
    row together."""
    parts = parts_of(pair.target)
    if len(parts) == 1:
        return
    source = pair.source or ""
    if max(Counter(_spaced(source, part) for part in parts_of(source)).values()) > 1:
        return
    seen: set[str] = set()
    again = []
    for sentence in (_spaced(pair.target, part) for part in parts):
        again.append(sentence in seen)
        if len(sentence) >= _SHORTEST:
            seen.add(sentence)
    for is_again, run in groupby(range(len(parts)), again.__getitem__):
        places = list(run)
        if is_again:
            yield Flag(
                say("The same text is here twice, and once in the source."),
                target_span=Span(parts[places[0] - 1].end, parts[places[-1]].end),
                suggestion="",
                fixable=True,
            )


def _spaced(text: str, part: Span) -> str:
    return " ".join(part.of(text).split())


CHECK = SegmentCheck(
    name="duplication-sentence",
    level=Level.WARNING,
    its_type="duplication",
    requires=Needs(source=True),
    summary="A sentence of a paragraph is there twice, and once in the source.",
    reason=(
        "What is pasted twice is read as one by whoever knows the text. A sentence of some length counts that is there "
        "again, word for word, in its paragraph; where the source repeats one, nothing is said."
    ),
    examples=(
        Example(
            source="The Group will meet in Vienna in May. It will elect its officers.",
            target="Le Groupe se réunira à Vienne en mai. Il élira son bureau. Le Groupe se réunira à Vienne en mai.",
            flagged=(" Le Groupe se réunira à Vienne en mai.",),
            repaired="Le Groupe se réunira à Vienne en mai. Il élira son bureau.",
        ),
        Example(
            source="The first meeting will be held in private. The second meeting will be held in private.",
            target="La première séance sera privée. La deuxième séance sera privée.",
        ),
        Example(
            source="This meeting will be held in private. It is item 3. This meeting will be held in private.",
            target="Cette séance sera tenue à huis clos. C’est le point 3. Cette séance sera tenue à huis clos.",
        ),
    ),
    look=look,
)
