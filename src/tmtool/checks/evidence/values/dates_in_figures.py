"""Which dates in figures (31/3/2001, 3/31/2001, 2001/3/31) say a day that the other side has?

A date in figures alone is read only with the other side: where that has one of the days that it may be, as a date or in
figures, it is that day. Any other stays the numbers that it is made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tmtool.checks.evidence.values.same_value import Side
from tmtool.languages.dates import is_real, value
from tmtool.model import Placeable, PlaceableKind, Span
from tmtool.model.span_index import SpanIndex

_DATE = re.compile(
    r"(?<![^\W\u3400-\u9fff])(?<![/.,-])(?:(?P<one>\d{1,2})(?P<mark>[/.-])(?P<other>\d{1,2})(?P=mark)(?P<year>[12]\d{3})"
    r"|(?P<first>[12]\d{3})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2}))(?![^\W\u3400-\u9fff]|[/-]|[.,]\d)"
)


def with_dates_in_figures(source: Side, target: Side) -> tuple[Side, Side]:
    """Returns both sides with the dates in figures that say a day of the other side read as that day."""
    here, there = list(_readings(target.text)), list(_readings(source.text))
    if not here and not there:
        return source, target
    of_source, of_target = _days(source, there), _days(target, here)
    return _read(source, there, of_target), _read(target, here, of_source)


def _readings(text: str) -> Iterator[tuple[Span, frozenset[str]]]:
    """Yields each date in figures with the days that it may be."""
    for found in _DATE.finditer(text):
        if found["year"]:
            year, one, other = int(found["year"]), int(found["one"]), int(found["other"])
            parts = {(year, other, one), (year, one, other)}
        else:
            parts = {(int(found["first"]), int(found["month"]), int(found["day"]))}
        yield Span(*found.span()), frozenset(value(*date) for date in parts if is_real(*date))


def _days(side: Side, readings: list[tuple[Span, frozenset[str]]]) -> frozenset[str]:
    """Returns the days that a side has, or may have."""
    return frozenset(one.value for one in side.placeables if one.kind is PlaceableKind.DATE).union(
        *(days for _, days in readings)
    )


def _read(side: Side, readings: list[tuple[Span, frozenset[str]]], others: frozenset[str]) -> Side:
    told = {span: min(days & others) for span, days in readings if days & others}
    if not told:
        return side
    places = SpanIndex(told)
    kept = [one for one in side.placeables if not places.overlaps(one.span)]
    dates = [Placeable(PlaceableKind.DATE, span, day) for span, day in told.items()]
    return replace(side, placeables=tuple(sorted([*kept, *dates], key=lambda one: one.span)))
