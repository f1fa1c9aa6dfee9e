"""Counts the signs that a stretch of one text was left out of the other, for left_out.py: each is a number with a name.

How surprising it is that the words of the stretch have no counterpart; whether it is bounded as an element of a list
is, and the other text has one mark or conjunction fewer there; whether words without counterpart are in its place
there, which may be another way to say it; and what the lengths, figures and marks of the whole say, and how freely the
rest is translated.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from tmtool import languages
from tmtool.checks.evidence.completeness.joints import carries_on, coordinators, separators
from tmtool.checks.evidence.words.answers import Answers, neighbours
from tmtool.checks.evidence.words.sides import runs

_MOSTLY, _PARTS = 0.6, 3
"""The share of a part that must have no counterpart, and how many parts in a row are taken together."""
_FEW = 3
"""Words of which a share says little."""
_AROUND = (2, 5)
"""So many words around the place of a stretch, a word of the other text may be that stands for it."""
_NONE = -7.0
"""The logarithm of a probability that is next to none."""
_FAR = 30.0
_UNKNOWN, _NEAR = -1.0, 2
"""What counts where there is no word to count about, and so many words to each side are about a place."""
_PAIRED = 5
"""So many words away a conjunction may join two halves of a pair."""
_MEMBER = 5
"""Words of content of a member of a series at most."""
_JOINED = 3
"""Words after one that a conjunction may join to it."""
_GAP_IN_NAME = 8
"""Characters at most between two words of a name."""
_FIGURES = re.compile(r"\d+")
_CLOSES = tuple(".;:!?。；：！？؛؟")
_CLOSED = (*_CLOSES, *')）»>"》”」')
_COMMA, _OPENED, _BRACKET_CLOSED = re.compile("[,，、،]"), "(（", ")）"


class Signs:
    """`Signs` are the signs of the stretches of `side`, of which `other` may have nothing. A character of the one is
    expected to take `expected_length` of the other."""

    def __init__(self, side: Answers, other: Answers, expected_length: float) -> None:
        self.side, self.other, self._length = side, other, expected_length
        self._rival = _rivals(side)
        self.alone = [lone or rival for lone, rival in zip(side.alone, self._rival, strict=True)]
        self._alone_there = other.alone
        self._free = [place for place, flag in enumerate(self._alone_there) if flag]
        self._abbreviations = [place for place in self._free if _is_abbreviation(other, place)]
        self._answered = {word.stem for word, flag in zip(side.words, self.alone, strict=True) if not flag}
        self._taken_up, self._taken_up_there = (_taken_up(one.text, one.language) for one in (side, other))
        self._all_parts = list(self._parts())
        self._whole = self._of_the_whole()

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Yields runs of words without counterpart, and parts between separators that mostly have none, from word to
        word."""
        seen = set()
        for candidate in (*runs(self.alone), *self._parts_alone()):
            if candidate not in seen:
                seen.add(candidate)
                yield candidate

    def _parts_alone(self) -> Iterator[tuple[int, int]]:
        parts = self._all_parts
        for place, (start, _) in enumerate(parts):
            for _, end in parts[place : place + _PARTS]:
                lone = sum(self.alone[start:end])
                if lone > 1 and lone >= _MOSTLY * (end - start):
                    yield start, end

    def _parts(self) -> Iterator[tuple[int, int]]:
        """Yields the parts between separators, from word to word."""
        text, words = self.side.text, self.side.words
        start = 0
        for cut in (*(mark.start() for mark in separators(self.side.language).finditer(text)), len(text)):
            end = start
            while end < len(words) and words[end].span.start < cut:
                end += 1
            if end > start:
                yield start, end
            start = end

    def stretch(self, start: int, end: int) -> Mapping[str, float]:
        """Returns the signs of the words from `start` to `end`, of which one at least has no counterpart, by name."""
        lone = [index for index in range(start, end) if self.alone[index]]
        return {
            **self._whole,
            **self._of_the_words(start, end, lone),
            **self._of_the_place(start, end),
            **self._of_the_pair(start, end),
            **self._of_the_series(start, end),
            **self._of_the_name(start, end),
            "rest alone": (sum(self.alone) - len(lone)) / (_FEW + len(self.alone) - (end - start)),
        }

    def _of_the_words(self, start: int, end: int, lone: Sequence[int]) -> dict[str, float]:
        side = self.side
        text, words = side.text, side.words
        surprise = [side.surprise[index] for index in lone]
        loose = [math.log(math.exp(_NONE) + side.loose[index]) for index in lone]
        first, last = words[start].span.start, words[end - 1].span.end
        return {
            "words": float(end - start),
            "words alone": float(len(lone)),
            "surprise": sum(surprise),
            "surprise, most": max(surprise),
            "surprise, least": min(surprise),
            "rivals": float(sum(self._rival[start:end])),
            "answered": sum(side.answered[start:end]),
            "answered, most": max(side.answered[index] for index in lone),
            "loosely answered": max(loose),
            "loosely answered, least": min(loose),
            "seen": max(side.seen[index] for index in lone),
            "seen, least": min(side.seen[index] for index in lone),
            "repeated": float(sum(words[index].stem in self._answered for index in lone)),
            "capitals": float(sum(text[words[index].span.start].isupper() for index in lone)),
            "abbreviations": float(sum(_is_abbreviation(side, index) for index in lone)),
            "figures inside": float(len(_FIGURES.findall(text, first, last))),
            "characters inside": float(last - first),
        }

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Returns the places in the other text, the lower one first, of the nearest words before `start` and from `end`
        on that have a counterpart; -1 and the number of its words where there are none."""
        first, last = self.side.places_about(*neighbours(self.alone, start, end), len(self.other.words))
        return min(first, last), max(first, last)

    def _of_the_place(self, start: int, end: int) -> dict[str, float]:
        """Returns the signs that tell of the place of a stretch, here and in the other text, between the nearest words
        that have a counterpart."""
        side, other, alone = self.side, self.other, self.alone
        before, after = neighbours(alone, start, end)
        first, last = side.places_about(before, after, len(other.words))
        low, high = min(first, last), max(first, last)
        free = [place for place in self._free if low < place < high]
        near, around = ([place for place in self._free if low - far <= place <= high + far] for far in _AROUND)
        here = _between(side, before, after)
        there = _between(other, low, high)
        span = side.words[end - 1].span.end - side.words[start].span.start
        room = len(there) - len(here) * self._length
        signs = {
            "opens": float(before < 0),
            "closes": float(after == len(alone)),
            "words before": float(start - before),
            "words after": float(after - end + 1),
            "in order": float(first <= last),
            "gap there": float(high - low - 1),
            "gap": float(after - before - 1),
            "free within": float(len(free)),
            "free within, surprise": sum(other.surprise[place] for place in free),
            "free near": float(len(near)),
            "free near, surprise": sum(other.surprise[place] for place in near),
            "free around": float(len(around)),
            "free around, surprise": sum(other.surprise[place] for place in around),
            "free around, most": max((other.surprise[place] for place in around), default=0.0),
            "free around, loosely": max((math.log(math.exp(_NONE) + other.loose[at]) for at in around), default=_NONE),
            "free, how far": min((float(max(0, low - place, place - high)) for place in self._free), default=_FAR),
            "abbreviations around": float(sum(place in self._abbreviations for place in around)),
            "characters here": float(len(here)),
            "characters there": float(len(there)),
            "room": room,
            "room without": room + span * self._length,
            "fewer": float(_count(separators, side, here) - _count(separators, other, there)),
            "fewer conjunctions": float(_count(coordinators, side, here) - _count(coordinators, other, there)),
            "conjunctions near": self._about(coordinators(other.language), first) if before >= 0 else _UNKNOWN,
            "conjunctions near the next": self._about(coordinators(other.language), last)
            if after < len(alone)
            else _UNKNOWN,
            "marks near": self._about(separators(other.language), first) if before >= 0 else _UNKNOWN,
            "place there": (first + last + 1) / (2 * len(other.words)),
            "place": (start + end) / (2 * len(side.words)),
        }
        return signs | self._of_the_bounds(start, end)

    def _about(self, pattern: re.Pattern[str], place: int) -> float:
        """Counts what a pattern finds between the words about a place of the other text."""
        places = range(max(-1, place - _NEAR), min(len(self.other.words), place + _NEAR))
        return float(sum(len(pattern.findall(_between(self.other, at, at + 1))) for at in places))

    def _of_the_bounds(self, start: int, end: int) -> dict[str, float]:
        side = self.side
        separator, coordinator = separators(side.language), coordinators(side.language)
        before, after = _between(side, start - 1, start), _between(side, end - 1, end)
        return {
            "opened": float(start == 0 or separator.search(before) is not None),
            "closed": float(end == len(side.words) or separator.search(after) is not None),
            "conjunction before": float(coordinator.search(before) is not None),
            "conjunction after": float(coordinator.search(after) is not None),
            "comma before": float(_COMMA.search(before) is not None),
            "comma after": float(_COMMA.search(after) is not None),
            "bracket before": float(any(mark in before for mark in _OPENED)),
            "bracket after": float(any(mark in after for mark in _BRACKET_CLOSED)),
            "characters before": float(len(before)),
            "characters after": float(len(after)),
        }

    def _of_the_pair(self, start: int, end: int) -> dict[str, float]:
        """Returns the signs of the other half of a pair, where a conjunction joins a stretch to one: whether it has a
        counterpart, and how far from that the next conjunction and the next words without counterpart are."""
        side, coordinator = self.side, coordinators(self.side.language)
        other_half = None
        if start > 0 and coordinator.search(_between(side, start - 1, start)):
            other_half = start - 1
        elif end < len(side.words) and coordinator.search(_between(side, end - 1, end)):
            other_half = end
        if other_half is None:
            return {"pair": 0.0, "pair, answered": _UNKNOWN, "pair, joined": _FAR, "pair, free": _UNKNOWN}
        place = side.place[other_half]
        return {
            "pair": 1.0,
            "pair, answered": side.answered[other_half],
            "pair, joined": self._joined(place),
            "pair, free": float(sum(abs(one - place) <= _NEAR for one in self._free)),
        }

    def _joined(self, place: int) -> float:
        """Says how many words of the other text are between one and the nearest conjunction."""
        coordinator = coordinators(self.other.language)
        for far in range(_PAIRED):
            for first in (place - 1 - far, place + far):
                if -1 <= first < len(self.other.words) and coordinator.search(_between(self.other, first, first + 1)):
                    return float(far)
        return _FAR

    def _of_the_series(self, start: int, end: int) -> dict[str, float]:
        """Returns the signs of the series of short parts that a stretch is in: how many they are, how many have a
        counterpart, and how many marks and conjunctions fewer there are where those counterparts are."""
        parts = self._all_parts
        at = next(place for place, (_, last) in enumerate(parts) if start < last)
        first = last = at
        while first > 0 and _length(parts[first - 1]) <= _MEMBER:
            first -= 1
        while last + 1 < len(parts) and _length(parts[last + 1]) <= _MEMBER:
            last += 1
        begin, finish = parts[first][0], parts[last][1]
        places = [self.side.place[index] for index in range(begin, finish) if not self.alone[index]]
        answered = sum(any(not self.alone[index] for index in range(*part)) for part in parts[first : last + 1])
        signs = {
            "series": float(last - first + 1),
            "series, answered": float(answered),
            "series, without": float(last - first + 1 - answered),
        }
        if not places:
            return signs | {"series, fewer": _UNKNOWN, "series, wide": _UNKNOWN}
        low, high = min(places), max(places)
        text, text_there = (
            one.text[one.words[begin_].span.start : one.words[finish_].span.end]
            for one, begin_, finish_ in ((self.side, begin, finish - 1), (self.other, low, high))
        )
        return signs | {
            "series, fewer": float(
                len(separators(self.side.language).findall(text))
                - len(separators(self.other.language).findall(text_there))
            ),
            "series, wide": (high - low + 1) / (finish - begin),
        }

    def _of_the_name(self, start: int, end: int) -> dict[str, float]:
        """Returns the signs of a name that a stretch is in: the share of its words with a capital, and how many words
        of the name next to it have a counterpart."""
        side = self.side
        beside = 0
        for step, index in ((-1, start - 1), (1, end)):
            at = index
            while 0 <= at < len(side.words) and side.text[side.words[at].span.start].isupper():
                if len(_between(side, min(at, at - step), max(at, at - step))) > _GAP_IN_NAME:
                    break
                beside += not self.alone[at]
                at += step
        capitals = sum(side.text[side.words[index].span.start].isupper() for index in range(start, end))
        return {"name": capitals / (end - start), "name, answered": float(beside) if capitals else 0.0}

    def _of_the_whole(self) -> dict[str, float]:
        """Returns the signs that are the same for every stretch of a text."""
        side, other = self.side, self.other
        ratio = len(other.text) / max(1.0, len(side.text) * self._length)
        figures, figures_there = (set(_FIGURES.findall(one.text)) for one in (side, other))
        conjunctions = _count(coordinators, side, side.text)
        surprise = [other.surprise[place] for place in self._free]
        return {
            "taken up": float(self._taken_up_there - self._taken_up),
            "taken up there": float(self._taken_up_there),
            "longer": max(-1.5, min(1.5, math.log(max(ratio, 0.05)))),
            "length": math.log(1 + len(side.text)),
            "conjunctions": float(conjunctions),
            "conjunctions fewer": float(conjunctions - _count(coordinators, other, other.text)),
            "commas fewer": float(len(_COMMA.findall(side.text)) - len(_COMMA.findall(other.text))),
            "brackets fewer": float(_opened(side.text) - _opened(other.text)),
            "figures lost": float(len(figures - figures_there)),
            "figures more": float(len(figures_there - figures)),
            "no final mark": float(side.text.rstrip().endswith(_CLOSES) and not other.text.rstrip().endswith(_CLOSED)),
            "carries on": float(side.text[:1].isupper() and carries_on(other.text, other.language)),
            "words in all": float(len(side.words)),
            "words there": float(len(other.words)),
            "alone in all": float(sum(self.alone)),
            "alone there": float(len(self._free)),
            "alone there, share": len(self._free) / (_FEW + len(other.words)),
            "alone there, surprise": sum(surprise),
            "abbreviations alone there": float(len(self._abbreviations)),
        }


def _opened(text: str) -> int:
    return sum(text.count(mark) for mark in _OPENED)


def _rivals(side: Answers) -> list[bool]:
    """Tells of each word whether it shares its counterpart with one that it is joined to by a conjunction and that is
    the likelier: "effective and efficient" for “efficace”."""
    found = [False] * len(side.words)
    coordinator = coordinators(side.language)
    alone = side.alone
    for one in range(len(side.words) - 1):
        if alone[one] or not coordinator.search(_between(side, one, one + 1)):
            continue
        for other in range(one + 1, min(one + _JOINED, len(side.words))):
            if not alone[other] and side.place[one] == side.place[other]:
                found[min((one, other), key=lambda at: side.answered[at])] = True
                break
    return found


@lru_cache(maxsize=32)  # asked of both texts of a pair for what is missing from either
def _taken_up(text: str, language: str) -> int:
    """Returns how many words of a text take up what was named before."""
    return len(languages.get(language).pattern("takes-up").findall(text))


def _length(part: tuple[int, int]) -> int:
    return part[1] - part[0]


def _is_abbreviation(side: Answers, place: int) -> bool:
    """Tells whether a word has two capitals and more, such as APFNet."""
    return sum(letter.isupper() for letter in side.words[place].span.of(side.text)) > 1


def _between(side: Answers, first: int, last: int) -> str:
    """Returns the text from the end of a word to the beginning of another, or to the ends of the text."""
    words, text = side.words, side.text
    start = words[first].span.end if first >= 0 else 0
    end = words[last].span.start if last < len(words) else len(text)
    return text[start : max(start, end)]


def _count(pattern_of: Callable[[str], re.Pattern[str]], side: Answers, text: str) -> int:
    return len(pattern_of(side.language).findall(text))
