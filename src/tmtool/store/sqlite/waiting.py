"""Keeps the segments that an import has stored and not yet indexed, which a lookup must not miss.

They are the last ones: a segment gets an id above all stored and all indexed ones, and indexing
goes by id. A lookup reads what is waiting before it asks the index, so that a segment indexed
between the two is seen twice rather than not at all.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from itertools import compress

from tmtool.store.bounds import need
from tmtool.store.sqlite.indexed import NEWS
from tmtool.store.sqlite.waiting_words import WaitingWords
from tmtool.text.tokens import folded, token_rate, tokens


@dataclass(slots=True)
class _Read:
    """A `_Read` is what was waiting at one state of the database, by language: ids and texts, the texts folded, the
    words of some, and those with each skeleton."""

    state: tuple[int, ...] = ()
    texts: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    folded: dict[str, list[str]] = field(default_factory=dict)
    words: dict[str, WaitingWords] = field(default_factory=dict)
    skeletons: dict[str, dict[int, list[tuple[int, str]]]] = field(default_factory=dict)


class Waiting:
    """A `Waiting` knows what waits to be indexed in an open database, kept in memory until the database changes.

    An import may leave a hundred thousand texts waiting. To cut one into tokens takes ten times as long as to see that
    a word is nowhere in it, so only those are looked at that hold what a match must hold; where that is, is known the
    better the more is asked (store/sqlite/waiting_words.py).
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._read = _Read()

    def texts(self, language: str) -> list[tuple[int, str]]:
        """Returns id and text of the segments of a language (primary subtag), the last stored first."""
        indexed, last = self._connection.execute(NEWS).fetchone()
        if indexed >= last:
            return []
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        state = indexed, last, version, self._connection.total_changes
        if state != self._read.state:
            self._read = _Read(state)
        if language not in self._read.texts:
            self._read.texts[language] = self._connection.execute(
                "SELECT id, text FROM segments WHERE id > ? AND language = ? ORDER BY id DESC", (indexed, language)
            ).fetchall()
        return self._read.texts[language]

    def holding(self, words: Collection[str], language: str) -> list[tuple[int, str]]:
        """Returns those of `texts` that hold all these letters, of one word at least, in whatever case."""
        texts = self.texts(language)
        if not texts:
            return []
        first, *rest = sorted(words, key=len, reverse=True)
        lower = self._folded(language, texts)
        known = self._words(language, texts)
        places = known.with_letters(first)
        places += [place for place, text in enumerate(lower[known.read :], known.read) if first in text]
        for word in rest:
            places = [place for place in places if word in lower[place]]
        return [texts[place] for place in places]

    def with_skeleton(self, key: int, language: str) -> list[tuple[int, str]]:
        """Returns those of `texts` whose skeleton has this digest, worked out for all of them once: only for a skeleton
        without words, by which they could be found sooner."""
        from tmtool.store.keys import skeleton_keys

        texts = self.texts(language)
        if texts and language not in self._read.skeletons:
            found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
            for one, other in zip(texts, skeleton_keys([text for _, text in texts], language), strict=True):
                if other is not None:
                    found[other].append(one)
            self._read.skeletons[language] = found
        return self._read.skeletons[language].get(key, []) if texts else []

    def find(self, words: list[str], language: str, threshold: int) -> list[tuple[int, int]]:
        """Returns (segment id, rate on tokens) of those with a rate of at least `threshold`."""
        texts = self.texts(language)
        if not texts:
            return []
        lower = self._folded(language, texts)
        known = self._words(language, texts)
        known.read_on()
        places = known.missing_few(Counter(words), _loss(words, threshold))
        rest = lower[known.read :]
        shortest = _fewest_letters(words, threshold)
        long_enough = list(map(shortest.__le__, map(len, rest)))
        places_left = list(compress(range(known.read, len(lower)), long_enough))
        texts_left = list(compress(rest, long_enough))
        for word in _one_held(words, threshold) if texts_left else ():
            places.update([place for place, text in zip(places_left, texts_left, strict=True) if word in text])
        may_match = _holding_enough(words, threshold)
        return [
            (texts[place][0], rate)
            for place in sorted(places)
            if may_match(lower[place]) and (rate := token_rate(words, tokens(texts[place][1]), threshold))
        ]

    def _words(self, language: str, texts: list[tuple[int, str]]) -> WaitingWords:
        if language not in self._read.words:
            self._read.words[language] = WaitingWords(texts)
        return self._read.words[language]

    def _folded(self, language: str, texts: list[tuple[int, str]]) -> list[str]:
        if language not in self._read.folded:
            # Most are of ASCII, and a call for each takes as long as to fold it.
            self._read.folded[language] = [text.lower() if text.isascii() else folded(text) for _, text in texts]
        return self._read.folded[language]


def _loss(words: list[str], threshold: int) -> int:
    """Returns how many of the words a match may miss (`tmtool.store.bounds`, loss)."""
    return len(words) - need(len(words), threshold)


def _fewest_letters(words: list[str], threshold: int) -> int:
    """Returns how many letters a match has at least: those of the words that it keeps."""
    return sum(sorted(map(len, words))[: need(len(words), threshold)])


def _one_held(words: list[str], threshold: int) -> list[str]:
    """Returns words of which every match holds one (`tmtool.store.bounds`, prefix): the longest, which are seldom."""
    loss = _loss(words, threshold)
    taken: list[str] = []
    weight = 0
    for word, number in sorted(Counter(words).items(), key=lambda one: -len(one[0])):
        if weight > loss:
            break
        taken.append(word)
        weight += number
    return taken


def _holding_enough(words: list[str], threshold: int) -> Callable[[str], bool]:
    """Returns the function that tells whether a text, case-folded, may match: it is no longer than a match, and what it
    does not hold the letters of, a match may miss (`tmtool.store.bounds`, length and loss)."""
    total = len(words)
    longest = 100 * total // threshold
    loss = _loss(words, threshold)
    weights = sorted(Counter(words).items(), key=lambda one: -len(one[0]))

    def may_match(text: str) -> bool:
        missing = 0
        for word, weight in weights:
            if word not in text:
                missing += weight
                if missing > loss:
                    return False
        # What is between two spaces is a token at least.
        return len(text.split()) <= longest

    return may_match
