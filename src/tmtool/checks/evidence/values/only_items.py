"""Is a text nothing but the numbers of items, as the cells of a timetable have them: 1, 2 and 3 (a)?

In a sentence a small number may be said in another way, or go without saying; there each of them is the whole of what
is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.language import Language
from tmtool.model import Placeable, PlaceableKind

_NUMBERS = frozenset({PlaceableKind.NUMBER, PlaceableKind.REFERENCE})


def are_only_items(pair: Pair, draft: Draft) -> bool:
    """Tells whether both sides of a pair are numbers and letters of items that commas or conjunctions join, several on
    one side at least; a range (1 to 4) is none."""
    if not pair.source or draft.source is None or draft.target is None:
        return False
    rows = (
        _row(pair.source, pair.source_placeables, draft.source),
        _row(pair.target, pair.target_placeables, draft.target),
    )
    return None not in rows and any(rows)


def _row(text: str, placeables: Sequence[Placeable], language: Language) -> bool | None:
    """Returns whether a text has several items, None where it has anything else."""
    between, place = [], 0
    for one in placeables:
        if one.kind not in _NUMBERS or one.span.start < place:
            return None
        between.append(text[place : one.span.start])
        place = one.span.end
    between.append(text[place:])
    joint = _joint(language)
    if len(between) == 1 or not all(joint.fullmatch(one) for one in between):
        return None
    return any(one.strip() for one in between[1:-1])


@cache
def _joint(language: Language) -> re.Pattern[str]:
    """Returns the pattern of what may be between two numbers, or around them."""
    return re.compile(rf"\s*(?:[,;]\s*)?(?:(?:{language.small_words.coordinating})\s+)?")
