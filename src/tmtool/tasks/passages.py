"""Gives the documents that the lines of a concordance are from, whole where they are not too long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tmtool.model import PassageUnit, Place
from tmtool.store.home import Home
from tmtool.tasks.concordance import ConcordanceLine

WHOLE = 600
"""Units up to which a document is given whole."""
AROUND = 40
"""Units before and after each line that are given of a longer one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A `Passage` is a document, or what is given of it: `missing[n]` units are left out before unit n, the last number
    of them at the end."""

    units: tuple[PassageUnit, ...]
    missing: tuple[int, ...]


def passages(
    home: Home, lines: Sequence[ConcordanceLine], source_language: str, target_language: str
) -> dict[Place, Passage]:
    """Returns the documents of these lines, in the order in which they come first."""
    found: dict[Place, set[int]] = {}
    for line in lines:
        found.setdefault(Place.of(line.pair), set()).add(line.pair.unit)
    documents = {}
    for place, units in found.items():
        rows = home.passages.numbers(place)
        given = range(len(rows)) if len(rows) <= WHOLE else _around(rows, units)
        texts = home.passages.units([rows[number] for number in given], source_language, target_language)
        ends = pairwise((-1, *given, len(rows)))
        documents[place] = Passage(tuple(texts), tuple(after - before - 1 for before, after in ends))
    return documents


def _around(rows: Sequence[int], units: set[int]) -> list[int]:
    """Returns the places in `rows` of what is around these units, and of themselves."""
    here = [number for number, row in enumerate(rows) if row in units]
    near = {number for one in here for number in range(one - AROUND, one + AROUND + 1)}
    return sorted(near & set(range(len(rows))))
