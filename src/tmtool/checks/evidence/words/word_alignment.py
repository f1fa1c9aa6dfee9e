"""Which word of one text has which of the other for its counterpart?

Links are those of word_links.py, each word serving once, the cheapest links first (competitive linking, Melamed 2000).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from tmtool.languages.pairs.word_links import ALIKE, WordLinks
from tmtool.languages.stems import Word
from tmtool.model.span_index import nearest

_NEAR = 3
"""Words at most so far from one that has a counterpart may share it: agenda, ordre du jour."""
_PER_WORD, _FARTHEST = 0.12, 1.8
"""What each word costs by which a link lies away from the place that the text, or the links around, tell; at most."""
_FAR = _FARTHEST / _PER_WORD
"""Words from there, from which on a link costs no more."""
_DEAREST = 2.4
"""Dearer links are none."""
_SURE = 0.9
"""Links so cheap tell where their neighbours should lie."""

_MOST_PLACES, _MOST_ALIKE = 8, 64
"""Places at which a word is looked for, of one stem, and stems that look like it: nobody writes a text with more."""
_FEW_PLACES, _LONG = 3, 2_000
"""Places where a text has more words of content than that, as no translator writes one."""

_Candidate = tuple[float, int, int]
"""A link that there might be: what it costs, and the places of its words."""


def align(
    words: Sequence[Word], others: Sequence[Word], language: str, table: WordLinks
) -> tuple[list[int | None], list[int | None]]:
    """Returns for each of `words`, in `language`, the place of its counterpart among `others`, and the reverse, or None
    where there is none.

    Each word serves once, the cheapest links first (competitive linking, Melamed 2000); the sure ones among them then
    tell where the others should lie, and a word left over may share what a word close by has.
    """
    if language != table.first:
        back, there = align(others, words, table.first, table)
        return there, back
    candidates = list(_candidates(words, others, table))
    links = _linked_once(_by_place(candidates, len(words), len(others)), len(words))
    links = _linked_once(_by_neighbours(candidates, links, len(others)), len(words))
    return _shared(candidates, links, len(others))


def _candidates(words: Sequence[Word], others: Sequence[Word], table: WordLinks) -> Iterator[tuple[float, int, int]]:
    """Yields cost and places of all links that there might be."""
    by_stem: dict[str, list[int]] = {}
    by_beginning: dict[str, set[str]] = {}
    for place, other in enumerate(others):
        by_stem.setdefault(other.stem, []).append(place)
        by_beginning.setdefault(other.stem[:ALIKE], set()).add(other.stem)
    slope = len(others) / max(1, len(words))
    most = _MOST_PLACES if max(len(words), len(others)) <= _LONG else _FEW_PLACES
    answers: dict[str, list[tuple[float, list[int]]]] = {}
    for index, word in enumerate(words):
        if word.stem not in answers:
            answers[word.stem] = [
                (price, by_stem[stem])
                for stem in _answering(word.stem, by_stem, by_beginning, table)
                if (price := table.cost(word.stem, stem)) is not None
            ]
        for price, places in answers[word.stem]:
            for place in places[nearest(places, index * slope, most)]:
                yield price, index, place


def _answering(
    stem: str, by_stem: Collection[str], by_beginning: Mapping[str, set[str]], table: WordLinks
) -> Collection[str]:
    """Returns the stems of the other text that may answer to one."""
    there = {known for known in table.costs_of(stem) if known in by_stem}
    alike = by_beginning.get(stem[:ALIKE], set()) if len(stem) >= ALIKE else set()
    there |= alike if len(alike) <= _MOST_ALIKE else set()
    return there | {stem} if stem in by_stem else there


def _by_place(candidates: Sequence[_Candidate], size: int, size_there: int) -> list[tuple[float, float, int, int]]:
    """Returns the links with what they cost where each text runs evenly."""
    slope = size_there / max(1, size)
    found = [
        (price + (_PER_WORD * off if (off := abs(index * slope - place)) < _FAR else _FARTHEST), price, index, place)
        for price, index, place in candidates
    ]
    found.sort()
    return found


def _by_neighbours(
    candidates: Sequence[_Candidate], there: Sequence[tuple[int, float] | None], size_there: int
) -> list[tuple[float, float, int, int]]:
    """Returns the links with what they cost next to the sure links around."""
    before = _last_sure(there, -1)
    after = _last_sure(there[::-1], size_there)[::-1]
    between = [(one, other) if one < other else (other, one) for one, other in zip(before, after, strict=True)]
    found = []
    for price, index, place in candidates:
        low, high = between[index]
        if low < place < high:
            full = price
        else:
            off = (low - place if place <= low else place - high) - 1
            full = price + (_PER_WORD * off if off < _FAR else _FARTHEST) if off > 0 else price
        if full <= _DEAREST:
            found.append((full, price, index, place))
    found.sort()
    return found


def _last_sure(there: Sequence[tuple[int, float] | None], start: int) -> list[int]:
    """Returns for each word the place of the nearest sure counterpart before it, `start` if there is none."""
    found = []
    for link in there:
        found.append(start)
        if link is not None and link[1] <= _SURE:
            start = link[0]
    return found


def _linked_once(found: Sequence[tuple[float, float, int, int]], size: int) -> list[tuple[int, float] | None]:
    """Returns for each of `size` words the place of its counterpart and what that link costs by itself, the cheapest
    first."""
    there: list[tuple[int, float] | None] = [None] * size
    taken = set()
    for _, price, index, place in found:
        if there[index] is None and place not in taken:
            there[index] = place, price
            taken.add(place)
    return there


def _shared(
    candidates: Sequence[_Candidate], links: Sequence[tuple[int, float] | None], size_there: int
) -> tuple[list[int | None], list[int | None]]:
    """Returns the links both ways, with those that words left over share with a word close by."""
    there = [None if link is None else link[0] for link in links]
    back: list[int | None] = [None] * size_there
    for index, place in enumerate(there):
        if place is not None:
            back[place] = index
    own_there, own_back = list(there), list(back)
    for _, index, place in sorted(candidates):
        taker, taken = own_back[place], own_there[index]
        if there[index] is None and taker is not None and abs(taker - index) <= _NEAR:
            there[index] = place
        if back[place] is None and taken is not None and abs(taken - place) <= _NEAR:
            back[place] = index
    return there, back
