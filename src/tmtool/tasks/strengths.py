"""What does the memory show of which words occur together, in sources and targets?"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from itertools import islice

from tmtool.alignment.cooccurrence import Evidence, Strengths
from tmtool.alignment.words import words
from tmtool.languages import language_of
from tmtool.model import Span
from tmtool.store.home import Home

MOST_UNITS_A_WORD = 80
"""Units that tell of a word of the phrase."""
UNITS_OF_OTHERS = 20
"""Units that tell of another word."""
_KEPT_S, _MOST_KEPT, _MOST_COUNTED = 300.0, 3_000, 50_000
"""Seconds for which words are kept, how many at most (one takes some kilobytes), and of how many it is kept how common
they are."""


class KeptStrengths:
    """A `KeptStrengths` keeps for some minutes which words go with a word, and how common words are: who types a phrase
    asks for its words again and again. It is of one home; threads may share it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Strengths] = {}
        self._counts: dict[tuple[Hashable, str], int] = {}
        self._begun = time.monotonic()

    def of(self, key: Hashable, find: Callable[[], Strengths]) -> Strengths:
        """Returns what is kept, or what is found now."""
        self._forget()
        kept = self._kept
        found = kept.get(key)
        if found is None:
            found = kept[key] = find()
        return found

    def frequencies(
        self, key: Hashable, words: Collection[str], count: Callable[[Collection[str]], Mapping[str, int]]
    ) -> Mapping[str, int]:
        """Returns in how many segments each word is, as it is kept, or as it is counted now."""
        self._forget()
        counts = self._counts
        if new := [word for word in words if (key, word) not in counts]:
            counts |= {(key, word): number for word, number in count(new).items()}
        return {word: counts[key, word] for word in words}

    def _forget(self) -> None:
        now = time.monotonic()
        is_full = len(self._kept) >= _MOST_KEPT or len(self._counts) >= _MOST_COUNTED
        if is_full or now - self._begun > _KEPT_S:
            self._kept, self._counts, self._begun = {}, {}, now


class Teacher:
    """A `Teacher` says what the memory shows of which words occur together."""

    def __init__(self, home: Home, language: str, other_language: str, kept: KeptStrengths | None) -> None:
        self._home = home
        self._language = language
        self._other = other_language
        self._kept = kept
        self._others: dict[str, Strengths] = {}

    def evidence(self, source: str, span: Span, targets: Sequence[str], candidates: int) -> Evidence:
        """Returns what is known of a phrase that a source has at a place: these targets are of units with it, and so
        many units have its words."""
        phrase = self._strengths(targets, max(len(targets), candidates))
        text = words(source, self._language)
        inside = [word for word in text.known[text.inside(span)] if word.content]
        if len(inside) < 2:
            return Evidence(phrase, {})
        return Evidence(phrase, {word.plain: self._of_word(word.plain, MOST_UNITS_A_WORD) for word in inside})

    def of_other(self, word: str) -> Strengths:
        """Returns what goes with a word that is not of the phrase."""
        if word not in self._others:
            self._others[word] = self._of_word(word, UNITS_OF_OTHERS)
        return self._others[word]

    def _of_word(self, word: str, most: int) -> Strengths:
        if self._kept is None:
            return self._found_of_word(word, most)
        key = (self._home.memories, self._language, self._other, word, most)
        return self._kept.of(key, lambda: self._found_of_word(word, most))

    def _found_of_word(self, word: str, most: int) -> Strengths:
        tongue = language_of(self._language)
        forms = sorted({word, *tongue.forms(tongue.fold_case(word), "")})
        segments = [one for one, _ in islice(self._home.segments.with_words([forms], self._language), most)]
        pairs = self._home.units.of_segments(segments, self._language, self._other)
        return self._strengths(
            [pair.target for pair in pairs], sum(self._home.segments.frequencies(forms, self._language).values())
        )

    def _strengths(self, targets: Sequence[str], total: int) -> Strengths:
        return Strengths(targets, total, self._other, self._frequency)

    def _frequency(self, asked: Collection[str]) -> Mapping[str, int]:
        if self._kept is None:
            return self._counted(asked)
        return self._kept.frequencies((self._home.memories, self._other), asked, self._counted)

    def _counted(self, asked: Collection[str]) -> Mapping[str, int]:
        return self._home.segments.frequencies(asked, self._other)
