"""Which numbers of a text have plain spaces between their thousands: 8 930, which may be read as 8 and 930?

In English a space groups digits in some houses and parts two numbers elsewhere, so that a run is read as one number
only where the other text has that number.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from tmtool.model import Placeable, PlaceableKind, Span

GROUPED = re.compile(r"(?<!\d)(?<!\d )\d{1,3}(?: \d{3})+(?!\d)")


def with_grouped(placeables: tuple[Placeable, ...], text: str, values: Collection[str]) -> tuple[Placeable, ...]:
    """Returns the placeables of a text, in order, with each run of numbers that has one of some values as a whole put
    together."""
    wholes = [
        Placeable(PlaceableKind.NUMBER, Span(*found.span()), value)
        for found in GROUPED.finditer(text)
        if (value := found[0].replace(" ", "")) in values
    ]
    if not wholes:
        return placeables
    parts = [one for one in placeables if any(whole.span.overlaps(one.span) for whole in wholes)]
    if any(one.kind is not PlaceableKind.NUMBER for one in parts):
        return placeables
    left = (one for one in placeables if one not in parts)
    return tuple(sorted((*left, *wholes), key=lambda one: one.span))
