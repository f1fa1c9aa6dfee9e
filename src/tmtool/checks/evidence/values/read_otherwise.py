"""Which values only seem to differ, since they are read otherwise or said in another way than on the other side?

Where both texts have the same figures, none can be lost or added: a value that seems so was read with what is around
it (12:45–13:45, the item EX/3.3, "from 26 to 27 on 1 January"). A contract says a number twice (eighty (80) million),
and a translation may say how many several numbers are together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from tmtool.checks.evidence.values.same_value import DIGITS, Side, is_year, small
from tmtool.languages import language_of
from tmtool.model import Placeable, PlaceableKind, Span

_SCALE = re.compile(r"\)[ \u00a0\u202f]([^\W\d_]+)")
_OPENS = re.compile(r"[ \u00a0\u202f]?\(")
_POWER = re.compile(r"(?<!\d)(\d+)\^\{?[-–−]?(\d+)")
_NEXT_CELL = re.compile(r"[ \u00a0\u202f]+(\d{1,2})(?!\d|[:.]\d)")
"""The figures of a cell after a time."""
_MOST_ADDENDS = 6


def said_once(side: Side) -> Side:
    """Returns a side in which a number in words that figures in brackets repeat is one, with the scale after these,
    which figures in brackets may have alone (eighty (80) million, (80) million), and so are two numbers that say
    without a break: 24 heures sur 24."""
    read: dict[Placeable, Placeable] = {}
    told = set()
    for one, other in pairwise(side.placeables):
        if (
            one.kind is other.kind is PlaceableKind.NUMBER
            and one.value == other.value
            and _OPENS.fullmatch(side.text, one.span.end, other.span.start)
            and side.text.startswith(")", other.span.end)
        ):
            read[other] = _scaled(one, other, side)
            told.add(one)
        elif one.kind is other.kind and one.value == other.value and _is_always(one, other, side):
            told.add(other)
    for one in side.placeables:
        if one.kind is PlaceableKind.NUMBER and one not in read and side.text.endswith("(", 0, one.span.start):
            read[one] = _scaled(one, one, side)
    if not read and not told:
        return side
    return replace(side, placeables=tuple(read.get(one, one) for one in side.placeables if one not in told))


def _is_always(one: Placeable, other: Placeable, side: Side) -> bool:
    """Tells whether two equal numbers say without a break: 24 heures sur 24."""
    always = language_of(side.language).pattern("of-as-many")
    return always.fullmatch(side.text, one.span.end, other.span.start) is not None


def _scaled(one: Placeable, other: Placeable, side: Side) -> Placeable:
    """Returns the number in brackets with the words before and the scale after it, if there is one."""
    scale = _SCALE.match(side.text, other.span.end)
    if scale is None:
        return other
    read = language_of(side.language).placeables(f"{other.span.of(side.text)} {scale[1]}")
    if not read or read[0].kind is not PlaceableKind.NUMBER or read[0].value == other.value:
        return other
    return replace(other, value=read[0].value, span=Span(one.span.start, scale.end()))


def have_same_figures(source: Side, target: Side) -> bool:
    """Tells whether both texts have the same runs of figures, each as often; the exponent of a power may have come down
    to its base: 10^6, 106."""
    here, there = (Counter(DIGITS.findall(_POWER.sub(r"\1\2", side.text))) for side in (source, target))
    return bool(here) and here == there


def are_cells_of_a_row(one: Placeable, other: Placeable, source: Side, target: Side) -> bool:
    """Tells whether two times of day differ by the figures of the next cell of a row whose tabs are lost, which one
    side seems to have for minutes and the other has after its time: 10 heures-13 heures 4, 10 a.m.–1 p.m. 4."""
    if one.kind is not PlaceableKind.TIME or other.kind is not PlaceableKind.TIME:
        return False
    for (longer, _), (shorter, side) in (((one, source), (other, target)), ((other, target), (one, source))):
        hour, minutes = longer.value.split(":")
        if shorter.value != f"{hour}:00" or minutes == "00":
            continue
        following = _NEXT_CELL.match(side.text, shorter.span.end)
        if following is not None and int(following[1]) == int(minutes):
            return True
        after = (two for two in side.placeables if two.kind is PlaceableKind.TIME)
        if any(0 <= two.span.start - shorter.span.end <= 1 and two.value == f"{minutes}:00" for two in after):
            return True
    return False


def is_misread(one: Placeable, other: Placeable, source: Side, target: Side) -> bool:
    """Tells whether two values of texts with the same figures differ by how they are read: other figures are in them,
    so that those of the one are elsewhere in the other text."""
    here, there = DIGITS.findall(one.span.of(source.text)), DIGITS.findall(other.span.of(target.text))
    if not here or not there:
        return False
    if one.kind is other.kind:
        return one.kind is PlaceableKind.NUMBER and sorted(here) != sorted(there)
    return PlaceableKind.PERCENT not in (one.kind, other.kind)


def in_figures(one: Placeable, side: Side) -> bool:
    """Tells whether a value is written in figures of which it says no more than these."""
    return one.kind is not PlaceableKind.PERCENT and DIGITS.search(one.span.of(side.text)) is not None


def sums(values: Iterable[Placeable], side: Side) -> frozenset[Placeable]:
    """Returns the numbers that neighbouring numbers of the other side are together: twenty-four experts for "eight of
    the Governments, eight of the Employers and eight of the Workers"."""
    wanted = [one for one in values if one.kind is PlaceableKind.NUMBER and _is_whole(one)]
    if not wanted:
        return frozenset()
    totals = _totals([int(one.value) for one in side.placeables if one.kind is PlaceableKind.NUMBER and _may_add(one)])
    return frozenset(one for one in wanted if int(one.value) in totals)


def _is_whole(one: Placeable) -> bool:
    return _may_add(one) and not small(one.value) and not is_year(one.value)


def _may_add(one: Placeable) -> bool:
    return one.value.isdigit() and len(one.value) <= len("1000000") and not is_year(one.value)


def _totals(numbers: Sequence[int]) -> set[int]:
    """Returns the sums of two and more neighbouring numbers."""
    return {
        total
        for start in range(len(numbers))
        for addends, total in enumerate(accumulate(numbers[start : start + _MOST_ADDENDS]), 1)
        if addends > 1
    }
