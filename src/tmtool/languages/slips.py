"""What a language knows of slips of the hand: which of its words are near to one that it does not know."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Protocol


class Sureness(IntEnum):
    """How sure it is that a word was meant, from the kind of slip alone; the surest is the smallest."""

    ACCENT = 0
    SURE = 1
    LIKELY = 2
    DOUBTFUL = 3


class Slips(Protocol):
    """The words of a language near to another, all in lower case.

    `near(word)` gives those one slip away with how sure that slip is, the likeliest first; `lengthened(word)` those of
    which a few letters were left out in the middle; `is_small(word)` is True for one that every document uses.
    """

    def near(self, word: str, /) -> Iterable[tuple[str, Sureness]]: ...

    def lengthened(self, word: str, /) -> Iterable[str]: ...

    def is_small(self, word: str, /) -> bool: ...
