"""Counts the signs that a stretch of one text was left out of the other, for left_out.py: each is a number with a name.

How much the words of the stretch weigh that have no counterpart; whether it is bounded as an element of a list is, and
the other text has one mark fewer there; whether words have no counterpart in its place there, which may be another way
to say it; and what lengths, figures and marks of the whole say, and how freely the rest is translated.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache

from tmtool import languages
from tmtool.checks.evidence.sides import AROUND, Side

_LONGER = 0.15
"""The logarithm of the ratio of lengths from which a text is longer than expected."""
_FEW = 4
"""Words of which a share says little."""
_FIGURES = re.compile(r"\d+")
_CLOSES = (".", ";", ":", "!", "?")
_CLOSED = (*_CLOSES, ")", "»", ">", '"')
_BEGINS = re.compile(r"(?:\d+\. )?[A-Z]")


@cache
def separators(language: str) -> re.Pattern[str]:
    """Returns the pattern of what parts the elements of a list."""
    joints = languages.get(language).small_words.coordinating
    return re.compile(rf"[,;:()]|\b(?:{joints})\b", re.IGNORECASE)


def carries_on(text: str, language: str) -> bool:
    """Tells whether a text begins as one that carries a sentence on."""
    return languages.get(language).pattern("carries-on").match(text) is not None


class Signs:
    """`Signs` are the signs of the stretches of `side`, of which `other` may have nothing; `side` has a word at
    least."""

    def __init__(self, side: Side, other: Side) -> None:
        self.side, self.other = side, other
        self._alone = [link is None for link in side.links]
        self._number_alone = sum(self._alone)
        self._figures = frozenset(_FIGURES.findall(other.text))
        self._whole = _of_the_whole(side, other)

    @property
    def is_longer(self) -> bool:
        """Tells whether the other text is longer than this one lets expect, so that a word more may stand for
        another."""
        return self._whole["longer"] > _LONGER

    def stretch(self, start: int, end: int) -> Mapping[str, float]:
        """Returns the signs of the words from `start` to `end`, by name."""
        side, other, longer = self.side, self.other, self._whole["longer"]
        alone = self._alone[start:end]
        counts = [count for count, flag in zip(side.counts[start:end], alone, strict=True) if flag]
        count = sum(counts)
        strictly = side.strictly_alone[start:end]
        certain = [count for count, flag in zip(side.counts[start:end], strictly, strict=True) if flag]
        surely = sum(certain)
        linked = alone.count(False)
        numbers = _FIGURES.findall(side.text, side.words[start].span.start, side.words[end - 1].span.end)
        kept = sum(number in self._figures for number in numbers)
        before, after = side.neighbours(start, end, len(other.words))
        neighbours = self._free(min(before, after) - AROUND + 1, max(before, after) + AROUND)
        free = sum(other.counts[index] for index in neighbours)
        bounds, fewer = self.bounds(start, end), self.fewer(start, end, before, after)
        rest_alone = _share(self._number_alone - sum(alone), len(self._alone) - len(alone))
        return {
            **self._whole,
            "words, root": math.sqrt(count),
            "words, at most 8": min(count, 8.0),
            "words, longer": count * longer,
            "surely, at the end": surely if end == len(side.words) else 0.0,
            "linked": float(linked),
            "numbers kept": min(2.0, float(kept)),
            "numbers lost": min(2.0, float(len(numbers) - kept)),
            "bounds": float(bounds),
            "fewer": fewer,
            "fewer, bounds": float(fewer > 0 and bounds == 2),
            "free there": free,
            "free there, at most 4": min(free, 4.0),
            "free there, surely": free * surely,
            "free within": float(min(6, len(self._free(min(before, after) + 1, max(before, after))))),
            "rarest, bounds": max(certain, default=0.0) if bounds == 2 else 0.0,
            "words, free": math.sqrt(count) * max(rest_alone, self._whole["rest alone there"]),
            "abbreviation there": float(any(self._is_abbreviation(index) for index in neighbours)),
        }

    def _is_abbreviation(self, index: int) -> bool:
        """Tells whether a word of the other text has two capitals and more, such as APFNet."""
        return sum(letter.isupper() for letter in self.other.words[index].span.of(self.other.text)) > 1

    def _free(self, start: int, end: int) -> Sequence[int]:
        """Returns the words of the other text from `start` to `end` that have no counterpart."""
        links = self.other.links
        return [index for index in range(max(0, start), min(end, len(links))) if links[index] is None]

    def _around(self, start: int, end: int) -> tuple[int, int]:
        """Returns the place from the end of the word before a stretch to the beginning of the word after it, in
        characters."""
        words, text = self.side.words, self.side.text
        return (words[start - 1].span.end if start else 0), (words[end].span.start if end < len(words) else len(text))

    def bounds(self, start: int, end: int) -> int:
        """Returns the number of sides on which a stretch is bounded by a separator, or by an end of the text."""
        words, text = self.side.words, self.side.text
        first, last = self._around(start, end)
        separator = separators(self.side.language)
        opens = start == 0 or separator.search(text, first, words[start].span.start)
        closes = end == len(words) or separator.search(text, words[end - 1].span.end, last)
        return bool(opens) + bool(closes)

    def fewer(self, start: int, end: int, before: int, after: int) -> float:
        """Returns the number of separators that the other text has fewer in the place of a stretch, two at most."""
        if after <= before:
            return 0.0
        words, text = self.other.words, self.other.text
        first = words[before].span.end if before >= 0 else 0
        last = words[after].span.start if after < len(words) else len(text)
        there = len(separators(self.other.language).findall(text, first, last))
        here = len(separators(self.side.language).findall(self.side.text, *self._around(start, end)))
        return max(-2.0, min(2.0, float(here - there)))


def _share(alone: int, words: int) -> float:
    """Returns the share of words without counterpart; of few words it counts for less."""
    return alone / max(_FEW, words)


def _of_the_whole(side: Side, other: Side) -> dict[str, float]:
    """Returns the signs that are the same for every stretch of a text."""
    ratio = len(other.text) / max(1.0, len(side.text) * side.expected_length)
    here, there = (len(separators(one.language).findall(one.text)) for one in (side, other))
    figures = set(_FIGURES.findall(other.text))
    return {
        "rest alone there": _share(other.links.count(None), len(other.links)),
        "longer": max(-1.0, min(1.0, math.log(max(ratio, 0.01)))),
        "separators": max(-3.0, min(4.0, float(here - there))),
        "figures": min(3.0, float(sum(figure not in figures for figure in _FIGURES.findall(side.text)))),
        "no final mark": float(side.text.rstrip().endswith(_CLOSES) and not other.text.rstrip().endswith(_CLOSED)),
        "no capital": float(bool(_BEGINS.match(side.text)) and carries_on(other.text, other.language)),
    }
