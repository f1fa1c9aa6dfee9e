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


class Swap(NamedTuple):
    """A `Swap` is the kernel of a correction: what has become what, and how often where that is all, anything without
    white space in the place of such a thing; else 0, and all that has."""

    before: str
    after: str
    times: int


class Swaps(dict[tuple[str, str], Swap]):
    """`Swaps` are the kernels of corrections by what is between beginning and end of a text, before and after: in many
    texts it is the same."""

    def __missing__(self, parts: tuple[str, str]) -> Swap:
        before, after = (part.split() for part in parts)
        found = Swap(*parts, 0)
        if len(before) == len(after):
            changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
            if changed and changed.count(changed[0]) == len(changed):
                found = Swap(*changed[0], len(changed))
        self[parts] = found
        return found
