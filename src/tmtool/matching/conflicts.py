"""Do two units with the same source disagree? Then a person has to say which is right.

Two targets that differ in spacing, marks or capitals only say the same in the same words, and are no conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tmtool.model import Conflict, Match, Status

_WORD = re.compile(r"\w+")


def disagree(one: str, other: str) -> bool:
    """Tells whether the two texts differ in their words."""
    return _words(one) != _words(other)


def with_conflict(matches: Sequence[Match]) -> list[Match]:
    """Returns the matches, best first, the first with the best of those that have its source and disagree with it.

    What is superseded is settled, and the variants of one unit are no conflict.
    """
    if not matches or matches[0].rate < 100 or matches[0].status is Status.SUPERSEDED:
        return list(matches)
    best, *others = matches
    return [replace(best, conflict=_against(best, others)), *others]


def _against(best: Match, others: Iterable[Match]) -> Conflict | None:
    for other in others:
        live = other.rate == 100 and other.status is not Status.SUPERSEDED and other.unit != best.unit
        if live and other.target != best.target and disagree(best.target, other.target):
            return Conflict(other.target, other.memory, other.document, other.position, other.status, other.unit)
    return None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("œ", "oe"))
