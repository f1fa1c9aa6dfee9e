"""Is a number of the translation that of the source in other units: 10 acres, quatre hectares?

A translator who converts also rounds, so what is within a tenth is the same; a measure that the source gives in both
systems (800 km/h, 497 mph) needs only one. The units are in the pair's ``conversions.tsv``; they are looked for in
both directions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from tmtool.checks.evidence.values.around import Around, most_of
from tmtool.checks.evidence.values.same_value import Side
from tmtool.languages import language_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Placeable, PlaceableKind

_NEAR = 0.12
"""How far, as a share, a rounded measure may be from the exact one."""
_WHOLE = 0.02
"""How far, as a share, what is written as one of a unit may be from it."""
_LONGEST = 24
"""Characters in which a unit is looked for after its number."""


@dataclass(frozen=True, slots=True)
class _Conversion:
    """A `_Conversion` leads from a unit of the source to one of the target: value times `factor` plus `offset`."""

    there: re.Pattern[str]
    here: re.Pattern[str]
    factor: float
    offset: float

    def exact(self, one: Placeable) -> float:
        """Returns a value of the source in the unit of the target."""
        return float(one.value) * self.factor + self.offset

    def turned(self) -> _Conversion:
        """Returns the conversion in the other direction."""
        return _Conversion(self.here, self.there, 1 / self.factor, -self.offset / self.factor)


_Measure = tuple[Placeable, frozenset[_Conversion]]
"""A number of the target with a unit after it, and the conversions that may lead to it."""


@cache
def _conversions(pair: LanguagePair) -> tuple[_Conversion, ...]:
    joint = r"[\s\u00a0\u202f-]?"
    known = tuple(
        _Conversion(
            re.compile(rf"{joint}(?:{there})(?!\w)"),
            re.compile(rf"{joint}(?:{here})(?:s?(?!\w)|(?=[/.]))"),
            float(factor),
            float(offset),
        )
        for there, here, factor, offset in pair.rows("conversions.tsv")
    )
    return tuple(one.turned() for one in known) if pair.is_turned else known


def without_converted(
    lost: Sequence[Placeable], gained: Sequence[Placeable], source: Side, target: Side, pair: LanguagePair | None
) -> tuple[list[Placeable], list[Placeable]]:
    """Returns what is left of the values that only one side has when measures have found each other."""
    known = _conversions(pair) if (lost or gained) and pair is not None else ()
    if not known:
        return list(lost), list(gained)
    only_here = set(gained)
    # One that is given too comes last: 800 km/h (497 mph).
    others = [two for two in target.placeables if two not in only_here]
    here = [Around(_measured(found, target, known), _start) for found in (gained, others)]
    converted: set[Placeable] = set()
    most = most_of(len(lost))
    for one in lost:
        hows = _units(one, source, known, "there")
        if not hows:
            continue
        place = one.span.start / len(source.text) * len(target.text)
        measures = (measure for around in here for measure in around.nearest(place, most))
        other = next((two for two, units in measures if two not in converted and _is_one(one, hows, two, units)), None)
        if other is not None:
            converted |= {one, other}
    converted.update(one for one in lost if _is_one_of(one, source, target, known, "there"))
    converted.update(two for two in gained if _is_one_of(two, target, source, known, "here"))
    return [one for one in lost if one not in converted], [one for one in gained if one not in converted]


def _is_one_of(one: Placeable, side: Side, other: Side, known: Sequence[_Conversion], where: str) -> bool:
    """Tells whether the other text has one whole of a greater unit, which nobody need write as a number: 12 months,
    un an; 24 heures, a day. In 24 hours a day the unit is there already."""
    wholes = [how for how in _units(one, side, known, where) if _is_whole(float(one.value), how, where)]
    if not wholes or _is_rate(one, side, wholes, where):
        return False
    return any(
        (how.here if where == "there" else how.there).match(other.text, found.end())
        for found in language_of(other.language).pattern("one-of").finditer(other.text)
        for how in wholes
    )


def _is_rate(one: Placeable, side: Side, hows: Sequence[_Conversion], where: str) -> bool:
    """Tells whether a measure is that in one of another unit: 24 hours a day."""
    following = side.text[one.span.end : one.span.end + _LONGEST]
    ends = [unit.end() for how in hows if (unit := (how.there if where == "there" else how.here).match(following))]
    of_one = language_of(side.language).pattern("one-of")
    return any(of_one.match(side.text, one.span.end + end + 1) is not None for end in ends)


def _is_whole(value: float, how: _Conversion, where: str) -> bool:
    """Tells whether a measure is exactly one of the unit on the other side."""
    exact = value * how.factor + how.offset if where == "there" else (value - how.offset) / how.factor
    return abs(exact - 1) < _WHOLE


def is_converted(source: Side, target: Side, pair: LanguagePair | None) -> bool:
    """Tells whether a measure of the source is one of the target in another unit: two weeks, quinze jours; a week, huit
    jours."""
    known = _conversions(pair) if pair is not None else ()
    if any(_is_one_of(one, source, target, known, "there") for one in source.placeables):
        return True
    if any(_is_one_of(two, target, source, known, "here") for two in target.placeables):
        return True
    values: dict[_Conversion, list[float]] = {}
    for two in target.placeables:
        for how in _units(two, target, known, "here"):
            values.setdefault(how, []).append(float(two.value))
    for found in values.values():
        found.sort()
    for one in source.placeables if values else ():
        for how in _units(one, source, known, "there"):
            exact = how.exact(one)
            found = values.get(how, [])
            place = bisect_left(found, exact)
            if any(_is_near(value, exact) for value in found[max(0, place - 1) : place + 1]):
                return True
    return False


def are_units(there: str, here: str, pair: LanguagePair | None) -> bool:
    """Tells whether a word of the source and one of the target are units that a conversion leads between."""
    known = _conversions(pair) if pair is not None else ()
    return any(how.there.fullmatch(there) and how.here.fullmatch(here) for how in known)


def _start(measure: _Measure) -> int:
    return measure[0].span.start


def _measured(numbers: Iterable[Placeable], side: Side, known: Sequence[_Conversion]) -> list[_Measure]:
    """Returns the numbers of the target that are measures, in the order of the text, and what may lead to each."""
    found = ((two, _units(two, side, known, "here")) for two in numbers)
    return [(two, units) for two, units in found if units]


def _units(one: Placeable, side: Side, known: Sequence[_Conversion], where: str) -> frozenset[_Conversion]:
    """Returns the conversions whose unit, "there" in the source or "here" in the target, follows a number."""
    if one.kind is not PlaceableKind.NUMBER:
        return frozenset()
    following = _following(one, side)
    return frozenset(how for how in known if (how.there if where == "there" else how.here).match(following))


def _is_one(one: Placeable, hows: frozenset[_Conversion], other: Placeable, units: frozenset[_Conversion]) -> bool:
    """Tells whether `other` is the measure `one` in a unit of the other system, rounded."""
    return any(_is_near(float(other.value), how.exact(one)) for how in hows & units)


@cache
def _upper_end(language: str) -> re.Pattern[str]:
    """Returns the pattern of the upper end of a range, with what joins it to the lower one."""
    known = language_of(language)
    joints = "|".join((*sorted(known.value_joints | known.range_words), known.small_words.coordinating))
    own = known.pattern("range-joint").pattern
    return re.compile(rf"(?:\s?[-–—]\s?|\s(?:{joints})\s|{own})[\d.,]+")


def _following(number: Placeable, side: Side) -> str:
    """Returns what follows a number, and for the lower end of a range what follows the upper one."""
    following = side.text[number.span.end : number.span.end + _LONGEST]
    upper = _upper_end(side.language).match(following)
    following = following[upper.end() :] if upper else following
    between = language_of(side.language).pattern("before-unit").match(following, 1)
    return following[between.end() - 1 :] if between and between[0] and following[:1].isspace() else following


def _is_near(value: float, exact: float) -> bool:
    return abs(value - exact) <= _NEAR * abs(exact)
