"""A source and its translation with their words of content aligned, and what it tells that one stands alone.

Shared by the checks of completeness and of meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from tmtool.checks.evidence.word_alignment import align
from tmtool.checks.evidence.word_links import Word, alone, content, weight
from tmtool.languages import tables
from tmtool.model import Span

REPEATED, NAMED, ABBREVIATED = 0.25, 0.5, 0.3
"""What a word counts that has a counterpart elsewhere in the text, one of a name of several words, which may be taken
up by a pronoun or an abbreviation, and an abbreviation."""
USUAL = 0.2
"""What a word counts in a phrase that translators leave out."""
_SELDOM_TELL = frozenset({"articl", "cent", "dollar", "heur", "kilomet", "milliar", "million", "paragr", "pourcen"})
"""Stems of words that one language writes out and the other does not: par. 5, 10 a.m."""
_GAP_IN_NAME = 8
"""Characters at most between two words of a name: Council of the."""
EXPECTED = {"en": 1.12, "fr": 0.89}
"""Characters of the other language for one of this (docs/un-french.md, fact 15)."""
AROUND = 3
"""So many words around the place that its neighbours tell, a word of the other side may stand."""


@dataclass(frozen=True, slots=True)
class Side:
    """The words of a text, where each has its counterpart, which could have none at all, and what each counts."""

    text: str
    language: str
    words: tuple[Word, ...]
    links: list[int | None]
    strictly_alone: list[bool]
    counts: list[float]

    def neighbours(self, start: int, end: int, end_there: int) -> tuple[int, int]:
        """The counterparts of the nearest words before `start` and from `end` on that have one, else the ends of the
        other text, which has `end_there` words."""
        before = next((link for link in reversed(self.links[:start]) if link is not None), -1)
        after = next((link for link in self.links[end:] if link is not None), end_there)
        return before, after


@lru_cache(maxsize=64)
def sides(source: str, target: str, source_language: str, target_language: str) -> tuple[Side, Side]:
    """Both texts with their words aligned."""
    theirs, ours = content(source, source_language), content(target, target_language)
    there, back = align(theirs, ours, source_language, target_language)
    return (
        Side(
            source,
            source_language,
            theirs,
            there,
            alone(theirs, ours, source_language, target_language),
            _counts(source, source_language, theirs, there),
        ),
        Side(
            target,
            target_language,
            ours,
            back,
            alone(ours, theirs, target_language, source_language),
            _counts(target, target_language, ours, back),
        ),
    )


def _counts(text: str, language: str, words: Sequence[Word], links: Sequence[int | None]) -> list[float]:
    linked = {word.stem for word, link in zip(words, links, strict=True) if link is not None}
    usual = [Span(*found.span()) for phrase in _usual_phrases(language) for found in phrase.finditer(text)]
    counts = []
    for index, word in enumerate(words):
        count = weight(word, language) * (REPEATED if word.stem in linked else 1.0)
        written = word.span.of(text)
        count *= USUAL if any(word.span.overlaps(span) for span in usual) else 1.0
        count *= ABBREVIATED if len(written) <= 2 or written.isupper() or word.stem in _SELDOM_TELL else 1.0
        counts.append(count * (NAMED if _is_in_name(text, words, index) else 1.0))
    return counts


@cache
def _usual_phrases(language: str) -> tuple[re.Pattern[str], ...]:
    rows = tables.rows(Path(__file__).with_name("usual_phrases.tsv"))
    return tuple(re.compile(phrase, re.IGNORECASE) for tag, phrase in rows if tag == language)


def runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """From where to where flags in a row are set."""
    start = 0
    while start < len(flags):
        end = start
        while end < len(flags) and flags[end]:
            end += 1
        if end > start:
            yield start, end
        start = end + 1


def in_place_of(side: Side, place: int, index: int, end: int) -> bool:
    """True if the word `index` of the other text, which has `end` words, stands about where that at `place` should."""
    before, after = side.neighbours(place, place + 1, end)
    return min(before, after) - AROUND <= index <= max(before, after) + AROUND


def _is_in_name(text: str, words: Sequence[Word], index: int) -> bool:
    if not text[words[index].span.start].isupper():
        return False
    for first, second in ((index - 1, index), (index, index + 1)):
        if first >= 0 and second < len(words):
            one, other = words[first].span, words[second].span
            if text[one.start].isupper() and text[other.start].isupper() and other.start - one.end <= _GAP_IN_NAME:
                return True
    return False
