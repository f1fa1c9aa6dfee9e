"""Which dates does one side write by a figure alone, since another date beside it says the rest?

A day may leave its month to the date before it (15 May, 15日), a year its month and day to the next date (20 March 2013
and 20 March 2014, 2013年和2014年3月20日).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tmtool.checks.evidence.values.same_value import Side, date_parts
from tmtool.model import Placeable, PlaceableKind

_FIGURES = frozenset({PlaceableKind.NUMBER, PlaceableKind.ORDINAL})


def without_understood(
    lost: Sequence[Placeable], gained: Sequence[Placeable], source: Side, target: Side
) -> tuple[list[Placeable], list[Placeable]]:
    """Returns what is left when dates of one side have found the figures that say them on the other."""
    here, there = _said(lost, gained, target), _said(gained, lost, source)
    told = {*here, *here.values(), *there, *there.values()}
    return [one for one in lost if one not in told], [one for one in gained if one not in told]


def _said(dates: Iterable[Placeable], others: Sequence[Placeable], side: Side) -> dict[Placeable, Placeable]:
    """Maps dates to the figures among the `others`, which are of `side`, that say them with a date of that side which
    the other side has too."""
    unmatched = set(others)
    whole = [
        date_parts(one.value) for one in side.placeables if one.kind is PlaceableKind.DATE and one not in unmatched
    ]
    figures = [one for one in others if one.kind in _FIGURES] if whole else []
    found: dict[Placeable, Placeable] = {}
    for one in dates if figures else ():
        if one.kind is not PlaceableKind.DATE:
            continue
        year, month, day = date_parts(one.value)
        wanted = set[str]()
        if day and any(m == month and (not y or not year or y == year) for y, m, _ in whole):
            wanted.add(str(int(day)))
        if year and any((m, d) == (month, day) for _, m, d in whole):
            wanted.add(year)
        figure = next((other for other in figures if other.value in wanted and other not in found.values()), None)
        if figure is not None:
            found[one] = figure
    return found
