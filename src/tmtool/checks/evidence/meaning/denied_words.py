"""Which denials of one text has the other nothing to answer to, by the words that both are linked by?

A denial is about where the counterparts of its neighbours are. Unanswered is one that has none of the other language
there, nor any word that may stand for a denial; each answers to one. So is a word with a negative prefix of which the
rest alone has its counterpart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from tmtool import languages
from tmtool.checks.evidence.words.sides import Side, first_from, places_about
from tmtool.languages.alternatives import any_of
from tmtool.languages.denial_cues import cue
from tmtool.languages.letters import fold
from tmtool.languages.stems import Word, stem, stems
from tmtool.model import Span

_WORDS_AROUND = 4
"""Words of content before and after a denial whose counterparts tell where it should be."""
_OUTLIER = 8
"""A counterpart so many words from the middle one is none."""
_REACH, _CLOSE = 5, 1
"""Words of content around those counterparts among which a denial is looked for, and what may stand for one."""
_ANY = -1
"""Stands for any answer."""
_NON = re.compile(r"\bnon-$", re.IGNORECASE)
_NON_WORDS = re.compile(r"\bnon[- \u00a0\u2011]\w", re.IGNORECASE)
_NEAR = 30
"""Characters around a word in which a denial makes it the same as one with a negative prefix."""
_HEAVY = 1.6
"""Words of less weight, such as adverbs and modal verbs, may come between a denial and what it denies."""
_DENIED, _LINKED = 3, 2
"""Of so many words after a denial so many have their counterparts where it is sure what is denied."""
_ROW = 90
"""Characters at most between two denials in a row."""


@cache
def negative_prefix(language: str) -> re.Pattern[str]:
    """Returns the pattern of how a word begins that may deny what the rest of it says."""
    prefixes = [prefix for (prefix,) in languages.get(language).rows("negative_prefixes.txt")]
    return re.compile(any_of(prefixes), re.IGNORECASE)


@cache
def _next(language: str) -> re.Pattern[str]:
    """Returns the pattern of what comes between a denial and the word that it denies."""
    return re.compile(rf"[;:.]|{cue(language, 'next').pattern}")


@cache
def _joins(language: str) -> re.Pattern[str]:
    """Returns the pattern of what joins two denials in a row: has not honoured and has not begun."""
    return re.compile(rf"{cue(language, 'joins').pattern}[\w ’']{{0,25}}$")


@cache
def _non_much(language: str) -> frozenset[str]:
    """Returns the stems that are put otherwise with a non- before them, such as NGO."""
    rows = languages.get(language).rows("negation.tsv")
    return frozenset(stem for kind, words in rows if kind == "non" for stem in stems(words, language))


def unanswered(side: Side, other: Side) -> Iterator[tuple[Span, Span]]:
    """Yields the denials of a side to which nothing on the other answers, with the place where it should."""
    idle = cue(side.language, "idle")
    denials = [denies for denies in cues_in(side, "denial") if not idle.match(side.text, denies.start)]
    answered = _answered(side, denials, other)
    for place, denies in enumerate(denials):
        if place in answered or (place - 1 in answered and _goes_on(side, denials[place - 1], denies)):
            continue
        if _is_taken_up(side, denies) and not _may_be_denied(side, denies, other):
            yield denies, _place(side, denies, other)
    yield from _undone(side, other)


def is_surely_lost(denies: Span, side: Side, other: Side) -> bool:
    """Tells whether what is denied has its counterpart in a text that is poorer in denials than this one."""
    if _is_by_prefix(denies, side) or not _is_poorer(other, side):
        return False
    index = first_from(side, denies.end)
    return sum(link is not None for link in side.links[index : index + _DENIED]) >= _LINKED


def cues_in(side: Side, kind: str) -> list[Span]:
    """Returns the places of the words of a kind: "denial", "limit", "answer"."""
    return [Span(*found.span()) for found in cue(side.language, kind).finditer(side.text)]


def _is_by_prefix(denies: Span, side: Side) -> bool:
    """Tells whether a word denies by its prefix alone (unsafe), which another word may say: dangereux."""
    return any(word.span == denies for word in side.words)


def _is_poorer(side: Side, other: Side) -> bool:
    """Tells whether a text has fewer denials than the other, and nothing that may stand for one."""
    return len(cues_in(side, "answer")) < len(cues_in(other, "denial")) and not cues_in(side, "may deny")


def _undone(side: Side, other: Side) -> Iterator[tuple[Span, Span]]:
    """Yields the words that deny by a prefix, where the other side has what stands for the rest alone, and no denial
    near; where that has a non- more (non engagé, for uncommitted), no word in one piece.
    """
    has_non = _words_with_non(other.text) > _words_with_non(side.text)
    for index, word in enumerate(side.words):
        link, written = side.links[index], word.span.of(side.text)
        if non := _NON.search(side.text, max(0, word.span.start - len("non-")), word.span.start):
            if _words_with_non(other.text) >= _words_with_non(side.text):
                continue
            there = other.words[link].span if link is not None else None
            if there is not None and word.stem not in _non_much(side.language) and not _is_denied(other, there):
                yield Span(non.start(), word.span.end), there
            continue
        prefix = negative_prefix(side.language).match(written)
        if prefix is None or written.isupper() or has_non:
            continue
        rest = Word(word.span, stem(fold(written[prefix.end() :]), side.language))
        if not side.table.is_known(rest, side.language):
            continue
        about = places_about(side, index, len(other.words))
        for place in about if link is None else (link,):
            if place not in about:
                continue
            candidate = other.words[place]
            if side.table.counterparts(rest, [candidate], side.language) and not _is_denied(other, candidate.span):
                yield word.span, candidate.span
                break


@lru_cache(maxsize=16)  # asked at each of them
def _words_with_non(text: str) -> int:
    return len(_NON_WORDS.findall(text))


def _is_denied(side: Side, span: Span) -> bool:
    """Tells whether a word, or one close by, denies or may deny, or begins as a word that denies does."""
    if negative_prefix(side.language).match(span.of(side.text)):
        return True
    bound = _next(side.language).search(side.text, span.end, span.end + 2 * _NEAR)
    start, end = max(0, span.start - _NEAR), min(span.end + _NEAR, bound.start() if bound else len(side.text))
    return any(cue(side.language, kind).search(side.text, start, end) for kind in ("answer", "may deny"))


def _is_taken_up(side: Side, denies: Span) -> bool:
    """Tells whether what is denied has its counterpart: the first word after the denial that tells anything."""
    for index in range(first_from(side, denies.end), len(side.words)):
        if side.links[index] is not None:
            return True
        if side.table.weight(side.words[index], side.language) > _HEAVY:
            return False
    return False


def _goes_on(side: Side, first: Span, second: Span) -> bool:
    """Tells whether the second of two denials only carries the first on: has not honoured and has not begun."""
    between = side.text[first.end : second.start]
    return len(between) <= _ROW and _joins(side.language).search(between) is not None


def _answered(side: Side, denials: Sequence[Span], other: Side) -> set[int]:
    """Returns those of the denials that have one of the other side, the nearest first, each of which answers once.

    A prefix that denies, too, takes its answer away from the others.
    """
    if not denials:
        return set()
    answers = cues_in(other, "answer")
    if cues_in(side, "limit"):
        answers += cues_in(other, "limit")
    spans = (*denials, *cues_in(side, "prefix"))
    asking, closest = ([_links(side, span, many) for span in spans] for many in (_WORDS_AROUND, _CLOSE))
    indexes = sorted((first_from(other, span.end), answer) for answer, span in enumerate(answers))
    near = sorted(
        (_distance(links, index), _distance(closest[place], index), place, answer)
        for place, links in enumerate(asking)
        for index, answer in _close(links, indexes)
    )
    free = iter(range(len(answers)))
    # A denial none of whose neighbours has a counterpart takes the first answer that is left.
    near = sorted([*near, *((0, 0, place, _ANY) for place, links in enumerate(asking) if not links)])
    answered: set[int] = set()
    taken: set[int] = set()
    for _, _, place, answer in near:
        if place in answered or answer in taken:
            continue
        found = next((one for one in free if one not in taken), None) if answer == _ANY else answer
        if found is not None:
            answered.add(place)
            taken.add(found)
    return answered


def _close(links: Sequence[int], indexes: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Returns those of the numbers of words, which are in order, that are within reach of one of the links."""
    ranges = (
        indexes[bisect_left(indexes, (link - _REACH, 0)) : bisect_left(indexes, (link + _REACH + 1, 0))]
        for link in links
    )
    return {one for close in ranges for one in close}


