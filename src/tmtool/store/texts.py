"""Texts asked for as they stand: units whose source is exactly one of some texts, and a handful of any language."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from tmtool.languages.tags import primary
from tmtool.store.memory import StoredPair, pairs_of_segments
from tmtool.store.segments import key_of

_AT_ONCE = 500


def pairs_with_source(
    connection: sqlite3.Connection, texts: Sequence[str], source_language: str, target_language: str
) -> list[StoredPair]:
    """Every unit whose source is one of the texts, white space folded, case kept."""
    found: list[StoredPair] = []
    language = primary(source_language)
    for start in range(0, len(texts), _AT_ONCE):
        keys = [key_of(text) for text in texts[start : start + _AT_ONCE]]
        rows = connection.execute(
            f"SELECT id FROM segments WHERE key IN ({','.join('?' * len(keys))}) AND language = ?", (*keys, language)
        )
        if segments := [int(row[0]) for row in rows]:
            found += pairs_of_segments(connection, segments, source_language, target_language)
    return found


def some_texts(connection: sqlite3.Connection, language: str, count: int) -> list[str]:
    """The texts of that language that were stored first, at most `count`: enough to see the habits of a memory."""
    rows = connection.execute(
        "SELECT text FROM segments WHERE language = ? ORDER BY id LIMIT ?", (primary(language), count)
    )
    return [str(row[0]) for row in rows]
