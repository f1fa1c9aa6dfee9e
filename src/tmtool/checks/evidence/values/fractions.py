"""Which fractions does a text say in words: two thirds, une Partie sur trois? (docs/un-french.md, fact 30.)

They are told by ``fractions.tsv`` of a language. A percentage may stand for one on the other side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache, lru_cache

from tmtool import languages
from tmtool.languages.alternatives import any_of, plain
from tmtool.model import Placeable, PlaceableKind, Span

TABLE = "fractions.tsv"
_PER_CENT = 2
"""Percentage points by which a percentage may be off the fraction that it stands for."""


@lru_cache(maxsize=8)  # several checks ask of one pair
def fractions(text: str, language: str) -> tuple[Placeable, ...]:
    """Returns the fractions of a text, as numbers whose value is such as 2/3."""
    names, pattern = _known(language)
    return tuple(
        Placeable(PlaceableKind.NUMBER, Span(*found.span()), names[found.lastgroup])
        for found in pattern.finditer(plain(text.lower()))
        if found.lastgroup
    )


def is_said_by(fraction: Placeable, numbers: Sequence[Placeable]) -> bool:
    """Tells whether one of some numbers is the percentage of a fraction."""
    share = 100 * Fraction(fraction.value)
    return any(
        abs(float(one.value.rstrip("%")) - share) <= _PER_CENT
        for one in numbers
        if one.kind is PlaceableKind.PERCENT and re.fullmatch(r"[\d.]+%?", one.value)
    )


@cache
def _known(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Returns the values by group, and one expression for all fractions of a language."""
    rows = list(languages.get(language).rows(TABLE))
    groups = any_of(f"(?P<_{at}>{words})" for at, (_, words) in enumerate(rows))
    return {f"_{at}": value for at, (value, _) in enumerate(rows)}, re.compile(rf"\b(?:{groups})(?!\w)")
