"""Which numbers, dates and hours of a text do words bound, and how: as the least or most, the earliest or latest?

``bounds.tsv`` of a language has the words. Those next to a number count, before or after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tmtool import languages
from tmtool.checks.evidence.values.bounding import AFTER, BEFORE, TABLE, between
from tmtool.languages.alternatives import compiled
from tmtool.languages.letters import SINGLE
from tmtool.languages.pairs.concepts import Cues
from tmtool.model import Placeable, PlaceableKind, Span
from tmtool.text.masks import blotted

_NUMBERS = (PlaceableKind.NUMBER, PlaceableKind.PERCENT)
_DATES = (PlaceableKind.DATE, PlaceableKind.TIME)
OF_DATES = frozenset({"earliest", "latest"})
"""The bounds of dates, hours and years."""
_OF_NUMBERS = frozenset({"least", "most", "no-later", "no-earlier"})
"""The bounds of numbers; the last two are those of a time before or after an event."""
WITH_OR_WITHOUT = (frozenset({"at-least", "more-than"}), frozenset({"at-most", "less-than"}))
"""The families that tell whether the number itself is within the bound."""
FAMILIES = (
    OF_DATES,
    _OF_NUMBERS,
    frozenset({"up", "down"}),  # which way something changes by the number
    frozenset({"time-before", "time-after"}),  # on which side of an event a time is
    frozenset({"change-by", "change-to"}),  # whether something changes by the number or to it
    *WITH_OR_WITHOUT,
    frozenset({"nearly", "more-than"}),  # whether the number is nearly reached or passed
)
"""The bounds that are compared with each other, in the order in which they are looked for."""
_OF_EVENTS = {"no-later": ("least", "most"), "no-earlier": ("most", "least")}
"""What such a bound is before an event, and else: no later than six weeks before the session is at least six weeks."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 80
"""Characters next to a number in which a word may bound it."""
_AHEAD = "ahead"
_UNIT = re.compile(rf"(?:[\s-][^\W\d]+){{0,3}}\W{{1,2}}|[{SINGLE}]{{0,3}}")
"""What may come between a number and such a word after it: eighteen months or less; 15岁及以上."""


@dataclass(frozen=True, slots=True)
class Bounded:
    """A `Bounded` is a number with the words that bound it, and how: least or most, earliest or latest. `nearest` is
    how the words next to it do so without a negation further away: more than, of none of which costs more than."""

    value: str
    bound: str
    span: Span
    nearest: str

    def is_turned(self, other: Bounded) -> bool:
        """Tells whether two numbers are bounded in opposite ways, whatever a negation further away is about."""
        return self.bound != other.bound and self.nearest != other.nearest


@dataclass(frozen=True, slots=True)
class _Cue:
    """A `_Cue` are the words of a language that bound a number next to them in one place, before or after it."""

    bound: str
    place: str
    words: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Returns the pattern of the words."""
        return _pattern(self.words)

    def is_in(self, text: str) -> bool:
        """Tells whether a text has some of the words; their pattern is made when a text has how they begin."""
        return Cues(self.words, None).may_be_in(text) and self.pattern.search(text) is not None


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return compiled(words)


@cache
def cues_of(language: str) -> tuple[_Cue, ...]:
    """Returns the words of a language that bound a number."""
    rows = languages.get(language).rows(TABLE)
    return tuple(_Cue(bound, place, words) for bound, place, words in rows if place in (BEFORE, AFTER))


@cache
def _ahead(language: str) -> re.Pattern[str] | None:
    """Returns the pattern of a unit and the words after a number that make it the time before an event."""
    rows = languages.get(language).rows(TABLE)
    words = "|".join(words for _, place, words in rows if place == _AHEAD)
    return re.compile(rf"(?:[\s-][^\W\d]+){{0,5}}\W{{1,2}}(?:{words})\b", re.IGNORECASE) if words else None


def bounded(text: str, placeables: Sequence[Placeable], language: str, family: frozenset[str]) -> list[Bounded]:
    """Returns the numbers, dates and hours of a text that are bounded in one way of a family."""
    kinds = (*_NUMBERS, *_DATES) if family is OF_DATES else _NUMBERS
    numbers = [
        number
        for number in placeables
        if number.kind in kinds
        and (number.kind in _DATES or _YEAR.fullmatch(number.value) is not None) is (family is OF_DATES)
    ]
    if not numbers:
        return []
    # What bounds a day bounds the hour after it, and what bounds a weekday the day that it is.
    alone = blotted(text, placeables, (*_DATES, PlaceableKind.WEEKDAY)) if family is OF_DATES else text
    cues = [cue for cue in cues_of(language) if cue.bound in family and cue.is_in(alone)]
    found = []
    starts = [one.span.start for one in numbers] if cues else []
    for number in numbers if cues else ():
        there = list(_next_to(alone, number.span, language, family, cues, starts))
        if len({bound for bound, _, _ in there}) == 1:
            bound, span, nearest = there[0]
            start, end = min(span.start, number.span.start), max(span.end, number.span.end)
            found.append(Bounded(number.value, bound, Span(start, end), nearest))
    return found


def _next_to(
    text: str, number: Span, language: str, family: frozenset[str], cues: Iterable[_Cue], numbers: Sequence[int]
) -> Iterator[tuple[str, Span, str]]:
    """Yields bound and place of the words next to a number that bound it, and the bound without a negation further
    away; the longest words before it are enough. The `cues` are those of the family that the text has, and `numbers` is
    where its numbers begin: of two that have no later than and the like between them the second is bounded (dans les
    six langues au plus tard six semaines avant)."""
    before: list[tuple[int, str, Span]] = []
    for cue in cues:
        bound = cue.bound
        start, end = (
            (max(0, number.start - _REACH), number.start)
            if cue.place == BEFORE
            else (number.end, min(len(text), number.end + _REACH))
        )
        for found in cue.pattern.finditer(text, start, end):
            span = Span(*found.span())
            if cue.place == BEFORE and between(language).fullmatch(text[span.end : number.start].lower()):
                before.append((span.end - span.start, bound, span))
            elif cue.place == AFTER and _UNIT.fullmatch(text, number.end, span.start):
                if bound in _OF_EVENTS and span.end + 1 in numbers:
                    continue
                yield (of_event := _of_event(bound, text, number, language)), span, of_event
    if before:
        (_, bound, span), (_, nearest, near) = max(before), min(before)
        is_far = family is _OF_NUMBERS and len(text[span.start : near.start].split()) > 1
        of_event = _of_event(bound, text, number, language)
        yield of_event, span, nearest if is_far else of_event


def _of_event(bound: str, text: str, number: Span, language: str) -> str:
    """Returns what the bound of a time before or after an event makes of the number, another bound as it is."""
    if bound not in _OF_EVENTS:
        return bound
    ahead = _ahead(language)
    of_ahead, else_ = _OF_EVENTS[bound]
    return of_ahead if ahead is not None and ahead.match(text, number.end) else else_
