"""Aligns the words of content of a source and its translation, and says what it means that one has no counterpart.

Shared by the checks of completeness and of meaning.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tmtool.checks.evidence.words.word_alignment import align
from tmtool.languages.expression_matches import matches
from tmtool.languages.needed_letters import ExpressionSieve
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.word_links import WordLinks
from tmtool.languages.stems import Word, content
from tmtool.model import Span

AROUND = 3
"""So many words around the place that its neighbours tell, a word of the other side may be."""


@dataclass(frozen=True, slots=True)
class Side:
    """A `Side` is a text: its words, where each has its counterpart, and which could have none at all. `table` is what
    the words were linked by."""

    text: str
    language: str
    pair: LanguagePair
    table: WordLinks
    words: tuple[Word, ...]
    links: list[int | None]
    strictly_alone: list[bool]

    def neighbours(self, start: int, end: int, end_there: int) -> tuple[int, int]:
        """Returns the counterparts of the nearest words before `start` and from `end` on that have one, else the ends
        of the other text, which has `end_there` words."""
        links = self.links
        before = next((link for at in range(start - 1, -1, -1) if (link := links[at]) is not None), -1)
        after = next((link for at in range(end, len(links)) if (link := links[at]) is not None), end_there)
        return before, after

    def since(self, mark: re.Pattern[str], start: int, end: int) -> int:
        """Returns where what comes before a place `end` begins: after the last mark, or at `start`."""
        for found in mark.finditer(self.text, start, end):
            start = found.end()
        return start


def places_within(words: Sequence[Word], span: Span) -> range:
    """Returns the places of those words of a text that share a character with a span of it."""
    first = bisect_right(words, span.start, key=lambda word: word.span.end)
    return range(first, bisect_left(words, span.end, lo=first, key=lambda word: word.span.start))


def place_of(side: Side, start: int) -> int | None:
    """Returns the place of the word of a text that begins at a character; None where none does."""
    place = first_from(side, start)
    return place if place < len(side.words) and side.words[place].span.start == start else None


def first_from(side: Side, start: int) -> int:
    """Returns the place of the first word of a text that begins at a character or after it; that behind the last word
    where none does."""
    return bisect_left(side.words, start, key=lambda word: word.span.start)


def is_of_another(of_source: Side, place: int, span: Span) -> bool:
    """Tells whether the word at a place of the translation is the counterpart of a word of the source that is outside
    a span of it."""
    return any(
        link == place and not word.span.overlaps(span)
        for word, link in zip(of_source.words, of_source.links, strict=True)
    )


def mutual(one: Side, other: Side, place: int) -> int | None:
    """Returns the place in `other` of the counterpart of a word of `one`, where each is that of the other; None where
    the text has no such place."""
    link = one.links[place] if 0 <= place < len(one.words) else None
    return link if link is not None and other.links[link] == place else None


def first_counterpart(one: Side, other: Side, places: Iterable[int]) -> int | None:
    """Returns the place in `other` of the `mutual` counterpart of the first of some words of `one` that has one; None
    where none has."""
    links = (mutual(one, other, place) for place in places)
    return next((link for link in links if link is not None), None)


@lru_cache(maxsize=64)
def sides(source: str, target: str, pair: LanguagePair, table: WordLinks) -> tuple[Side, Side]:
    """Returns both texts with their words aligned by the links of the pair."""
    of_source, of_target = content(source, pair.source), content(target, pair.target)
    there, back = align(of_source, of_target, pair.source, table)
    alone, alone_here = table.alone(of_source, of_target, pair.source), table.alone(of_target, of_source, pair.target)
    return (
        Side(source, pair.source, pair, table, of_source, there, alone),
        Side(target, pair.target, pair, table, of_target, back, alone_here),
    )


@lru_cache(maxsize=32)  # asked of both sides of a pair, by several checks
def usual_places(text: str, pair: LanguagePair, language: str) -> tuple[Span, ...]:
    """Returns where a text has what translators often leave out or add."""
    return tuple(
        Span(*found.span())
        for phrase in _usual_phrases(pair, language).let_through(text.casefold())
        for found in matches(phrase, text, re.IGNORECASE)
    )


@cache
def _usual_phrases(pair: LanguagePair, language: str) -> ExpressionSieve[str]:
    """Returns the expressions for what translators often leave out or add."""
    return ExpressionSieve((phrase, phrase) for tag, phrase in pair.rows("usual_phrases.tsv") if tag == language)


def runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yields from where to where flags in a row are set."""
    start = 0
    while start < len(flags):
        end = start
        while end < len(flags) and flags[end]:
            end += 1
        if end > start:
            yield start, end
        start = end + 1


def in_place_of(side: Side, place: int, index: int, end: int) -> bool:
    """Tells whether the word `index` of the other text, which has `end` words, is about where that at `place` should
    be."""
    return index in places_about(side, place, end)


def places_about(side: Side, place: int, end: int) -> range:
    """Returns the places of the other text, which has `end` words, about which the word at `place` should be."""
    before, after = side.neighbours(place, place + 1, end)
    return range(max(0, min(before, after) - AROUND), min(end, max(before, after) + AROUND + 1))
