"""Says what a language knows of slips of the hand: which of its words are near to one that it does not know."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Protocol


class Sureness(IntEnum):
    """A `Sureness` says how sure it is that a word was meant, from the kind of slip alone; the surest is the
    smallest."""

    ACCENT = 0
    SURE = 1
    LIKELY = 2
    DOUBTFUL = 3


class Slips(Protocol):
    """`Slips` are the words of a language that are near to another word; all words are in lower case."""

    def near(self, word: str, /) -> Iterable[tuple[str, Sureness]]:
        """Yields the words one slip away, each with how sure that slip is, the likeliest first."""

    def lengthened(self, word: str, /) -> Iterable[str]:
        """Yields the words of which a few letters in the middle were left out."""

    def is_small(self, word: str, /) -> bool:
        """Tells whether this is a word that every document uses."""
