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
