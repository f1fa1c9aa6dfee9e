"""Which words of content tell what a number counts, and which are said about it?

A number counts what comes after it, before a mark, the next value, or what begins another count: 14 reports and, in
French, nine. An adjective may come before the number whose thing it is said of: 14 of the usual 18 meetings.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tmtool import languages
from tmtool.checks.evidence.words.sides import Side
from tmtool.languages.stems import Word
from tmtool.model import Placeable

_COUNTED = 2
"""Words at most after a number that tell what it counts."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_PARTS = re.compile(r"[.;:,()–—]")
"""Marks after which other things are counted."""


@dataclass(frozen=True, slots=True)
class Around:
    """`Around` is what is said about a number in the part of the sentence that is its own: the words before it, none
    where another value is there, and the words after it."""

    before: tuple[Word, ...]
    after: tuple[Word, ...]


def counted_words(number: Placeable, side: Side, placeables: Sequence[Placeable]) -> list[Word]:
    """Returns the words of content that tell what a number counts, before a mark or the next of the placeables, which
    are in order; of what may be a year only those right after it, as in 2025 nothing is counted (recommandations de
    2025 ont été)."""
    start = end = number.span.end
    place = bisect_left(side.words, start, key=lambda word: word.span.start)
    last = _end_of_own(number, side, placeables)
    counted: list[Word] = []
    is_year = _YEAR.fullmatch(number.value) is not None
    for word in side.words[place : place + _COUNTED]:
        between = side.text[end : word.span.start]
        if word.span.start >= last or _PARTS.search(between) or (is_year and between.strip()):
            break
        if counted and _begins_another(side).search(between):
            break
        counted.append(word)
        end = word.span.end
    return counted


def _end_of_own(number: Placeable, side: Side, placeables: Sequence[Placeable]) -> int:
    """Returns where the words after a number end that can tell what it counts: at the next value, or at the adjective
    before that."""
    start = number.span.end
    following = bisect_left(placeables, start, key=lambda one: one.span.start)
    if following == len(placeables):
        return len(side.text)
    last = placeables[following].span.start
    of_next = languages.get(side.language).pattern("said-of-number").search(side.text, start, last)
    return of_next.start() if of_next else last


def words_around(number: Placeable, side: Side, placeables: Sequence[Placeable]) -> Around:
    """Returns what is said about a number up to a mark, another value, or what begins another count."""
    start, end = 0, len(side.text)
    place = bisect_left(placeables, number.span.start, key=lambda one: one.span.start)
    if place:
        start = placeables[place - 1].span.end
    following = next((one.span.start for one in placeables[place:] if one.span.start >= number.span.end), end)
    after = [found.start() for found in _breaks(side, number.span.end, following)]
    before = [found.end() for found in _breaks(side, start, number.span.start)]
    own = max(before, default=0 if not place else number.span.start)
    return Around(_within(side, own, number.span.start), _within(side, number.span.end, min(after, default=following)))


def _breaks(side: Side, start: int, end: int) -> list[re.Match[str]]:
    """Returns the marks and words between two places of a text that part what is said about one number from what is
    said about another."""
    return [found for pattern in (_PARTS, _begins_another(side)) for found in pattern.finditer(side.text, start, end)]


def _begins_another(side: Side) -> re.Pattern[str]:
    return languages.get(side.language).pattern("another-count")


def _within(side: Side, start: int, end: int) -> tuple[Word, ...]:
    """Returns the words of content between two places of a text."""
    first, last = (bisect_left(side.words, place, key=lambda word: word.span.start) for place in (start, end))
    return tuple(side.words[first:last])
