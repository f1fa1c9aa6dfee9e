"""Texts asked for as they stand: units whose source is exactly one of some texts, and a handful of any language."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from tmtool.languages.tags import primary
from tmtool.model import Status
from tmtool.store.sqlite.memory import StoredPair, pairs_of_segments, same_language
from tmtool.store.sqlite.segments import key_of

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


def translations_of(
    connection: sqlite3.Connection, texts: Sequence[str], source_language: str, target_language: str
) -> list[tuple[str, str, Status]]:
    """(source, target, status) of the units whose source is one of the texts, white space folded, case kept; each
    once, however many units have it."""
    found: list[tuple[str, str, Status]] = []
    for start in range(0, len(texts), _AT_ONCE):
        keys = [key_of(text) for text in texts[start : start + _AT_ONCE]]
        rows = connection.execute(
            "SELECT DISTINCT s.text, t.text, u.status, v.language, w.language FROM segments s "
            "JOIN variants v ON v.segment_id = s.id JOIN units u ON u.id = v.unit_id "
            "JOIN variants w ON w.unit_id = u.id AND w.number <> v.number JOIN segments t ON t.id = w.segment_id "
            f"WHERE s.key IN ({','.join('?' * len(keys))}) AND s.language = ? AND t.language = ?",
            (*keys, primary(source_language), primary(target_language)),
        )
        found += [
            (source, target, Status(status))
            for source, target, status, one, other in rows
            if same_language(one, source_language) and same_language(other, target_language)
        ]
    return found


def some_texts(connection: sqlite3.Connection, language: str, count: int) -> list[str]:
    """The texts of that language that were stored first, at most `count`: enough to see the habits of a memory."""
    rows = connection.execute(
        "SELECT text FROM segments WHERE language = ? ORDER BY id LIMIT ?", (primary(language), count)
    )
    return [str(row[0]) for row in rows]
