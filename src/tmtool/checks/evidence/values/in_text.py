"""Which values of a text are what it says: not its label, its paragraph number or the call of a note?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tmtool.documents.labels import take_label
from tmtool.model import Placeable, PlaceableKind

_PARAGRAPH_NUMBER = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})+\s(?=[^\W\d_])|\d{1,2}-\d{1,2}\s(?=[\u0621-\u064a])(?!\w+(?:\s\w+)?\s?/)|['’‘`]\d{1,2}['’‘`]\s)"
)
"""2.26 and the like, which have no full stop after; in Arabic 26-2, from right to left, which the days 9-20 before
a month are not; and '12` in a list."""
_NOTE_CALL = re.compile(
    r"(?<=[^\W\d_\u0600-\u06ff\u3400-\u9fff]|[)\]”»\"’'.,;:。；，：])\d{1,3}(?=[\s.,;:)]|$)"
    r"|(?<=[.;:!?。；：！？]\[)\d{1,3}(?=\](?:\s|$))"
    r"|(?<=[^\W\d_]\()\d{1,3}(?=\)[^\w\s]*(?:\s|$))"
)
"""The number of a note, glued to a word or a mark, in brackets or not: "planning.[23]", "Secretary-General(1);"."""
_MOST_LABELS = 8


def in_text(text: str, placeables: Sequence[Placeable]) -> tuple[Placeable, ...]:
    """Returns the placeables that are text: not the label that opens a segment, not a note call glued to a word."""
    if not placeables:
        return ()
    start = _start(text)
    calls = {found.span() for found in _NOTE_CALL.finditer(text)}
    return tuple(
        one
        for one in placeables
        if (one.span.start >= start or one.kind is PlaceableKind.TIME)
        and not (one.kind is PlaceableKind.NUMBER and (one.span.start, one.span.end) in calls)
    )


def _start(text: str) -> int:
    """Returns the place where the text begins after its labels: "12. (a) The report"."""
    rest = text
    for _ in range(_MOST_LABELS):
        label, rest = take_label(rest)
        if not label:
            break
    number = _PARAGRAPH_NUMBER.match(rest)
    return len(text) - len(rest) + (number.end() if number else 0)
