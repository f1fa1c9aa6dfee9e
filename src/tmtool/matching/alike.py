"""Which segments differ from a query in placeables, a leading list label or the final mark only?

The store knows those that may, by their skeletons (text/masks.py). To find the placeables of fifty texts takes longer
than the rest of a lookup, so a text is looked at only when it is asked for, and the nearest first.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cached_property

from tmtool.languages import language_of
from tmtool.model import Placeable
from tmtool.text.masks import PARTING, mask, parted, placeables_of, words_beside
from tmtool.text.tokens import match_rate


class Alike:
    """`Alike` holds those of some segments (id and text), which have the skeleton of a query, that are like it but for
    values."""

    def __init__(self, query: str, segments: dict[int, str], language: str) -> None:
        self._query = query
        self._segments = segments
        self._language = language_of(language)
        self.texts = frozenset(segments.values())
        self.values: dict[str, tuple[Placeable, ...]] = {}
        """The placeables of those that were found to be like the query."""

    def holds(self, text: str) -> bool:
        """Tells whether one of `texts` is like the query."""
        if not self._wanted or text == self._query:
            return bool(self._wanted)
        if not self._may_hold(text):
            return False
        values = placeables_of(text, self._language)
        if mask(text, values, self._language) != self._wanted:
            return False
        self.values[text] = values
        return True

    def others(self, known: Container[int], most: int) -> Iterator[tuple[int, int]]:
        """Yields (segment, match rate) of those that are like the query and not known, best first; only the `most`
        nearest are looked at, 0 for all."""
        others = [
            (-match_rate(self._query, text), segment, text)
            for segment, text in self._segments.items()
            if segment not in known and self._may_hold(text)
        ]
        for rate, segment, text in sorted(others)[: most or None]:
            if self.holds(text):
                yield segment, -rate

    @cached_property
    def _wanted(self) -> str:
        return mask(self._query, placeables_of(self._query, self._language), self._language)

    @cached_property
    def _beside(self) -> list[str]:
        return words_beside(self._wanted)

    @cached_property
    def _parted(self) -> int:
        return self._wanted.count(PARTING)

    def _may_hold(self, text: str) -> bool:
        """Tells whether a text has what the query has beside its values, in the same order: that is told in a hundredth
        of the time that finding the values takes."""
        if parted(text) != self._parted:
            return False
        folded = " ".join(text.casefold().split())
        end = 0
        for part in self._beside:
            start = folded.find(part, end)
            if start < 0:
                return False
            end = start + len(part)
        return True
