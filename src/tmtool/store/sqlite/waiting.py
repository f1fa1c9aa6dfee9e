"""Keeps the segments that an import has stored and not yet indexed, which a lookup must not miss.

They are the last ones: a segment gets an id above all stored and all indexed ones, and indexing
goes by id. A lookup reads what is waiting before it asks the index, so that a segment indexed
between the two is seen twice rather than not at all.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from tmtool.text.tokens import token_rate, tokens

INDEXED = "coalesce((SELECT max(segment_id) FROM index_segments), 0)"
"""SQL for the id up to which segments are indexed."""

LAST = "coalesce((SELECT max(id) FROM segments), 0)"
"""SQL for the id up to which segments are stored."""
NEWS = f"SELECT {INDEXED}, {LAST}"
"""SQL for both: segments wait if the second is the greater."""


@dataclass(slots=True)
class _Read:
    """A `_Read` is what was waiting at one state of the database, by language; the tokens once they were asked for."""

    state: tuple[int, ...] = ()
    texts: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    tokens: dict[str, list[tuple[int, list[str]]]] = field(default_factory=dict)


class Waiting:
    """A `Waiting` knows what waits to be indexed in an open database, kept in memory until the database changes."""

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

    def find(self, words: list[str], language: str, threshold: int) -> list[tuple[int, int]]:
        """Returns (segment id, rate on tokens) of those with a rate of at least `threshold`: each is looked at."""
        texts = self.texts(language)
        if not texts:
            return []
        if language not in self._read.tokens:
            self._read.tokens[language] = [(segment, tokens(text)) for segment, text in texts]
        return [
            (segment, rate)
            for segment, stored in self._read.tokens[language]
            if (rate := token_rate(words, stored, threshold))
        ]
