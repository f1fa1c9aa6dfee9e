"""Knows the segments that an import has stored and not yet indexed, which a lookup must not miss.

They are the last ones: a segment gets an id above all stored and all indexed ones, and indexing
goes by id. A lookup asks what is waiting before it asks the index, so that a segment indexed
between the two is seen twice rather than not at all.

An import may leave a hundred thousand texts waiting, which takes too long to read. Of each the table `index_waiting`
has signs (store/sqlite/word_signs.py), and only those texts are read that may match by these. Four in ten may have the
sign of a frequent word, and texts of values alone are alike whatever their words: so `index_waiting_few_words` names
those with one word beside values, or none.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from tmtool.languages import language_of
from tmtool.store.bounds import need
from tmtool.store.sqlite.batches import filled
from tmtool.store.sqlite.indexed import NEWS
from tmtool.store.sqlite.word_signs import SignedTexts, signed
from tmtool.text.masks import VALUES, few_words, having_skeleton
from tmtool.text.tokens import folded, token_rate, tokens

_SEGMENTS_AT_ONCE = 64
_MANY = 40
"""So many texts get their signs sooner by NumPy, if that is loaded anyway; it is not for fewer."""
_LONG = 20_000
"""So do texts of so many characters together."""
_LONGEST_PART = 500_000
"""Characters of texts that get signs together: arrays have 27 bytes for each, 250 long texts would fill the memory."""


def remember_waiting(
    connection: sqlite3.Connection, language: str, segments: Sequence[int], texts: Sequence[str]
) -> None:
    """Writes the signs of segments of a language (primary subtag) that wait from now on, or wait with another text, and
    which of them have at most one word beside values. Needs an open transaction."""
    if len(texts) < _MANY and sum(map(len, texts)) < _LONG:
        rows = [signed(segments, texts)]
    else:
        from tmtool.store.sqlite.sign_arrays import signed_many

        rows = [signed_many(segments[part], texts[part]) for part in _parts(texts)]
    connection.executemany(
        "INSERT INTO index_waiting (language, segments, lengths, signs) VALUES (?, ?, ?, ?)",
        ((language, *row) for row in rows),
    )
    words = map(few_words(language_of(language)), texts)
    connection.executemany(
        "INSERT OR REPLACE INTO index_waiting_few_words VALUES (?, ?)",
        (row for row in zip(segments, words, strict=True) if row[1] is not None),
    )


def _parts(texts: Sequence[str]) -> Iterator[slice]:
    """Yields slices of texts that are not too long together."""
    start = length = 0
    for place, text in enumerate(texts):
        if length and length + len(text) > _LONGEST_PART:
            yield slice(start, place)
            start, length = place, 0
        length += len(text)
    yield slice(start, len(texts))


def none_waits(connection: sqlite3.Connection) -> None:
    """Forgets the signs, when all segments are indexed. Needs an open transaction."""
    connection.execute("DELETE FROM index_waiting")
    connection.execute("DELETE FROM index_waiting_few_words")


@dataclass(slots=True)
class _Read:
    """A `_Read` is what was waiting at one state of the database: the signs by language."""

    state: tuple[int, ...] = ()
    signs: dict[str, SignedTexts] = field(default_factory=dict)


class Waiting:
    """A `Waiting` finds what waits to be indexed in an open database; what it reads is kept in memory until the
    database changes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._read = _Read()

    def alike(self, skeleton: str, language: str) -> list[tuple[int, str]]:
        """Returns id and text of those of a language (primary subtag) that have this skeleton (text/masks.py); the last
        stored first."""
        if not self._waits():
            return []
        words = [] if skeleton == VALUES else skeleton.split()
        found = self._signs(language).holding(words) if len(words) > 1 else self._of_few_words(len(words))
        if len(words) == 1:
            found &= self._signs(language).holding(words)
        texts = [one for one in self._texts_of(found, language) if all(map(folded(one[1]).__contains__, words))]
        has_it = having_skeleton(skeleton, language_of(language))
        return [one for one in texts if has_it(one[1])]

    def _of_few_words(self, words: int) -> set[int]:
        rows = self._connection.execute(
            "SELECT segment_id FROM index_waiting_few_words WHERE words = ? AND segment_id > ?",
            (words, self._read.state[0]),
        )
        return {int(row[0]) for row in rows}

    def find(self, words: list[str], language: str, threshold: int) -> list[tuple[int, int]]:
        """Returns (segment id, rate on tokens) of those of a language (primary subtag) with a rate of at least
        `threshold`, in the order of ids."""
        if not self._waits():
            return []
        total = len(words)
        shortest, longest = need(total, threshold), 100 * total // threshold
        weights = Counter(words)
        may_match = self._signs(language).missing_few(weights, total - shortest, shortest, longest)
        holds_enough = _holding_enough(weights, total - shortest)
        found = [
            (segment, rate)
            for segment, text in self._texts_of(may_match, language)
            if holds_enough(folded(text)) and (rate := token_rate(words, tokens(text), threshold))
        ]
        return sorted(found)

    def _waits(self) -> bool:
        """Tells whether any segments wait, and forgets what was read in another state of the database."""
        indexed, last = self._connection.execute(NEWS).fetchone()
        if indexed >= last:
            return False
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        state = indexed, last, version, self._connection.total_changes
        if state != self._read.state:
            self._read = _Read(state)
        return True

    def _signs(self, language: str) -> SignedTexts:
        if language not in self._read.signs:
            rows = self._connection.execute(
                "SELECT segments, lengths, signs FROM index_waiting WHERE language = ?", (language,)
            )
            self._read.signs[language] = SignedTexts(rows)
        return self._read.signs[language]

    def _texts_of(self, segments: set[int], language: str) -> list[tuple[int, str]]:
        """Returns id and text of those that are still there, in this language, the last stored first."""
        parts = filled(sorted(segments, reverse=True), _SEGMENTS_AT_ONCE)
        rows = (self._connection.execute(_TEXTS_OF, (language, *some)) for some in parts)
        return list(chain.from_iterable(rows))


# As in store/sqlite/index.py: in the order asked, without sorting.
_TEXTS_OF = (
    f"WITH asked (tag) AS (VALUES (?)), wanted (wanted) AS (VALUES {','.join(['(?)'] * _SEGMENTS_AT_ONCE)}) "
    "SELECT id, text FROM asked CROSS JOIN wanted CROSS JOIN segments ON id = wanted AND language = tag"
)


def _holding_enough(weights: Counter[str], loss: int) -> Callable[[str], bool]:
    """Returns the function that tells whether a text, case-folded, may match: what it does not hold the letters of, a
    match may miss (`tmtool.store.bounds`, loss)."""
    longest_first = sorted(weights.items(), key=lambda one: -len(one[0]))

    def may_match(text: str) -> bool:
        missing = 0
        for word, weight in longest_first:
            if word not in text:
                missing += weight
                if missing > loss:
                    return False
        return True

    return may_match
