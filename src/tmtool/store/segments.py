"""Segments: each text once a language, shared by the variants of many units.

Every change to the table goes through here, so that the fuzzy index and the full-text index stay in
step with it, in the same transaction.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Sequence

from tmtool.languages.tags import primary
from tmtool.store.digest import digest_of
from tmtool.store.index import FuzzyIndex
from tmtool.text.masks import mask, skeleton
from tmtool.text.term_words import language_of
from tmtool.text.tokens import normalise, tokens

_ROWS_AT_ONCE = 2_000
"""How many segments of one skeleton are held against a query: dates alone share one by the thousand."""


def key_of(text: str) -> int:
    """A signed 64-bit digest of the text after NFC and folding of white space, case kept: equal
    for all texts that match at 100 %."""
    return _digest(normalise(text))


def skeleton_key_of(text: str, words: Sequence[str], language: str) -> int | None:
    """Such a digest of the text's skeleton (see text/masks.py), None for a text that has none; `words` are
    its tokens."""
    bones = skeleton(text, words, language_of(language))
    return _digest(bones) if bones else None


def _digest(text: str) -> int:
    return int.from_bytes(digest_of(text, 8), "big", signed=True)


class Segments:
    """The segments of an open database. Writing needs an open transaction, and an object must not be used
    for writing in more than one; what is added is complete after `flush`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._index = FuzzyIndex(connection)
        self._new: list[tuple[int, str, int, int | None, str]] = []
        self._new_ids: dict[tuple[str, str], int] = {}
        self._next: int | None = None

    def add(self, language: str, text: str) -> int:
        """The id of this text in this language, stored now if it was not."""
        text = unicodedata.normalize("NFC", text)
        language = primary(language)
        new = self._new_ids.get((language, text))
        if new is not None:
            return new
        key = key_of(text)
        row = self._connection.execute(
            "SELECT id FROM segments WHERE key = ? AND language = ? AND text = ?", (key, language, text)
        ).fetchone()
        if row:
            return int(row[0])
        if self._next is None:
            self._next = (self._connection.execute("SELECT max(id) FROM segments").fetchone()[0] or 0) + 1
        segment = self._next
        self._next += 1
        words = tokens(text)
        self._new.append((segment, language, key, skeleton_key_of(text, words, language), text))
        self._new_ids[language, text] = segment
        self._index.add(segment, language, words)
        if len(self._new) >= _ROWS_AT_ONCE:
            self.write()
        return segment

    def like(self, query: str, language: str, *, most: int = 0) -> dict[int, str]:
        """The segments (id and text) of that language that differ from the query in placeables, a leading label or the
        final mark only, the last stored first; `most` is how many are looked at, 0 for all."""
        key = skeleton_key_of(query, tokens(query), language)
        if key is None:
            return {}
        placeables = language_of(language).placeables
        masked = ""
        found: dict[int, str] = {}
        for segment, text in self._connection.execute(
            "SELECT id, text FROM segments WHERE skeleton_key = ? AND language = ? ORDER BY id DESC LIMIT ?",
            (key, primary(language), most or -1),
        ):
            masked = masked or mask(query, placeables(query))
            if not masked:
                break
            if text == query or mask(text, placeables(text)) == masked:
                found[segment] = text
        return found

    def drop_unused(self, segments: set[int]) -> None:
        """Removes those of `segments` that no variant uses any more."""
        self.write()
        for segment in sorted(segments):
            if self._connection.execute("SELECT 1 FROM variants WHERE segment_id = ?", (segment,)).fetchone():
                continue
            self._index.remove(segment)
            self._connection.execute(
                "INSERT INTO segments_text (segments_text, rowid, text) "
                "SELECT 'delete', id, text FROM segments WHERE id = ?",
                (segment,),
            )
            self._connection.execute("DELETE FROM segments WHERE id = ?", (segment,))

    def flush(self) -> None:
        """Writes what is still in memory; call before the transaction ends."""
        self.write()
        self._index.flush()

    def write(self) -> None:
        """Writes the rows of what was added, so that others can refer to them."""
        self._connection.executemany("INSERT INTO segments VALUES (?, ?, ?, ?, ?)", self._new)
        self._connection.executemany(
            "INSERT INTO segments_text (rowid, text) VALUES (?, ?)", [(row[0], row[4]) for row in self._new]
        )
        self._index.write_segments()
        self._new.clear()
        self._new_ids.clear()
