"""Which fractions does a text say in words: two thirds, une Partie sur trois? (docs/un-french.md, fact 30.)

They are told by ``fractions.tsv`` of a language. A percentage may stand for one on the other side, and then no number
of the fraction is lost or gained: eight out of ten women, 80 % des femmes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache, lru_cache

from tmtool import languages
from tmtool.checks.evidence.values.same_value import Side
from tmtool.languages.alternatives import any_of, plain
from tmtool.model import Placeable, PlaceableKind, Span

TABLE = "fractions.tsv"
_UNSURE = "?"
"""The value of what may be a fraction and may be none."""
_PER_CENT = 2
"""Percentage points by which a percentage may be off the fraction that it stands for."""


@lru_cache(maxsize=32)  # several checks ask of a pair
def fractions(text: str, language: str) -> tuple[Placeable, ...]:
    """Returns the fractions of a text, as numbers whose value is such as 2/3."""
    names, pattern = _known(language)
    return tuple(
        Placeable(PlaceableKind.NUMBER, Span(*found.span()), names[found.lastgroup])
        for found in pattern.finditer(plain(text.lower()))
        if found.lastgroup
    )


def may_have_others(text: str, language: str) -> bool:
    """Tells whether a text may say a fraction that is not among those returned: with words that are not known to be one
    of them, such as half in half the time."""
    unsure = [words for value, words in languages.get(language).rows(TABLE) if value == _UNSURE]
    left = _known(language)[1].sub(";", plain(text.lower()))
    return any(re.search(rf"\b(?:{words})(?!\w)", left) for words in unsure)


def is_said_by(fraction: Placeable, numbers: Sequence[Placeable]) -> bool:
    """Tells whether one of some numbers is the percentage of a fraction."""
    share = 100 * Fraction(fraction.value)
    return any(
        abs(float(one.value.rstrip("%")) - share) <= _PER_CENT
        for one in numbers
        if one.kind is PlaceableKind.PERCENT and re.fullmatch(r"[\d.]+%?", one.value)
    )


def what_shares_come_to(side: Side) -> frozenset[Fraction]:
    """Returns what the fractions of a text come to, each of each of its numbers: a third of 9.6 million euros, which is
    3.2 million."""
    shares = {Fraction(one.value) for one in fractions(side.text, side.language) if one.value != _UNSURE}
    numbers = {exact(one) for one in side.placeables} if shares else set()
    return frozenset(share * number for share in shares for number in numbers if number is not None)


def exact(number: Placeable) -> Fraction | None:
    """Returns the value of a number in figures; None for any other."""
    plain_number = number.kind is PlaceableKind.NUMBER and re.fullmatch(r"\d+(?:\.\d+)?", number.value)
    return Fraction(number.value) if plain_number else None


def without_shares(
    lost: Sequence[Placeable], gained: Sequence[Placeable], source: Side, target: Side
) -> tuple[list[Placeable], list[Placeable]]:
    """Returns what is left of the values that only one side has when percentages and fractions have found each
    other."""
    kept_lost, kept_gained = _without_shares(lost, gained, source)
    kept_gained, kept_lost = _without_shares(kept_gained, kept_lost, target)
    return kept_lost, kept_gained


def _without_shares(
    values: Sequence[Placeable], others: Sequence[Placeable], side: Side
) -> tuple[list[Placeable], list[Placeable]]:
    """Returns the values that only one side has without the numbers of its fractions for which the other has a
    percentage, and those of the other without these percentages."""
    percentages = [one for one in others if one.kind is PlaceableKind.PERCENT]
    if not percentages:
        return list(values), list(others)
    said: set[Placeable] = set()
    in_fractions: list[Span] = []
    for fraction in fractions(side.text, side.language):
        found = next((one for one in percentages if one not in said and is_said_by(fraction, [one])), None)
        if found is not None:
            said.add(found)
            in_fractions.append(fraction.span)
    kept = [
        one
        for one in values
        if one.kind is not PlaceableKind.NUMBER or not any(span.holds(one.span) for span in in_fractions)
    ]
    return kept, [one for one in others if one not in said]


@cache
def _known(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Returns the values by group, and one expression for all fractions of a language."""
    rows = [(value, words) for value, words in languages.get(language).rows(TABLE) if value != _UNSURE]
    groups = any_of(f"(?P<_{at}>{words})" for at, (_, words) in enumerate(rows))
    return {f"_{at}": value for at, (value, _) in enumerate(rows)}, re.compile(rf"\b(?:{groups})(?!\w)")
