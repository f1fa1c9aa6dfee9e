"""Puts parameters in parts of one size, so that the same statement serves for all and is compiled once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def filled(wanted: Sequence[T], number: int) -> Iterator[list[T | None]]:
    """Yields parts of that number, the last filled up with nulls, which are equal to nothing."""
    for start in range(0, len(wanted), number):
        some = wanted[start : start + number]
        yield [*some, *[None] * (number - len(some))]


def evened(wanted: Sequence[T]) -> list[T | None]:
    """Returns them filled up in the same way to a power of two: one statement serves many numbers of them, and a server
    that is asked for all numbers keeps few of them compiled."""
    return [*wanted, *[None] * ((1 << max(0, len(wanted) - 1).bit_length()) - len(wanted))]


def marks(values: Sequence[object]) -> str:
    """Returns the marks that stand for so many values in a statement."""
    return ",".join("?" * len(values))