def _links(side: Side, span: Span, many: int = _WORDS_AROUND) -> list[int]:
    """Returns the places where so many words before and after the end of a span have their counterparts, in order."""
    index = first_from(side, span.end)
    neighbours = side.links[max(0, index - many) : index + many]
    links = sorted(link for link in neighbours if link is not None)
    return [link for link in links if abs(link - links[len(links) // 2]) <= _OUTLIER]


def _distance(links: Sequence[int], index: int) -> int:
    return min((abs(index - link) for link in links), default=0)


def _may_be_denied(side: Side, denies: Span, other: Side) -> bool:
    """Tells whether a word that may stand for a denial is where `denies` should be, or what is denied needs none."""
    links = _links(side, denies, _CLOSE)
    if not links:
        return cue(other.language, "may deny").search(other.text) is not None
    first, last = max(0, links[0] - _CLOSE), min(len(other.words) - 1, links[-1] + _CLOSE)
    start = 0 if first == 0 else other.words[first].span.start
    end = len(other.text) if last == len(other.words) - 1 else other.words[last].span.end
    return cue(other.language, "may deny").search(other.text, start, end) is not None


def _place(side: Side, denies: Span, other: Side) -> Span:
    """Returns the place where the other text should have the denial: the counterpart of the word after it."""
    index = first_from(side, denies.end)
    links = [link for link in side.links[index : index + _WORDS_AROUND] if link is not None]
    return other.words[links[0]].span if links else Span(0, len(other.text))
