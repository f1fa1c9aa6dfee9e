"""Says what a language knows of slips of the hand: which of its words are near to one that it does not know; and
whether two words are one slip apart, whatever their language."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Protocol

from tmtool.languages.letters import shared_beginning


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


def is_one_slip(one: str, other: str) -> bool:
    """Tells whether two words differ by one letter lost, added or wrong, or two exchanged, or are the same."""
    if abs(len(one) - len(other)) > 1:
        return False
    first = shared_beginning(one, other)
    left, right = one[first:], other[first:]
    return left[1:] in (right, right[1:]) or left == right[1:] or is_exchange(left, right)


def is_exchange(one: str, other: str) -> bool:
    """Tells whether two words differ by two neighbouring letters exchanged; centre and center do by their language."""
    if len(one) != len(other) or {one[-2:], other[-2:]} == {"re", "er"}:
        return False
    wrong = [place for place in range(len(one)) if one[place] != other[place]]
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    return (one[wrong[0]], one[wrong[1]]) == (other[wrong[1]], other[wrong[0]])
