"""Gives both ends of a range of times the half of the day that only its second end names: "10:00–11:00 p.m."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tmtool.model import Span


@dataclass(frozen=True, slots=True)
class Clock:
    """A `Clock` is a time of day as it is written: its place, its hour, and the word for the half of the day, ""
    for none."""

    span: Span
    hour: int
    half: str


def halves(text: str, clocks: Sequence[Clock], joint: re.Pattern[str]) -> list[str]:
    """Returns the half of the day of each time, in the order of the text; one without takes that of the next, if
    `joint` is all there is between them and it is not the later of the two: "11–12.30 p.m." begins before noon."""
    found = [clock.half for clock in clocks]
    for place in range(len(clocks) - 2, -1, -1):
        one, following = clocks[place], clocks[place + 1]
        if (
            not found[place]
            and one.hour <= following.hour
            and joint.fullmatch(text, one.span.end, following.span.start)
        ):
            found[place] = found[place + 1]
    return found
