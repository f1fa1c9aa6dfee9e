"""Finds the numbers that are in adjectives of a duration and are no numbers to other languages' eyes: трехлетний,
десятимесячный."""

from __future__ import annotations

import re
from functools import cache

from tmtool.languages.ru import counting
from tmtool.model import Placeable, PlaceableKind, Span

_MOST = 100
_OF_A_DURATION = r"(?:летн|месячн|недельн|дневн|часов|минутн)"
_ENDINGS = "(?:ий|яя|ее|ие|его|ему|им|ем|ей|юю|их|ими|ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых|ыми)"
_BIENNIAL = "2"
"""Двухлетний may stand for a biennium, which says no number in the original."""
_JOINED_OTHERWISE = {"40", "90", "100"}


def unread(text: str, value: str) -> tuple[Placeable, ...]:
    """Returns the places of a number in such adjectives."""
    stem = in_adjective(value) if value != _BIENNIAL else None
    if stem is None:
        return ()
    return tuple(
        Placeable(PlaceableKind.NUMBER, Span(*found.span("number")), value) for found in _adjective(stem).finditer(text)
    )


def in_adjective(value: str) -> str | None:
    """Returns a number as it begins an adjective, in the genitive and as one word: двадцатипяти."""
    number = counting.in_words(value, counting.GENITIVE)
    return None if number is None or value in _JOINED_OTHERWISE else number.replace(" ", "")


@cache
def _adjective(stem: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<number>{stem}){_OF_A_DURATION}{_ENDINGS}(?!\w)", re.IGNORECASE)


def is_in_adjective(text: str, place: Placeable) -> bool:
    """Tells whether a number is such a part of an adjective."""
    stem = in_adjective(place.value)
    return stem is not None and place.span.of(text).lower() == stem and text[place.span.end : place.span.end + 1] != " "
