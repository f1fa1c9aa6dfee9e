"""Which segments differ from a query in placeables, a leading list label or the final mark only?

The store knows those that may, by their skeletons (text/masks.py). To find the placeables of fifty texts takes longer
than the rest of a lookup, so a text is looked at only when it is asked for, and the nearest first.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cached_property

from tmtool.languages import language_of
from tmtool.text.masks import mask, placeables_of
from tmtool.text.tokens import match_rate


class Alike:
    """`Alike` holds those of some segments (id and text), which have the skeleton of a query, that are like it but for
    values."""

    def __init__(self, query: str, segments: dict[int, str], language: str) -> None:
        self._query = query
        self._segments = segments
        self._language = language_of(language)
        self.texts = frozenset(segments.values())

    def holds(self, text: str) -> bool:
        """Tells whether one of `texts` is like the query."""
        return bool(self._wanted) and (text == self._query or self._masked(text) == self._wanted)

    def others(self, known: Container[int], most: int) -> Iterator[tuple[int, int]]:
        """Yields (segment, match rate) of those that are like the query and not known, best first; only the `most`
        nearest are looked at, 0 for all."""
        others = [
            (-match_rate(self._query, text), segment, text)
            for segment, text in self._segments.items()
            if segment not in known
        ]
        for rate, segment, text in sorted(others)[: most or None]:
            if self.holds(text):
                yield segment, -rate

    @cached_property
    def _wanted(self) -> str:
        return self._masked(self._query)

    def _masked(self, text: str) -> str:
        return mask(text, placeables_of(text, self._language), self._language)
