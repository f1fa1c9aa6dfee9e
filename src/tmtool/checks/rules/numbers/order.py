"""Have two numbers changed places: 34 candidatures de 93 pays for 93 applications from 34 countries?

Each number is told by the word of content after it, which is linked with its counterpart, so that nothing is said
where the things themselves have changed places.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.around import most_of
from tmtool.checks.evidence.linked import linked
from tmtool.checks.evidence.sides import Side
from tmtool.languages.pairs.word_links import WordLinks
from tmtool.languages.stems import Word
from tmtool.model import Level, Placeable, PlaceableKind
from tmtool.model.wording import say

_CLOSE = 14
"""Characters at most from a number to the word that it counts."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where two numbers have changed places."""
    of_source, of_target = _once(pair.source_placeables), _once(pair.target_placeables)
    both = [value for value in of_source if value in of_target]
    turned = _turned(of_source, of_target, pair, draft)
    if turned is not None:
        yield turned
        return
    found = linked(pair, draft) if len(both) > 1 else None
    if found is None:
        return
    there, here = found.sides
    counted = {value: (_counted(of_source[value], there), _counted(of_target[value], here)) for value in both}
    for one, other in _near_each_other(both):
        if _have_swapped(counted[one], counted[other], there.table, there.language):
            first, second = sorted((of_target[one], of_target[other]), key=lambda number: number.span)
            yield Flag(
                say(
                    "“{first}” and “{second}” have changed places.",
                    first=first.span.of(here.text),
                    second=second.span.of(here.text),
                ),
                target_span=first.span,
                source_span=of_source[first.value].span,
            )
            return


def _turned(of_source: dict[str, Placeable], of_target: dict[str, Placeable], pair: Pair, draft: Draft) -> Flag | None:
    """Returns the flag for a part that is larger than the whole, where the source has the two the other way round: 169
    des 148 for 148 of the 169."""
    joint = draft.target.pattern("part-of") if draft.target else None
    numbers = sorted(of_target.values(), key=lambda one: one.span)
    for part, whole in pairwise(numbers) if joint else ():
        if part.value not in of_source or whole.value not in of_source:
            continue
        between = pair.target[part.span.end : whole.span.start]
        straight = of_source[part.value].span < of_source[whole.value].span
        if joint and joint.fullmatch(between) and float(part.value) > float(whole.value) and not straight:
            return Flag(
                say(
                    "“{first}” and “{second}” have changed places.",
                    first=part.span.of(pair.target),
                    second=whole.span.of(pair.target),
                ),
                target_span=part.span,
                source_span=of_source[part.value].span,
            )
    return None


def _once(placeables: tuple[Placeable, ...]) -> dict[str, Placeable]:
    """Returns the numbers that a text has once, by value."""
    numbers = [one for one in placeables if one.kind is PlaceableKind.NUMBER]
    times = Counter(one.value for one in numbers)
    return {one.value: one for one in numbers if times[one.value] == 1}


def _near_each_other(values: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yields each two of the values, of very many those that are near each other."""
    most = most_of(len(values))
    for place, one in enumerate(values):
        for other in values[place + 1 : place + 1 + most]:
            yield one, other


def _counted(number: Placeable, side: Side) -> Word | None:
    """Returns the word of content after a number."""
    place = bisect_left(side.words, number.span.end, key=lambda word: word.span.start)
    word = side.words[place] if place < len(side.words) else None
    return word if word is not None and word.span.start - number.span.end <= _CLOSE else None


def _have_swapped(
    one: tuple[Word | None, Word | None], other: tuple[Word | None, Word | None], table: WordLinks, there: str
) -> bool:
    """Tells whether what each number counts in the translation is what the other counts in the source, and only
    that."""
    (one_there, one_here), (other_there, other_here) = one, other
    if one_there is None or one_here is None or other_there is None or other_here is None:
        return False

    def answers(word: Word, to: Word) -> bool:
        return bool(table.counterparts(word, [to], there))

    crossed = answers(one_there, other_here) and answers(other_there, one_here)
    return crossed and not answers(one_there, one_here) and not answers(other_there, other_here)


CHECK = SegmentCheck(
    name="numbers-order",
    level=Level.ERROR,
    its_type="numbers",
    requires=Needs(source=True, placeables=Sides.BOTH, pair="word_links.tsv"),
    yields_to=("language-other-segment",),
    summary="Two numbers have changed places.",
    reason=(
        "All numbers are there, and each counts what the other should. Reported where the words after the two numbers "
        "answer to each other crosswise and only so."
    ),
    examples=(
        Example(
            source="In all, 93 applications from 34 countries had been received.",
            target="Au total, 34 candidatures de 93 pays avaient été reçues.",
            flagged=("34",),
        ),
        Example(
            source="In all, 93 applications from 34 countries had been received.",
            target="Au total, 34 pays avaient envoyé 93 candidatures.",
        ),
        Example(source="12 members in 30 days", target="12 membres en 30 jours"),
    ),
    look=look,
)
