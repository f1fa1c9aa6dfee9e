"""Keeps segments: each text once a language, shared by the variants of many units.

Every change to the table goes through here. The fuzzy index, that of skeletons and the full-text index get a text
later, all at once, in the same transaction or another. Those that wait are always the last ones, above all that the
fuzzy index has (store/sqlite/waiting.py). So what is in a file is safe as soon as it is read, an interrupted import
leaves nothing out of step, and a lookup looks through what is waiting.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from tmtool.languages.tags import primary
from tmtool.store.differences import Text
from tmtool.store.keys import key_of, skeleton_keys
from tmtool.store.sqlite.batches import filled
from tmtool.store.sqlite.full_text import INDEXED_TEXTS
from tmtool.store.sqlite.index_layout import require_room
from tmtool.store.sqlite.indexed import INDEXED, LAST
from tmtool.store.sqlite.rows import for_rows
from tmtool.store.sqlite.waiting import none_waits, remember_waiting
from tmtool.store.sqlite.waiting_text import forget_waiting_text
from tmtool.text.composition import composed
from tmtool.text.word_index import indexed

_INDEX_TABLES = (
    "index_segments", "index_postings", "index_recent", "index_generations", "index_tokens", "segments_by_skeleton",
)  # fmt: skip
_KEYS_AT_ONCE = 200
_ROWS_AT_ONCE = 2_000
_DROPPED_AT_ONCE = 10_000
_FOR_FREQUENCIES = 10_000
"""Segments that show the commonest words of a new database."""


class SegmentTable:
    """A `SegmentTable` holds the segments of an open database. Writing needs an open transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def ids(self, texts: Iterable[tuple[str, str]]) -> list[int]:
        """Returns the id of each text, given with its language; what was not stored is stored now, and waits to be
        indexed."""
        wanted = as_stored(texts)
        keys = {segment: key_of(segment[1]) for segment in wanted}
        known = self.known(keys)
        known |= self.store([segment for segment in keys if segment not in known], keys)
        return [known[segment] for segment in wanted]

    def known(self, keys: Mapping[Text, int]) -> dict[Text, int]:
        """Returns the ids of those texts that are stored, given with their digests."""
        rows = self._connection.execute(_WITH_KEYS, (json.dumps(list(keys.values())),))
        return {(language, text): number for number, language, text in rows if (language, text) in keys}

    def store(self, new: Sequence[Text], keys: Mapping[Text, int]) -> dict[Text, int]:
        """Stores texts, which wait to be indexed, and returns their ids. Raises DatabaseError if there are too many."""
        first = 1 + int(self._connection.execute(f"SELECT max({INDEXED}, {LAST})").fetchone()[0])
        require_room(self._connection, first + len(new) - 1)
        stored = {segment: number for number, segment in enumerate(new, first)}
        self._connection.executemany(
            "INSERT INTO segments (id, language, text, key) VALUES (?, ?, ?, ?)",
            ((number, *segment, keys[segment]) for segment, number in stored.items()),
        )
        self.remember_waiting(stored)
        return stored

    def remember_waiting(self, segments: Mapping[Text, int]) -> None:
        """Has lookups find segments that wait."""
        by_language: defaultdict[str, list[Text]] = defaultdict(list)
        for segment in segments:
            by_language[segment[0]].append(segment)
        for language, some in by_language.items():
            remember_waiting(self._connection, language, [segments[one] for one in some], [text for _, text in some])

    def waiting(self) -> int:
        """Returns how many segments are not indexed yet, at most."""
        return int(self._connection.execute(f"SELECT max(0, {LAST} - {INDEXED})").fetchone()[0])

    def index(self, progress: Callable[[int], None] = lambda indexed: None) -> None:
        """Brings the indexes up to the last segment; `progress` is told how many segments have been done."""
        # NumPy is loaded for writing only.
        from tmtool.store.sqlite.index_writing import IndexWriter

        # Their numbers may be given again, when all are removed.
        forget_waiting_text(self._connection)
        writer = IndexWriter(self._connection)
        waiting = f"SELECT language, id, text FROM segments WHERE id > {INDEXED} ORDER BY id"
        if not writer.begun():
            some_texts = self._connection.execute(f"{waiting} LIMIT {_FOR_FREQUENCIES}")
            writer.begin((language, text) for language, _, text in some_texts)
        rows = self._connection.execute(waiting)
        done = 0
        while some := rows.fetchmany(_ROWS_AT_ONCE):
            for table, of in _by_table((segment, language, text) for language, segment, text in some).items():
                self._connection.executemany(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", of)
            some.sort()
            for language, group in groupby(some, key=itemgetter(0)):
                _, segments, texts = zip(*group, strict=True)
                writer.add(language, segments, texts)
                alike = sorted(
                    (key, segment)
                    for segment, key in zip(segments, skeleton_keys(texts, language), strict=True)
                    if key is not None
                )
                self._connection.executemany("INSERT OR IGNORE INTO segments_by_skeleton VALUES (?, ?)", alike)
            writer.write_segments()
            done += len(some)
            progress(done)
        writer.flush()
        none_waits(self._connection)

    def index_anew(self, progress: Callable[[int], None] = lambda indexed: None) -> None:
        """Makes the indexes from the texts as if none had been there; `progress` as for `index`."""
        for table in _INDEX_TABLES:
            self._connection.execute(f"DELETE FROM {table}")
        for table in INDEXED_TEXTS:
            self._connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
        self.index(progress)

    def drop_unused(self, segments: Collection[int]) -> None:
        """Removes those of `segments` that no variant uses any more."""
        ordered = sorted(segments)
        for start in range(0, len(ordered), _DROPPED_AT_ONCE):
            unused = [
                row
                for some in filled(ordered[start : start + _DROPPED_AT_ONCE], _KEYS_AT_ONCE)
                for row in self._connection.execute(_UNUSED, some)
            ]
            if any(not indexed for *_, indexed in unused):
                forget_waiting_text(self._connection)
            for gone in filled([row[0] for row in unused], _KEYS_AT_ONCE):
                # What the postings still say of them no longer counts (store/sqlite/index.py).
                self._connection.execute(f"DELETE FROM index_segments WHERE segment_id IN {_MARKS}", gone)
                self._connection.execute(f"DELETE FROM segments WHERE id IN {_MARKS}", gone)
            self._unindex([(segment, language, text) for segment, language, text, indexed in unused if indexed])

    def _unindex(self, segments: Sequence[tuple[int, str, str]]) -> None:
        """Takes segments, given with their language and text, out of the indexes of texts."""
        for language, group in groupby(sorted(segments, key=itemgetter(1)), key=itemgetter(1)):
            numbers, _, texts = zip(*group, strict=True)
            keys = skeleton_keys(texts, language)
            self._connection.executemany(
                "DELETE FROM segments_by_skeleton WHERE key = ? AND segment_id = ?",
                ((key, segment) for key, segment in zip(keys, numbers, strict=True) if key is not None),
            )
        # Last, and many together: a statement on another table may have the full text write what it has gathered.
        self.take_out(segments)

    def take_out(self, segments: Iterable[tuple[int, str, str]]) -> None:
        """Takes segments, given with their language and text, out of the full text."""
        statement = "INSERT INTO {table} ({table}, rowid, text) SELECT 'delete', n.id, n.text FROM {{rows}} n"
        self._write_full_text(statement, segments)

    def put_in(self, segments: Iterable[tuple[int, str, str]]) -> None:
        """Has the full text find segments, given with their language and text."""
        self._write_full_text("INSERT INTO {table} (rowid, text) SELECT n.id, n.text FROM {{rows}} n", segments)

    def _write_full_text(self, statement: str, segments: Iterable[tuple[int, str, str]]) -> None:
        for table, of in _by_table(segments).items():
            for_rows(self._connection, statement.format(table=table), {"id": int, "text": str}, of)


def as_stored(texts: Iterable[tuple[str, str]]) -> list[Text]:
    """Returns texts, given with their languages, as they are stored."""
    return [(primary(language), composed(text)) for language, text in texts]


def _by_table(segments: Iterable[tuple[int, str, str]]) -> dict[str, list[tuple[int, str]]]:
    """Returns the rows of both full-text tables for segments given with language and text."""
    as_they_are, by_words = INDEXED_TEXTS
    found: dict[str, list[tuple[int, str]]] = {as_they_are: [], by_words: []}
    for segment, language, text in segments:
        words = indexed(text, language)
        found[by_words if words is not text else as_they_are].append((segment, words))
    return found


_UNUSED = (
    f"WITH wanted (wanted) AS (VALUES {','.join(['(?)'] * _KEYS_AT_ONCE)}) "
    "SELECT s.id, s.language, s.text, EXISTS (SELECT 1 FROM index_segments WHERE segment_id = s.id) "
    "FROM wanted CROSS JOIN segments s ON s.id = wanted "
    "WHERE NOT EXISTS (SELECT 1 FROM variants WHERE segment_id = s.id)"
)
_MARKS = f"({','.join('?' * _KEYS_AT_ONCE)})"
_WITH_KEYS = "SELECT s.id, s.language, s.text FROM json_each(?) n CROSS JOIN segments s ON s.key = n.value"
