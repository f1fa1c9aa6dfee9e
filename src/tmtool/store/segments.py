"""Segments: each text once a language, shared by the variants of many units.

Every change to the table goes through here, so that the fuzzy index stays in step in the same
transaction.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from hashlib import blake2b

from tmtool.store.index import FuzzyIndex
from tmtool.text.masks import mask
from tmtool.text.term_words import language_of
from tmtool.text.tokens import normalise


def primary(language: str) -> str:
    """The primary subtag, lower case: ``fr`` of ``fr-FR``."""
    return language.replace("_", "-").split("-")[0].lower()


def key_of(text: str) -> int:
    """A signed 64-bit digest of the text after NFC and folding of white space, case kept: equal
    for all texts that match at 100 %."""
    return _digest(normalise(text))


def mask_key_of(text: str, language: str) -> int | None:
    """Such a digest of the text's mask (see text/masks.py), None for a text of placeables alone."""
    covered = mask(text, language_of(language).placeables(text))
    return _digest(covered) if covered else None


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


class Segments:
    """The segments of an open database. Writing needs an open transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._index = FuzzyIndex(connection)

    def add(self, language: str, text: str) -> int:
        """The id of this text in this language, stored now if it was not."""
        text = unicodedata.normalize("NFC", text)
        language = primary(language)
        key = key_of(text)
        row = self._connection.execute(
            "SELECT id FROM segments WHERE key = ? AND language = ? AND text = ?", (key, language, text)
        ).fetchone()
        if row:
            return int(row[0])
        cursor = self._connection.execute(
            "INSERT INTO segments (language, key, mask_key, text) VALUES (?, ?, ?, ?)",
            (language, key, mask_key_of(text, language), text),
        )
        segment = cursor.lastrowid
        assert segment is not None
        self._index.add(segment, language, text)
        return segment

    def like(self, query: str, language: str) -> list[int]:
        """The segments of that language that differ from the query in placeables, a leading label or the
        final mark only."""
        key = mask_key_of(query, language)
        rows = self._connection.execute(
            "SELECT id FROM segments WHERE mask_key = ? AND language = ? ORDER BY id", (key, primary(language))
        )
        return [int(row[0]) for row in rows]

    def drop_unused(self, segments: set[int]) -> None:
        """Removes those of `segments` that no variant uses any more."""
        for segment in sorted(segments):
            if self._connection.execute("SELECT 1 FROM variants WHERE segment_id = ?", (segment,)).fetchone():
                continue
            language = self._connection.execute("SELECT language FROM segments WHERE id = ?", (segment,)).fetchone()[0]
            self._index.remove(segment, language)
            self._connection.execute("DELETE FROM segments WHERE id = ?", (segment,))

    def flush(self) -> None:
        """Writes what the index has gathered; call before the transaction ends."""
        self._index.flush()
