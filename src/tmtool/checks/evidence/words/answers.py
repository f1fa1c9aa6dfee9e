"""Which words of a source does its translation answer, and how probably?

The words of content of both texts are aligned in both directions by the probabilities of word_translations.py, with a
prior for places near the diagonal (IBM's model 2 as Dyer, Chahuneau and Smith 2013 write it) and a competitor that
stands for no word at all; a link is as probable as both directions together find it (Liang, Taskar, Klein 2006). The
sure links then say where the others should lie. Words that look alike count as translations of each other.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.word_translations import WordTranslations
from tmtool.languages.stems import WHOLE_STEM, Word, content, fold, reduced

NO_WORD, DIAGONAL = 0.08, 4.0
"""How probable it is that a word has no counterpart, and how fast the prior falls away from the diagonal."""
_NEAR, _FAR, _FARTHEST, _AROUND = 0.35, 0.01, 12, 5.0
"""How fast the second prior falls away, word by word, from where the sure links around a word are; its least; from how
many words on; and its sum."""
_SURE = 0.4
"""A link so probable says where its neighbours lie."""
LIKELY = 0.3
"""A word is answered where links come to that."""
ALIKE = 4
"""Stems that share so many first letters may be one word in two languages."""
_MOST, _MOST_WORDS = 10_000, 1_000
"""Texts are not compared that would have more links than that, or more words of content."""

Cell = tuple[int, int, float, float]
"""A link that there might be: the places of its words, and the probability of each given the other."""


class Uses(Protocol):
    """Says of a stem of a language what a table knows of its use, as logarithms."""

    def surprise(self, stem: str, language: str) -> float:
        """Returns how surprising it is that the stem has no counterpart."""

    def seen(self, stem: str, language: str) -> float:
        """Returns how often the stem was seen."""


@dataclass(frozen=True, slots=True)
class Answers:
    """`Answers` are the words of content of a text with what the other text has for each.

    `answered` is how probably a word has a counterpart, `place` where that most probably is (0 where there is none),
    and `loose` how well the best word of the other text would translate it, wherever it is. `surprise` is how
    surprising a word without counterpart is, `seen` how often the table has seen it, both logarithms.
    """

    text: str
    language: str
    words: tuple[Word, ...]
    answered: Sequence[float]
    place: Sequence[int]
    loose: Sequence[float]
    surprise: Sequence[float]
    seen: Sequence[float]

    @property
    def alone(self) -> list[bool]:
        """Tells of each word whether it has no counterpart."""
        return [share < LIKELY for share in self.answered]

    @property
    def unanswered(self) -> str:
        """Returns the words without counterpart, as a text of their own."""
        return " ".join(word.span.of(self.text) for word, lone in zip(self.words, self.alone, strict=True) if lone)

    def places_about(self, before: int, after: int, words_there: int) -> tuple[int, int]:
        """Returns the places in the other text, which has so many words, of two words that `neighbours` gives: -1 and
        that number where there are none."""
        first = self.place[before] if before >= 0 else -1
        last = self.place[after] if after < len(self.words) else words_there
        return first, last


def neighbours(alone: Sequence[bool], start: int, end: int) -> tuple[int, int]:
    """Returns the nearest words before `start` and from `end` on that have a counterpart, -1 and the number of words
    where there are none."""
    before = next((index for index in range(start - 1, -1, -1) if not alone[index]), -1)
    after = next((index for index in range(end, len(alone)) if not alone[index]), len(alone))
    return before, after


@lru_cache(maxsize=64)
def answers(source: str, target: str, pair: LanguagePair, table: WordTranslations) -> tuple[Answers, Answers] | None:
    """Returns the words of both texts with what answers to them; None where a text has no words, or too many."""
    texts = {pair.source: source, pair.target: target}
    first, second = texts[table.first], texts[table.second]
    words, others = content(first, table.first, WHOLE_STEM), content(second, table.second, WHOLE_STEM)
    if not words or not others or max(len(words), len(others)) > _MOST_WORDS:
        return None
    is_of_lists = table is pair.possible_translations
    more, more_there = (
        [reduced(fold(word.span.of(text)), language) if is_of_lists else () for word in every]
        for text, language, every in ((first, table.first, words), (second, table.second, others))
    )
    cells = list(_cells(words, others, more, more_there, table))
    if len(cells) > _MOST:
        return None
    without = [NO_WORD * table.without(word.stem, table.first) for word in words]
    without_there = [NO_WORD * table.without(word.stem, table.second) for word in others]
    found = links(cells, without, without_there)
    one = answered(first, table.first, words, found, table)
    other = answered(second, table.second, others, [((j, i, b, a), link) for (i, j, a, b), link in found], table)
    return (one, other) if pair.source == table.first else (other, one)


def answered(
    text: str, language: str, words: tuple[Word, ...], found: Sequence[tuple[Cell, float]], table: Uses
) -> Answers:
    """Returns the words of a text with what answers to them, by the links of `links`, the first place of each being
    that of a word of this text."""
    total, place, best, loose = ([0.0] * len(words), [0] * len(words), [0.0] * len(words), [0.0] * len(words))
    for (index, there, one, other), link in found:
        total[index] += link
        loose[index] = max(loose[index], one * other)
        if link > best[index]:
            best[index], place[index] = link, there
    return Answers(
        text,
        language,
        words,
        total,
        place,
        [math.sqrt(one) for one in loose],
        [table.surprise(word.stem, language) for word in words],
        [table.seen(word.stem, language) for word in words],
    )


def _cells(
    words: Sequence[Word],
    others: Sequence[Word],
    more: Sequence[Sequence[str]],
    more_there: Sequence[Sequence[str]],
    table: WordTranslations,
) -> list[Cell]:
    """Returns all links that there might be; where they are too many, some more than `_MOST` of them. `more` are the
    stems by which the words may be looked up besides their own, and those of the other text."""
    places: dict[str, list[int]] = {}
    beginnings: dict[str, list[str]] = {}
    for place, other in enumerate(others):
        for stem in (other.stem, *more_there[place]):
            if stem not in places:
                beginnings.setdefault(stem[:ALIKE], []).append(stem)
            places.setdefault(stem, []).append(place)
    found: list[Cell] = []
    by_stem: dict[str, list[tuple[str, float, float]]] = {}
    for index, word in enumerate(words):
        links_of: dict[int, tuple[float, float]] = {}
        for own in (word.stem, *more[index]):
            known = by_stem.get(own)
            if known is None:
                known = by_stem[own] = _rows(own, places, beginnings, table)
            for stem, one, other_way in known:
                for place in places[stem]:
                    before = links_of.get(place)
                    links_of[place] = (
                        (one, other_way) if before is None else (max(one, before[0]), max(other_way, before[1]))
                    )
        found += [(index, place, *both) for place, both in links_of.items()]
        if len(found) > _MOST:
            break
    return found


def _rows(
    word: str, places: Collection[str], beginnings: Mapping[str, Sequence[str]], table: WordTranslations
) -> list[tuple[str, float, float]]:
    """Returns the stems of the other text that may translate one, with the probability of each given the other."""
    row = table.of(word)
    there = {stem: row[stem] for stem in places if stem in row}
    for stem in beginnings.get(word[:ALIKE], ()):
        alike = likeness(word, stem)
        one, other_way = there.get(stem, (0.0, 0.0))
        if alike:
            there[stem] = max(one, alike), max(other_way, alike)
    return [(stem, *both) for stem, both in there.items()]


def likeness(one: str, other: str) -> float:
    """Returns the probability that two stems translate each other, from their first letters alone."""
    if one == other:
        return 0.5
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if shared > ALIKE or (shared == ALIKE and shared >= min(len(one), len(other)) - 1):
        return 0.02 + 0.3 * (shared / max(len(one), len(other))) ** 3
    return 0.0


def links(cells: Sequence[Cell], without: Sequence[float], without_there: Sequence[float]) -> list[tuple[Cell, float]]:
    """Returns the links that there might be, each with its probability; `without` is how probable it is of each word of
    either text that it has no counterpart, next to the links."""
    size, size_there = len(without), len(without_there)
    of_words = [size_there * _mass((index + 0.5) / size) / (1 - NO_WORD) for index in range(size)]
    of_others = [size * _mass((place + 0.5) / size_there) / (1 - NO_WORD) for place in range(size_there)]
    there, back = [], []
    for i, j, one, other in cells:
        near = math.exp(-DIAGONAL * abs((i + 0.5) / size - (j + 0.5) / size_there))
        there.append(near * one / of_others[j])
        back.append(near * other / of_words[i])
    first = _posteriors(cells, there, back, without, without_there)
    before, after = _sure_places(cells, first, size, size_there)
    there, back = [], []
    for i, j, one, other in cells:
        low, high = before[i], after[i]
        off = max(0, low + 1 - j, j - high + 1) if high - low > 1 else min(abs(j - low), abs(j - high))
        near = _PRIOR[min(off, _FARTHEST)]
        there.append(near * one)
        back.append(near * other)
    return list(zip(cells, _posteriors(cells, there, back, without, without_there), strict=True))


_PRIOR = [(math.exp(-_NEAR * off) + _FAR) / _AROUND for off in range(_FARTHEST + 1)]


def _mass(place: float) -> float:
    """Returns the sum of the prior about a place of the diagonal, for a text of length 1."""
    return (2 - math.exp(-DIAGONAL * place) - math.exp(-DIAGONAL * (1 - place))) / DIAGONAL


def _posteriors(
    cells: Sequence[Cell],
    there: Sequence[float],
    back: Sequence[float],
    without: Sequence[float],
    without_there: Sequence[float],
) -> list[float]:
    """Returns how probable each link is in both directions, next to its competitors."""
    sums, sums_there = list(without), list(without_there)
    for (i, j, _, _), one, other in zip(cells, there, back, strict=True):
        sums_there[j] += one
        sums[i] += other
    return [
        one * other / (sums_there[j] * sums[i]) for (i, j, _, _), one, other in zip(cells, there, back, strict=True)
    ]


def _sure_places(
    cells: Sequence[Cell], shares: Sequence[float], size: int, size_there: int
) -> tuple[list[int], list[int]]:
    """Returns for each word the lower and the higher of the places of the nearest sure links before and after it."""
    best = [(0.0, -1)] * size
    for (i, j, _, _), link in zip(cells, shares, strict=True):
        if link > best[i][0]:
            best[i] = link, j
    before, last = [], -1
    for link, place in best:
        before.append(last)
        last = place if link > _SURE else last
    after, last = [], size_there
    for link, place in reversed(best):
        after.append(last)
        last = place if link > _SURE else last
    after.reverse()
    both = [sorted(one) for one in zip(before, after, strict=True)]
    return [low for low, _ in both], [high for _, high in both]
