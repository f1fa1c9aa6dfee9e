"""Writes values in the manner of a French text: the details that docs/un-french.md lists in its sections 2 to 6."""

from __future__ import annotations

import re

from tmtool.languages.fr import rendering_dates as dates
from tmtool.languages.fr import rendering_numbers as numbers
from tmtool.languages.fr.rendering_references import reference
from tmtool.languages.rendering import Change, Rewritten, copied
from tmtool.model import Placeable, PlaceableKind, Span

_COUNTED = re.compile(r"\s[^\W\d_]|['’\-‑]\w")
"""What follows a number that counts something."""


def rewrite(text: str, place: Placeable, change: Change) -> Rewritten:
    """Writes the new value in the place of the old one (`languages.rendering.Rewrite`). Raises UncertainError."""
    written = place.span.of(text)
    match change.kind:
        case PlaceableKind.NUMBER | PlaceableKind.PERCENT:
            counts = change.kind is PlaceableKind.PERCENT or bool(_COUNTED.match(text, place.span.end))
            return Rewritten(place.span, numbers.number(text, written, change, counts=counts))
        case PlaceableKind.ORDINAL:
            return Rewritten(place.span, numbers.ordinal(written, change))
        case PlaceableKind.DATE:
            return _with_preposition(text, place.span, dates.date(text, written, change), change.habits)
        case PlaceableKind.WEEKDAY:
            return Rewritten(place.span, dates.weekday(written, change))
        case PlaceableKind.TIME:
            return Rewritten(place.span, dates.time(text, place.span, change))
        case PlaceableKind.REFERENCE:
            return Rewritten(place.span, reference(text, place.span, change))
        case _:
            return copied(text, place, change)


def _with_preposition(text: str, span: Span, new: str, habits: str) -> Rewritten:
    if new[0].isdigit() or not (before := dates.elided(text, span.start, new)):
        return Rewritten(span, new)
    return Rewritten(Span(before.start, span.end), dates.preposition(text, before, new, habits) + new)
