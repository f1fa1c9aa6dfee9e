"""How does French write a time of day that was typed as 10:30, 10h30 or 10h (docs/un-french.md, facts 40 to 42)?

In running text 10 h 30, but 10 heures for the full hour, and midi. Tables shorten in manners of their own, and keep to
the one that they have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_HOURS_OF_A_DAY = 24


@cache
def _typed() -> re.Pattern[str]:
    return re.compile(
        r"(?P<hour>\d{1,3})(?:(?:\s?h\s?|:)(?P<minute>[0-5]\d)(?:\s?(?:h|hrs?|heures?))?|h)", re.IGNORECASE
    )


@cache
def _full_hour() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w:.,])(?:[01]?\d|2[0-3])"
        r"(?:(?P<colon>:00)|\s?(?P<word>heures?)(?!\s?\d)|\s?h\s?(?P<zeros>00)|\s?(?P<sign>h)(?!\s?\d))(?![\w:])",
        re.IGNORECASE,
    )


def manners(text: str) -> Iterator[str]:
    """Yields the manner in which each full hour of a text is written: "colon" (10:00), "zeros" (10 h 00), "sign" (10 h)
    or "word" (10 heures)."""
    return (found.lastgroup or "" for found in _full_hour().finditer(text))


def written_as(written: str, manner: str, space: str) -> str | None:
    """Returns a typed time of day as French writes it in a manner, "" for that of running text; None where it is no
    time of day. Tables with a colon may have hours of one figure: 9:30. More hours than a day has are how long
    something lasts, which is written out in any manner: 72h00, 72 heures."""
    found = _typed().fullmatch(written)
    if found is None:
        return None
    hour, minute = int(found["hour"]), found["minute"] or "00"
    if hour >= _HOURS_OF_A_DAY:
        return f"{hour}{space}heures" if minute == "00" else f"{hour}{space}h{space}{minute}"
    if manner == "colon":
        return written if ":" in written else f"{hour:02}:{minute}"
    if minute != "00" or manner == "zeros":
        return f"{hour}{space}h{space}{minute}"
    if manner == "sign":
        return f"{hour}{space}h"
    if hour == 12:
        return "midi"
    return f"{hour}{space}heure{'s' if hour > 1 else ''}" if hour else "minuit"
