"""How often does a text say that something happens: twice a year, tous les deux ans?

The words are in ``frequencies.tsv`` of a language. A frequency is told in times a year, so that every fortnight and
deux fois par mois are nearly the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tmtool import languages
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.alternatives import any_of, plain
from tmtool.model import Placeable, PlaceableKind, Span

TABLE = "frequencies.tsv"
_NEAR = 0.09
"""How far, as a share, two frequencies may be from each other that say the same: every four weeks, monthly."""
_REACH = 48
"""Characters around a unit in which the number of things is that there are in one of it: two sessions per year, chaque
année trois séries de débats."""
_NEXT = 16
"""Characters between a number and the unit that it is for: 3,000 tons a year."""
_TIMES, _IN, _PER, _EVERY, _COUNT, _UNIT, _READY, _MAYBE = (
    "times",
    "in",
    "per",
    "every",
    "count",
    "unit",
    "ready",
    "maybe",
)
_NO_VALUE = "-"


@dataclass(frozen=True, slots=True)
class Frequency:
    """A `Frequency` is a place of a text with what it says, in times a year, and with all that it may mean next to the
    numbers of things around it; `is_counted` tells whether the text counts the times or the units: twice a year, every
    week. `is_share` tells whether it is what a number right before it is for: $5 a month."""

    span: Span
    rate: float
    rates: frozenset[float]
    is_counted: bool
    is_share: bool = False

    def is_like(self, other: Frequency) -> bool:
        """Tells whether the two may say the same."""
        return any(_are_near(one, two) for one in self.rates for two in other.rates)

    def is_among(self, others: Sequence[Frequency], own: Sequence[Frequency]) -> bool:
        """Tells whether one of some others may say the same, and does not say what another of the `own` text says:
        every three years is not 30 glaciers every year, where the source has both."""
        return any(self.is_like(other) and (self._is(other) or not any(map(other._is, own))) for other in others)

    def _is(self, other: Frequency) -> bool:
        return _are_near(self.rate, other.rate)


@dataclass(frozen=True, slots=True)
class _Words:
    """`_Words` are the expressions of a language, and what each of their groups means: its kind, and its value. A
    number alone may say a frequency only before a unit of time."""

    counted: re.Pattern[str]
    ready: re.Pattern[str]
    maybe: re.Pattern[str]
    number: re.Pattern[str]
    of_time: re.Pattern[str]
    groups: Mapping[str, tuple[str, float]]

    def read(self, found: re.Match[str]) -> dict[str, float]:
        """Returns the kinds of word that a match has, with their values."""
        return dict(self.groups[name] for name, group in found.groupdict().items() if group)


@lru_cache(maxsize=32)  # both sides are asked for several times
def frequencies(text: str, language: str, placeables: tuple[Placeable, ...]) -> tuple[Frequency, ...]:
    """Returns the frequencies that a text names, in its order."""
    words, lower = _words(language), plain(text.lower())
    found = list(_counted(lower, words, placeables))
    taken = [one.span for one in found]
    found += [one for one in _ready(lower, words, placeables) if not any(one.span.overlaps(span) for span in taken)]
    return tuple(sorted(found, key=lambda one: one.span))


def times(text: str, language: str) -> Iterator[tuple[str, Span]]:
    """Yields the numbers of times that a text names, with their places: once, deux fois."""
    for value, pattern in _times(language):
        for found in pattern.finditer(plain(text.lower())):
            yield value, Span(*found.span())


@cache
def _times(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = languages.get(language).rows(TABLE)
    return tuple((value, re.compile(rf"\b(?:{words})(?!\w)")) for kind, value, words in rows if kind == _TIMES)


def may_be_said(one: Frequency, text: str, language: str, named: Sequence[Frequency]) -> bool:
    """Tells whether a text may say a frequency beside those that it names, in words that may mean other things."""
    words, lower = _words(language), plain(text.lower())
    return any(
        _are_near(rate, words.read(found)[_MAYBE])
        for found in words.maybe.finditer(lower)
        if not any(other.span.start <= found.start() < other.span.end for other in named)
        and (words.number.fullmatch(found[0]) is None or words.of_time.match(lower, found.end()))
        for rate in one.rates
    )


def say_the_same(here: Span | None, there: Span | None, pair: Pair, draft: Draft) -> bool:
    """Tells whether a place of the translation and one of the source are in frequencies that say the same: deux fois
    par mois, every two weeks."""
    if here is None or there is None or draft.source is None or draft.target is None:
        return False
    of_target, of_source = (
        [one for one in frequencies(text, known.tag, tuple(placeables)) if one.span.overlaps(span)]
        for text, known, placeables, span in (
            (pair.target, draft.target, pair.target_placeables, here),
            (pair.source or "", draft.source, pair.source_placeables, there),
        )
    )
    return any(one.is_like(other) for one in of_target for other in of_source)


def _counted(lower: str, words: _Words, placeables: Sequence[Placeable]) -> Iterator[Frequency]:
    """Yields what is said with a unit: twice a year, every third week, $5 per month."""
    counted = list(words.counted.finditer(lower))
    own = [Span(*found.span()) for found in counted]
    others = [one for one in placeables if not any(one.span.overlaps(span) for span in own)]
    for found in counted:
        kinds = words.read(found)
        rate = kinds[_UNIT] / kinds.get(_COUNT, 1.0)
        if _TIMES in kinds:
            of_times = rate * kinds[_TIMES]
            yield Frequency(Span(*found.span()), of_times, frozenset({of_times}), is_counted=True)
            continue
        span = Span(*found.span())
        things = _numbers_around(span, others)  # every year, not every two years, which is no two in a year
        if things or _IN not in kinds:
            rates = frozenset({rate, *(rate * number for number in things)})
            yield Frequency(
                span,
                rate,
                rates,
                is_counted=_EVERY in kinds and not things,
                is_share=_EVERY not in kinds and _is_right_after_a_number(span, lower, placeables),
            )


def _is_right_after_a_number(place: Span, lower: str, placeables: Sequence[Placeable]) -> bool:
    """Tells whether a unit comes right after a number and what it counts, and is itself no part of that: 298 cases, a
    quarter of them."""
    before = [lower[one.span.end : place.start] for one in placeables if one.span.end <= place.start]
    return not lower.startswith(" of", place.end) and any(
        len(between) <= _NEXT and not set(between) & set(",;:.(") for between in before
    )


def _numbers_around(place: Span, placeables: Sequence[Placeable]) -> list[float]:
    """Returns the nearest number on each side, which may be that of the things of which there are so many in a unit."""
    numbers = [one for one in placeables if one.kind is PlaceableKind.NUMBER]
    before = [one for one in numbers if 0 <= place.start - one.span.end <= _REACH]
    after = [one for one in numbers if 0 <= one.span.start - place.end <= _REACH]
    return [float(one.value) for one in (*before[-1:], *after[:1])]


def _ready(lower: str, words: _Words, placeables: Sequence[Placeable]) -> Iterator[Frequency]:
    """Yields what is said by one word, which may have a number of times before it, or of things: twice yearly, twelve
    issues annually."""
    for found in words.ready.finditer(lower):
        kinds = words.read(found)
        span, rate = Span(*found.span()), kinds[_READY] * kinds.get(_TIMES, 1.0)
        things = [] if _TIMES in kinds else _numbers_around(span, placeables)
        rates = frozenset({rate, *(rate * number for number in things)})
        yield Frequency(span, rate, rates, is_counted=_TIMES in kinds)


def _are_near(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR * max(one, other)


@cache
def _words(language: str) -> _Words:
    """Returns the expressions of a language."""
    rows = list(languages.get(language).rows(TABLE))
    groups: dict[str, tuple[str, float]] = {}

    def any_in(kind: str, *, repeated: str = "") -> str:
        alternatives = []
        for at, (of, value, words) in enumerate(rows):
            if of == kind:
                name = f"{kind}{repeated}_{at}"
                groups[name] = kind, 1.0 if value == _NO_VALUE else float(value)
                alternatives.append(f"(?P<{name}>{words})")
        return any_of(alternatives)

    joints = "|".join(any_in(kind) for kind in (_EVERY, _IN, _PER))
    counted = rf"\b(?:(?:{any_in(_TIMES)}) )?(?:{joints})(?:(?<=') ?| )(?:(?:{any_in(_COUNT)}) )?(?:{any_in(_UNIT)})"
    ready = rf"\b(?:(?:{any_in(_TIMES, repeated='_ready')}) )?(?:{any_in(_READY)})"
    maybe = rf"\b(?:{any_in(_MAYBE)})"
    whole = [re.compile(rf"{one}(?!\w)") for one in (counted, ready, maybe)]
    numbers, units = (any_of(words for of, _, words in rows if of == kind) for kind in (_COUNT, _UNIT))
    number, of_time = re.compile(rf"\d+|{numbers}"), re.compile(rf"[ -](?:\w+ )?(?:{units})")
    return _Words(whole[0], whole[1], whole[2], number, of_time, groups)
