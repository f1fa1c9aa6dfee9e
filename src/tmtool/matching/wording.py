"""Tells which matches offer the same words, so that a list has each wording once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tmtool.model import Match
from tmtool.text.tokens import normalise

_APOSTROPHES = str.maketrans("’ʼ", "''")


def wording(text: str) -> str:
    """Returns what two texts share that differ in white space and apostrophes only."""
    return normalise(text.translate(_APOSTROPHES))


def first_of_each(matches: Iterable[Match]) -> list[Match]:
    """Returns the first match of each wording, with the number of units that offer it."""
    found: dict[str, Match] = {}
    for match in matches:
        key = wording(match.offered)
        first = found.get(key)
        found[key] = match if first is None else replace(first, units=first.units + match.units)
    return list(found.values())
