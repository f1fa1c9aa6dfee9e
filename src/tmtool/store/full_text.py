"""Which stored segments hold some words? From the full-text index, which knows words, but not their case, their
accents or their places."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence

from tmtool.languages.tags import primary

_INDEXED_WORD = re.compile(r"[^\W_]+")


def segments_with(
    connection: sqlite3.Connection,
    wanted: Sequence[Sequence[str]],
    language: str,
    *,
    begun: bool = False,
) -> Iterator[tuple[int, str]]:
    """Id and text of the segments that hold, of each group in `wanted`, all the words of one phrase; the newest first.

    With `begun` the last word of a phrase may be but the beginning of one. A group without any word is held by none.
    """
    groups = [[query for phrase in group if (query := _all_of(phrase, begun))] for group in wanted]
    if not groups or not all(groups):
        return
    rows = connection.execute(
        "SELECT s.id, s.text FROM segments_text f JOIN segments s ON s.id = f.rowid "
        "WHERE segments_text MATCH ? AND s.language = ? ORDER BY f.rowid DESC",
        (" AND ".join(f"({' OR '.join(group)})" for group in groups), primary(language)),
    )
    for row in rows:
        yield int(row[0]), str(row[1])


def _all_of(text: str, begun: bool) -> str:
    """A query for all the words of a text, as the index cuts them; empty if it has none."""
    words = [f'"{word}"' for word in _INDEXED_WORD.findall(text)]
    return f"({' AND '.join(words)}{'*' if begun else ''})" if words else ""
