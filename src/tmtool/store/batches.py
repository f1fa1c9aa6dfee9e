"""Parameters in parts of one size, so that the same statement serves for all and is compiled once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")


def filled(wanted: list[T], number: int) -> Iterator[list[T]]:
    """In parts of that number, the last filled up with its last item: what is asked twice is answered twice."""
    for start in range(0, len(wanted), number):
        some = wanted[start : start + number]
        yield some + [some[-1]] * (number - len(some))
