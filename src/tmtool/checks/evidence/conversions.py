"""Is a number of the translation that of the source in other units: 10 acres, quatre hectares?

A translator who converts also rounds, so what is within a tenth is the same; a measure that the source gives in both
systems (800 km/h, 497 mph) needs only one. The units are in the pair's ``conversions.tsv``; they are looked for in the
direction of the table only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tmtool.checks.evidence.same_value import Side
from tmtool.languages import language_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Placeable, PlaceableKind

_NEAR = 0.12
"""How far, as a share, a rounded measure may be from the exact one."""
_LONGEST = 24
"""Characters in which a unit is looked for after its number."""


@dataclass(frozen=True, slots=True)
class _Conversion:
    """A `_Conversion` leads from a unit of the source to one of the target: value times `factor` plus `offset`."""

    there: re.Pattern[str]
    here: re.Pattern[str]
    factor: float
    offset: float


@cache
def _conversions(pair: LanguagePair) -> tuple[_Conversion, ...]:
    joint = r"[\s\u00a0\u202f-]?"
    return tuple(
        _Conversion(
            re.compile(rf"{joint}(?:{there})(?!\w)"),
            re.compile(rf"{joint}(?:{here})(?:s?(?!\w)|(?=[/.]))"),
            float(factor),
            float(offset),
        )
        for there, here, factor, offset in pair.rows("conversions.tsv")
    )


def without_converted(
    lost: Sequence[Placeable], gained: Sequence[Placeable], source: Side, target: Side, pair: LanguagePair | None
) -> tuple[list[Placeable], list[Placeable]]:
    """Returns what is left of the values that only one side has when measures have found each other."""
    known = _conversions(pair) if lost and pair is not None and not pair.is_turned else ()
    if not known:
        return list(lost), list(gained)
    converted: set[Placeable] = set()
    only_here = set(gained)
    # One that is given too comes last: 800 km/h (497 mph).
    others = [*gained, *(two for two in target.placeables if two not in only_here)]
    here = [two for two in others if any(how.here.match(_following(two, target)) for how in known)]
    for one in lost:
        if any(how.there.match(_following(one, source)) for how in known):
            place = next((place for place, two in enumerate(here) if _says(one, two, source, target, known)), None)
            if place is not None:
                converted |= {one, here.pop(place)}
    return [one for one in lost if one not in converted], [one for one in gained if one not in converted]


def is_converted(source: Side, target: Side, pair: LanguagePair | None) -> bool:
    """Tells whether a measure of the source is one of the target in another unit: two weeks, quinze jours."""
    known = _conversions(pair) if pair is not None and not pair.is_turned else ()
    return any(_says(one, two, source, target, known) for one in source.placeables for two in target.placeables)


def _says(one: Placeable, other: Placeable, source: Side, target: Side, known: Sequence[_Conversion]) -> bool:
    """Tells whether `other` is the measure `one` in a unit of the other system, rounded."""
    if one.kind is not PlaceableKind.NUMBER or other.kind is not PlaceableKind.NUMBER:
        return False
    there, here = _following(one, source), _following(other, target)
    return any(how.there.match(there) and how.here.match(here) and _is_near(one, other, how) for how in known)


@cache
def _upper_end(language: str) -> re.Pattern[str]:
    """Returns the pattern of the upper end of a range, with what joins it to the lower one."""
    known = language_of(language)
    joints = "|".join((*sorted(known.value_joints | known.range_words), known.small_words.coordinating))
    return re.compile(rf"(?:\s?[-–—]\s?|\s(?:{joints})\s)[\d.,]+")


def _following(number: Placeable, side: Side) -> str:
    """Returns what follows a number, and for the lower end of a range what follows the upper one."""
    following = side.text[number.span.end : number.span.end + _LONGEST]
    upper = _upper_end(side.language).match(following)
    return following[upper.end() :] if upper else following


def _is_near(one: Placeable, other: Placeable, how: _Conversion) -> bool:
    exact = float(one.value) * how.factor + how.offset
    return abs(float(other.value) - exact) <= _NEAR * abs(exact)
