"""Which stored segments hold some words? The full-text index says so, which knows words, but not their case, their
accents or their places.

A text is in one of two tables: as it is, or by its words (`text.word_index`). Those that wait to be indexed are found
too (waiting_text.py).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from heapq import merge
from operator import itemgetter

from tmtool.languages.tags import primary
from tmtool.model import Status
from tmtool.store.sqlite.batches import filled
from tmtool.store.sqlite.waiting_text import WAITING_TEXT, text_waits
from tmtool.text.word_index import asked

INDEXED_TEXTS = ("segments_text", "segments_words")
"""The tables of texts as they are, and of texts by their words."""
_INDEXED_WORD = re.compile(r"[^\W_]+")
_COUNTED = 10_000
"""Segments with a word that are counted where the index must not tell how many have it."""
_TOKENS_AT_ONCE = 20
_TRUST = " ".join(f"WHEN '{status}' THEN {status.trust}" for status in Status)


def segments_with(
    connection: sqlite3.Connection,
    wanted: Sequence[Sequence[str]],
    language: str,
    *,
    begun: bool = False,
) -> Iterator[tuple[int, str]]:
    """Yields id and text of the segments that hold, of each group in `wanted`, all the words of one phrase; the newest
    first.

    With `begun` the last word of a phrase may be but the beginning of one. A group without any word is held by none.
    """
    matching = _matching(wanted, language, begun=begun)
    if not matching:
        return
    last = None
    found: list[Iterator[tuple[int, str]]] = [
        connection.execute(
            f"SELECT s.id, s.text FROM {table} f JOIN segments s ON s.id = f.rowid "
            f"WHERE {table} MATCH ? AND s.language = ? ORDER BY f.rowid DESC",
            (matching, primary(language)),
        )
        for table in _tables(connection, language)
    ]
    for segment, text in merge(*found, key=itemgetter(0), reverse=True):
        # What was indexed between two of the questions is in both tables.
        if last is None or segment < last:
            yield segment, text
            last = segment


def units_with(
    connection: sqlite3.Connection, wanted: Sequence[Sequence[str]], language: str, *, begun: bool = False
) -> list[tuple[int, int]]:
    """Returns rows of the units, and of their segments, that `segments_with` finds: the newest first, of the same day
    those of the memory most trusted, of these the most trusted, then as they were stored. Texts are not read, so that a
    common word costs little."""
    matching = _matching(wanted, language, begun=begun)
    if not matching:
        return []
    found = " UNION ALL ".join(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ?1" for table in _tables(connection, language)
    )
    rows = connection.execute(
        f"SELECT u.id, s.id FROM ({found}) f JOIN segments s ON s.id = f.rowid "
        "JOIN variants v ON v.segment_id = s.id JOIN units u ON u.id = v.unit_id "
        "JOIN memories m ON m.id = u.memory_id WHERE s.language = ?2 "
        "ORDER BY coalesce(nullif(max(u.changed, u.created), ''), u.date) DESC, "
        f"m.trust DESC, CASE u.status {_TRUST} END DESC, u.id, v.number",
        (matching, primary(language)),
    )
    # A unit may have the same text twice.
    return list(dict.fromkeys((int(row[0]), int(row[1])) for row in rows))


def frequencies(connection: sqlite3.Connection, words: Collection[str], language: str) -> dict[str, int]:
    """Returns in how many segments of a language each word is; 0 for an unknown one. Those that are indexed count if
    they have it as a token of the match rate, those that wait if the full text has it."""
    language = primary(language)
    found = _indexed_with(connection, {word.casefold() for word in words}, language)
    counts = {word: found.get(word.casefold(), 0) for word in words}
    if text_waits(connection, language):
        counts = {word: count + _waiting_with(connection, word, language) for word, count in counts.items()}
    return counts


def counted(connection: sqlite3.Connection, word: str, language: str) -> int:
    """Returns how many segments of a language (primary subtag) the full text finds a word in, `_COUNTED` at most."""
    matching = _all_words(asked(word, language), begun=False)
    if not matching:
        return 0
    found = " UNION ".join(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ?1" for table in _tables(connection, language)
    )
    row = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM ({found}) f JOIN segments s ON s.id = f.rowid "
        "WHERE s.language = ?2 LIMIT ?3)",
        (matching, language, _COUNTED),
    ).fetchone()
    return int(row[0])


def _indexed_with(connection: sqlite3.Connection, tokens: Collection[str], language: str) -> dict[str, int]:
    found: dict[str, int] = {}
    marks = ",".join("?" * _TOKENS_AT_ONCE)
    for some in filled(sorted(tokens), _TOKENS_AT_ONCE):
        found |= connection.execute(
            f"SELECT token, frequency FROM index_tokens WHERE language = ? AND token IN ({marks})", (language, *some)
        )
    return found


def _waiting_with(connection: sqlite3.Connection, word: str, language: str) -> int:
    matching = _all_words(asked(word, language), begun=False)
    if not matching:
        return 0
    row = connection.execute(
        f"SELECT count(*) FROM {WAITING_TEXT} f JOIN segments s ON s.id = f.rowid "
        f"WHERE {WAITING_TEXT} MATCH ? AND s.language = ?",
        (matching, language),
    ).fetchone()
    return int(row[0])


def _tables(connection: sqlite3.Connection, language: str) -> tuple[str, ...]:
    """Returns the full-text tables that know all segments of a language together, the one of the newest first."""
    return (WAITING_TEXT, *INDEXED_TEXTS) if text_waits(connection, primary(language)) else INDEXED_TEXTS


def _matching(wanted: Sequence[Sequence[str]], language: str, *, begun: bool) -> str:
    """Returns the expression of FTS5 that matches one phrase of each group; "" where a group has no word."""
    groups = [
        [found for phrase in group if (found := _all_words(asked(phrase, language), begun=begun))] for group in wanted
    ]
    if not groups or not all(groups):
        return ""
    return " AND ".join(f"({' OR '.join(group)})" for group in groups)


def _all_words(text: str, *, begun: bool) -> str:
    """Returns the expression that matches all the words of a text, as the index cuts them; "" if it has none."""
    words = [f'"{word}"' for word in _INDEXED_WORD.findall(text)]
    if not words:
        return ""
    # Each is asked for once: an expression of thousands of words takes minutes.
    *before, last = words
    every = dict.fromkeys([*before, f"{last}*" if begun else last])
    return f"({' AND '.join(every)})"
