"""Is a number of the translation that of the source in other units: 10 acres, quatre hectares?

A translator who converts also rounds, so what is within a tenth is the same; a measure that the source gives in both
systems (800 km/h, 497 mph) needs only one. The units are in ``conversions.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.checks.evidence.same_value import Side
from tmtool.languages import tables
from tmtool.model import Placeable, PlaceableKind

_NEAR = 0.12
"""How far, as a share, a rounded measure may be from the exact one."""
_LONGEST = 24
"""Characters in which a unit is looked for behind its number."""
_CLUES = re.compile(
    r"\b(?:inch|f(?:ee|oo)t\b|ft\b|yard|mile|mph|acre|ounce|oz\b|pound|lbs?\b|ton|gallon|barrel|degree)|[°\"]"
)


@dataclass(frozen=True, slots=True)
class _Conversion:
    """From an English unit to a French one: value times `factor` plus `offset`."""

    english: re.Pattern[str]
    french: re.Pattern[str]
    factor: float
    offset: float


@cache
def _conversions() -> tuple[_Conversion, ...]:
    joint = r"[\s\u00a0\u202f-]?"
    return tuple(
        _Conversion(
            re.compile(rf"{joint}(?:{english})(?!\w)"),
            re.compile(rf"{joint}(?:{french})(?:s?(?!\w)|(?=[/.]))"),
            float(factor),
            float(offset),
        )
        for english, french, factor, offset in tables.rows(Path(__file__).with_suffix(".tsv"))
    )


def without_converted(
    lost: Sequence[Placeable], gained: Sequence[Placeable], source: Side, target: Side
) -> tuple[list[Placeable], list[Placeable]]:
    """What is left of the values that only English or only French has when measures have found each other."""
    if not lost or _CLUES.search(source.text) is None:
        return list(lost), list(gained)
    converted: set[Placeable] = set()
    for one in lost:
        # One that is given too comes last: 800 km/h (497 mph).
        given = [two for two in target.placeables if two not in gained]
        other = next(
            (two for two in (*gained, *given) if two not in converted and _says(one, two, source, target)), None
        )
        if other is not None:
            converted |= {one, other}
    return [one for one in lost if one not in converted], [one for one in gained if one not in converted]


def _says(one: Placeable, other: Placeable, source: Side, target: Side) -> bool:
    """True if `other` is the measure `one` in a unit of the other system, rounded."""
    if one.kind is not PlaceableKind.NUMBER or other.kind is not PlaceableKind.NUMBER:
        return False
    there, here = _behind(one, source.text), _behind(other, target.text)
    return any(
        how.english.match(there) and how.french.match(here) and _is_near(one, other, how) for how in _conversions()
    )


def _behind(number: Placeable, text: str) -> str:
    """What stands behind a number, and for the lower end of a range what stands behind the upper one."""
    behind = text[number.span.end : number.span.end + _LONGEST]
    upper = re.match(r"(?:\s?[-–—]\s?|\s(?:to|and|or|à|et|ou)\s)[\d.,]+", behind)
    return behind[upper.end() :] if upper else behind


def _is_near(one: Placeable, other: Placeable, how: _Conversion) -> bool:
    exact = float(one.value) * how.factor + how.offset
    return abs(float(other.value) - exact) <= _NEAR * abs(exact)
