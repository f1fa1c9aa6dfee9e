"""Which values of two texts are left when those that say the same have found each other?"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Sequence

from tmtool.checks.evidence.values.same_value import (
    Side,
    month_of_day,
    month_without_day,
    of_other_kind,
    turned_round,
    without_shared_scale,
)
from tmtool.checks.evidence.values.understood_dates import without_understood
from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.model import Placeable

_FROM_RIGHT = re.compile("[\u0590-\u08ff]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d{4,}")
_TWO_FIGURES = re.compile(r"\d\d")
_NOUN_REACH = 30
"""Characters before a number in which a noun may say what it names."""


def unmatched(of_source: Side, of_target: Side) -> tuple[list[Placeable], list[Placeable]]:
    """Returns the values of each side that none of the other says, however it is read, in the order of the text."""
    lost, gained = _unequal(of_source.placeables, of_target.placeables)
    lost, gained = _without_other_readings(lost, gained, of_source, of_target)
    lost, gained = without_understood(*_without_days_added(lost, gained), of_source, of_target)
    lost, gained = without_shared_scale(lost, gained, of_source, of_target)
    # A text from right to left may be stored with the levels of its numbers the other way round.
    from_right = _FROM_RIGHT.search(of_source.text + of_target.text)
    turned = set[Placeable]() if from_right else turned_round(lost, gained)
    kept = [turned.union(some) for some in of_other_kind(lost, gained, of_target.text)]
    lost, gained = ([one for one in side if one in some] for side, some in zip((lost, gained), kept, strict=True))
    return lost, gained


def _unequal(of_source: Iterable[Placeable], of_target: Sequence[Placeable]) -> tuple[list[Placeable], list[Placeable]]:
    """Returns what is left on both sides when equal values have found each other, in the order of the text."""
    pool = Counter((one.kind, one.value) for one in of_target)
    lost = []
    for one in of_source:
        if pool[one.kind, one.value]:
            pool[one.kind, one.value] -= 1
        else:
            lost.append(one)
    gained = []
    for one in reversed(of_target):
        if pool[one.kind, one.value]:
            pool[one.kind, one.value] -= 1
            gained.append(one)
    return lost, gained[::-1]


def _without_other_readings(
    lost: list[Placeable], gained: list[Placeable], of_source: Side, of_target: Side
) -> tuple[list[Placeable], list[Placeable]]:
    """Returns what is left when values have found each other of which one may be read as the other."""
    here, there = _other_readings(gained, of_target), _other_readings(lost, of_source)
    if not here and not there:
        return lost, gained
    found: set[Placeable] = set()
    kept = []
    for one in lost:
        equal = next(
            (
                two
                for two in gained
                if two not in found and (one.value in here.get(two, ()) or two.value in there.get(one, ()))
            ),
            None,
        )
        if equal is None:
            kept.append(one)
        else:
            found.add(equal)
    return kept, [two for two in gained if two not in found]


def _other_readings(placeables: Iterable[Placeable], side: Side) -> dict[Placeable, tuple[str, ...]]:
    """Returns the placeables that may have other values, with these."""
    language = language_of(side.language)
    every = (
        (
            one,
            (
                *language.other_readings(one, one.span.of(side.text)),
                *_as_name(one, side.text, language),
                *_as_year(one, side.text, language),
            ),
        )
        for one in placeables
    )
    return {one: values for one, values in every if values}


def _as_name(one: Placeable, text: str, language: Language) -> tuple[str, ...]:
    """Returns the figures of a number that names a law, whatever groups them: Law 26.659, Ley 26.659, No. 18246."""
    written = one.span.of(text)
    if not _GROUPED.fullmatch(written):
        return ()
    if language.pattern("numbered").search(text, max(0, one.span.start - _NOUN_REACH), one.span.start) is None:
        return ()
    figures = "".join(filter(str.isdigit, written))
    return figures, f"no:{figures}"


def _as_year(one: Placeable, text: str, language: Language) -> tuple[str, ...]:
    """Returns the years that two figures may be after a word for the year of a budget: l’exercice 28."""
    if not _TWO_FIGURES.fullmatch(one.span.of(text)):
        return ()
    if language.pattern("short-year").search(text, max(0, one.span.start - _NOUN_REACH), one.span.start) is None:
        return ()
    return f"20{one.value}", f"19{one.value}"


def _without_days_added(lost: list[Placeable], gained: list[Placeable]) -> tuple[list[Placeable], list[Placeable]]:
    """Returns what is left when a date without its day has found the one with it: December 2014, 31 décembre 2014."""
    whole: dict[str, deque[Placeable]] = {}
    for two in gained:
        whole.setdefault(month_of_day(two), deque()).append(two)
    kept, found = [], set()
    for one in lost:
        month = month_without_day(one)
        if month and whole.get(month):
            found.add(whole[month].popleft())
        else:
            kept.append(one)
    return kept, [two for two in gained if two not in found]
