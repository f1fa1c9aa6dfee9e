"""Gives a stretch of a text as the two offsets of code points between which it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from tmtool.model import Span


@overload
def span(value: Span) -> list[int]: ...


@overload
def span(value: Span | None) -> list[int] | None: ...


def span(value: Span | None) -> list[int] | None:
    """Returns [start, end], or None for no stretch."""
    return [value.start, value.end] if value else None
