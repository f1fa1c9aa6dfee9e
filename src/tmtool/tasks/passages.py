"""The documents behind the lines of a concordance, whole where they are not too long."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tmtool.store.passages import PassageUnit, Place, around, document_units, length
from tmtool.tasks.concordance import ConcordanceLine

WHOLE = 600
"""Units up to which a document is given whole."""
AROUND = 40
"""Units before and after each line that are given of a longer one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A document, or what is given of it: `missing[n]` units are left out before unit n, and `missing` has one number
    more than there are units, for the end."""

    units: tuple[PassageUnit, ...]
    missing: tuple[int, ...]


def passages(
    connection: sqlite3.Connection, lines: Sequence[ConcordanceLine], source_language: str, target_language: str
) -> dict[Place, Passage]:
    """The documents of these lines, in the order in which they come first."""
    found: dict[Place, Passage] = {}
    for place in dict.fromkeys(Place.of(line.pair) for line in lines):
        total = length(connection, place)
        if total <= WHOLE:
            units = document_units(connection, place, source_language, target_language)
            found[place] = Passage(tuple(units), (0,) * (len(units) + 1))
        else:
            here = [line for line in lines if Place.of(line.pair) == place]
            found[place] = _parts(connection, here, total, source_language, target_language)
    return found


def _parts(
    connection: sqlite3.Connection,
    lines: Sequence[ConcordanceLine],
    total: int,
    source_language: str,
    target_language: str,
) -> Passage:
    """What stands around each line; how many units are missing between is told by their positions."""
    units: dict[int, PassageUnit] = {}
    for line in lines:
        pair = line.pair
        before, after = around(connection, pair, AROUND, source_language, target_language)
        own = PassageUnit(pair.unit, pair.position, pair.context, pair.source, pair.target)
        units.update((one.unit, one) for one in (*before, own, *after))
    ordered = sorted(units.values(), key=lambda one: (one.position, one.unit))
    starts = [0, *(one.position for one in ordered)]
    missing = [max(0, here - before - 1) for before, here in pairwise(starts)]
    return Passage(tuple(ordered), (*missing, max(0, total - ordered[-1].position)))
