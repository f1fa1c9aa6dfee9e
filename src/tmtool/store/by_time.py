"""In which order are units shown that have a word? Walks through all of them in that order, a few at a time, so that
the first come at once however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Protocol

from tmtool.model import Status

FEW, MANY = 200, 5_000
"""How many units are asked for first, and at most."""


class UnitsByTime(Protocol):
    """A `UnitsByTime` asks one kind of home for the units of a time."""

    def time_before(self, time: str | None) -> str | None:
        """Returns the last time before this one (None for the last of all) at which a unit was changed, or else its
        date; None if there is none."""

    def trusted(self) -> list[tuple[int, int]]:
        """Returns (trust, number) of each memory."""

    def of_time(self, time: str, memory: int, status: Status, after: int, most: int) -> list[tuple[int, int, int]]:
        """Returns (unit, number of the variant, segment) of what has text in the language, of at most so many units of
        a time, a memory and a status, those whose numbers come after one; by unit. A unit without text in it is there
        too, with segment 0."""


def by_time(home: UnitsByTime) -> Iterator[tuple[int, int]]:
    """Yields (unit, segment): the most recent first, of the same time those of the most trusted memory, of these those
    of the most trusted status, then as they were stored."""
    memories = [
        (trust, [number for _, number in some])
        for trust, some in groupby(sorted(home.trusted(), reverse=True), key=itemgetter(0))
    ]
    statuses = sorted(Status, key=lambda one: -one.trust)
    time = home.time_before(None)
    while time is not None:
        for _, numbers in memories:
            for status in statuses:
                yield from _in_turn(_of_class(home, time, number, status) for number in numbers)
        time = home.time_before(time)


def _in_turn(streams: Iterable[Iterator[tuple[int, int, int]]]) -> Iterator[tuple[int, int]]:
    for unit, some in groupby(merge(*streams), key=itemgetter(0)):
        # A unit may have the same text twice.
        for segment in dict.fromkeys(segment for *_, segment in some):
            if segment:
                yield unit, segment


def _of_class(home: UnitsByTime, time: str, memory: int, status: Status) -> Iterator[tuple[int, int, int]]:
    last, most = 0, FEW
    while some := home.of_time(time, memory, status, last, most):
        yield from some
        last, most = some[-1][0], min(2 * most, MANY)
