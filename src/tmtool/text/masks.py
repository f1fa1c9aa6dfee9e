"""What is left of a text when its numbers, dates, symbols and references are covered?

Two segments with the same mask differ in placeables, a leading list label or the final mark only:
last session's sentence with this session's dates. The store keeps a key of each segment's mask, so
that such a segment is found whatever its match rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tmtool.model import Placeable

COVER = "\N{MEDIUM SMALL WHITE CIRCLE}"

_LABEL = re.compile(r"^\s*(?:[-–—•]\s+)?(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})\)|\d{1,3}\.)\s+")
_FINAL_MARK = re.compile(r"[\s.;:,]+$")
# "8 and 9 September", "8–10 September" and "8 September" are all a date or several.
_SERIES = re.compile(rf"{COVER}(?:\s*(?:[-–—/,]|\b(?:and|to|et|au|à)\b)?\s*{COVER})+")


def mask(text: str, placeables: Iterable[Placeable]) -> str:
    """The text in lower case with each placeable, or series of them, covered by one sign; without leading
    list label and final mark, white space folded. Empty if nothing else is in the text."""
    label = _LABEL.match(text)
    parts = []
    end = label.end() if label else 0
    for placeable in placeables:
        if placeable.span.start >= end:
            parts += [text[end : placeable.span.start], COVER]
            end = placeable.span.end
    parts.append(text[end:])
    covered = _FINAL_MARK.sub("", "".join(parts))
    covered = " ".join(_SERIES.sub(COVER, covered.casefold()).split())
    return covered if any(character.isalpha() for character in covered) else ""
