"""Which two values of a text have changed places in its translation, while the words around them are in the same order?

The words before the first, between the two and after the second are linked by the tables that alignment has. Where a
translator has put the one part of a sentence before the other, the words have gone with their values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tmtool.checks.evidence.words.answers import Answers
from tmtool.checks.evidence.words.answers_by_alignment import answers_by_alignment
from tmtool.languages import language_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Placeable, Span

_REACH = 60
"""Characters before the first value and after the second in which words are looked at."""
_LEAST, _LEAST_OF_RUNS = 3, 4
"""Links that say so at least, and where a language runs its words together and puts what qualifies a noun before it."""

_YEAR = re.compile(r"(?:19|20)\d\d")

_Link = tuple[int, int]
"""Where a word or a value is in a text, and where its counterpart is."""


def is_in_order(
    source: str,
    target: str,
    places: tuple[tuple[Span, Span], tuple[Span, Span]],
    others: tuple[Mapping[str, Placeable], Mapping[str, Placeable]],
    pair: LanguagePair,
) -> bool:
    """Tells whether the words before, between and after two places of each text, in the order of that text, are in the
    same order; `others` are values of other kinds, which are links too."""
    both = answers_by_alignment(source, target, pair)
    if both is None:
        return False
    least = _LEAST if all(language_of(side.language).spaced for side in both) else _LEAST_OF_RUNS
    return _are_in_order([*_of_words(both), *_of_values(others)], *places, least)


def are_alike(one: str, other: str) -> bool:
    """Tells whether two values of a kind are of the same: both years, or both paragraphs, or neither."""
    return _sort(one) == _sort(other)


def _sort(value: str) -> str:
    return "year" if _YEAR.fullmatch(value) else value.rpartition(":")[0]


def _of_words(both: tuple[Answers, Answers]) -> Iterator[_Link]:
    side, other = both
    for word, place, alone in zip(side.words, side.place, side.alone, strict=True):
        if not alone:
            yield word.span.start, other.words[place].span.start


def _of_values(others: tuple[Mapping[str, Placeable], Mapping[str, Placeable]]) -> Iterator[_Link]:
    there, here = others
    yield from ((there[value].span.start, here[value].span.start) for value in there if value in here)


def _are_in_order(links: Sequence[_Link], there: tuple[Span, Span], here: tuple[Span, Span], least: int) -> bool:
    """Tells whether the words before, between and after two places of a source are so in the translation too."""
    before = [place for at, place in links if there[0].start - _REACH <= at < there[0].start]
    between = [place for at, place in links if there[0].end <= at < there[1].start]
    after = [place for at, place in links if there[1].end <= at <= there[1].end + _REACH]
    groups = [group for group in (before, between, after) if group]
    return (
        len(groups) > 1
        and sum(map(len, groups)) >= least
        and bool(between or (before and after))
        and all(max(one) < min(other) for one, other in pairwise(groups))
        and all(place < here[1].start for place in (*before, *between))
        and all(place > here[0].start for place in after)
    )
