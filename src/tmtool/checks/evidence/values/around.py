"""Which of many things in one text are around a place of it? So that a long text costs no more than its length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from tmtool.model.span_index import nearest

T = TypeVar("T")


_MOST, _MOST_PAIRS = 64, 20_000


def most_of(many: int) -> int:
    """Returns with how many things each of so many is compared: 64, or fewer in a text that has very many."""
    return min(_MOST, max(1, _MOST_PAIRS // max(1, many)))


class Around(Generic[T]):
    """An `Around` holds things in the order of their text, and gives those that are nearest to a place."""

    def __init__(self, things: Sequence[T], start: Callable[[T], int]) -> None:
        self._things = things
        self._starts = [start(one) for one in things]

    def nearest(self, place: float, most: int) -> Sequence[T]:
        """Returns about so many things around a place, or all where there are no more."""
        return self._things[nearest(self._starts, place, most)]
