"""Reads a text without some of its signs, and says where in the text as it is something was found.

For scripts in which vowel marks come and go, and letters have several forms.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from tmtool.model import Placeable, Span


@dataclass(frozen=True, slots=True)
class Folded:
    """A `Folded` is a text without some signs, and the place that each of its characters has in the text as it is."""

    text: str
    places: tuple[int, ...]

    def span(self, span: Span) -> Span:
        """Returns the place in the text as it is, with the signs that belong to the last character."""
        if span.start == span.end:
            return Span(self.places[span.start], self.places[span.start])
        return Span(self.places[span.start], self.places[span.end - 1] + 1)


def folded(text: str, table: Mapping[int, str | None]) -> Folded:
    """Returns the text with characters exchanged one for one, or left out (None), by a table of code points."""
    kept: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        other = table.get(ord(character), character)
        if other is not None:
            kept.append(other)
            places.append(place)
    places.append(len(text))
    return Folded("".join(kept), tuple(places))


def found_in(
    text: str, table: Mapping[int, str | None], find: Callable[[str], tuple[Placeable, ...]]
) -> tuple[Placeable, ...]:
    """Returns what is found in the folded text, with the places that it has in the text as it is."""
    bare = folded(text, table)
    return tuple(replace(one, span=bare.span(one.span)) for one in find(bare.text))
