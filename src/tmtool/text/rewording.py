"""Where do a text and a correction of it differ? What both begin and end with need not be read twice."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import Postfix, Prefix


class Rewording(NamedTuple):
    """A `Rewording` is a text before and after a correction, in parts: what both begin with, what is between that and
    the end in the one and in the other, and what both end with. Between two parts is a space."""

    beginning: str
    before: str
    after: str
    end: str


def rewording(before: str, after: str) -> Rewording:
    """Returns the parts of two texts, cut at spaces."""
    start = before.rfind(" ", 0, Prefix.similarity(before, after)) + 1
    left, right = before[start:], after[start:]
    same = Postfix.similarity(left, right)
    place = left.find(" ", len(left) - same)
    length = len(left) - place if same and place >= 0 else 0
    return Rewording(
        before[:start], left[: len(left) - length], right[: len(right) - length], left[len(left) - length :]
    )
