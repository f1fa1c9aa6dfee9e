"""Finds the numbers that adjectives of a duration begin with, which are read as no numbers elsewhere: трехлетний,
десятимесячный, 15летний."""

from __future__ import annotations

import re
from functools import cache

from tmtool.languages.ru import cases, counting
from tmtool.languages.ru.counting import ADJECTIVE_ENDINGS
from tmtool.model import Placeable, PlaceableKind, Span

_OF_A_DURATION = r"(?:летн|годичн|месячн|недельн|дневн|часов|минутн)"
_BIENNIAL = "2"
"""Двухлетний may stand for a biennium, which says no number in the original."""
_JOINED_OTHERWISE = frozenset({"40", "90", "100"})
"""Numbers that begin an adjective in another form than the genitive: сорокалетний, столетний."""


def unread(text: str, value: str) -> tuple[Placeable, ...]:
    """Returns the places of a number in adjectives of a duration."""
    stem = in_adjective(value) if value != _BIENNIAL else None
    places = [found.span("number") for found in _adjective(stem).finditer(text)] if stem else []
    if value.isdecimal():
        places += [found.span("number") for found in _adjective(value).finditer(text)]
    return tuple(Placeable(PlaceableKind.NUMBER, Span(*place), value) for place in places)


def in_adjective(value: str) -> str | None:
    """Returns a number as it begins an adjective, in the genitive and as one word: двадцатипяти."""
    number = counting.in_words(value, cases.GENITIVE)
    return None if number is None or value in _JOINED_OTHERWISE else number.replace(" ", "")


@cache
def _adjective(stem: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<number>{stem}){_OF_A_DURATION}(?:{ADJECTIVE_ENDINGS})(?!\w)", re.IGNORECASE)


def is_in_adjective(text: str, place: Placeable) -> bool:
    """Tells whether a number begins an adjective."""
    stem = in_adjective(place.value)
    return stem is not None and place.span.of(text).lower() == stem and text[place.span.end : place.span.end + 1] != " "
