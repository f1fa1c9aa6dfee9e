"""Gives variants other texts: what they have is read, then, when it is known what follows from the texts alone
(`tmtool.store.differences`), all is written. So of a large change some can be worked out while others are written
(unit_rewriting.py)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tmtool.store.differences import Difference, Differences, Text
from tmtool.store.sqlite.indexed import INDEXED
from tmtool.store.sqlite.rows import for_rows
from tmtool.store.sqlite.segment_table import SegmentTable
from tmtool.store.sqlite.waiting_text import forget_waiting_text

if TYPE_CHECKING:
    from tmtool.store.sqlite.index_writing import IndexWriter


class Had(NamedTuple):
    """A `Had` is the segment that a variant has: its id, language (primary subtag), text, and its tokens in the fuzzy
    index, "" if it waits."""

    segment: int
    language: str
    text: str
    tokens: str


class Reworded(NamedTuple):
    """A `Reworded` is a segment that gets another text, with the digest of that."""

    segment: int
    had: Had
    text: str
    key: int
    difference: Difference


class TextReplacing:
    """A `TextReplacing` gives variants of an open database other texts, in one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.table = SegmentTable(connection)

    @cached_property
    def _index(self) -> IndexWriter:
        from tmtool.store.sqlite.index_writing import IndexWriter

        return IndexWriter(self._connection)

    def had(self, variants: Sequence[tuple[int, int]]) -> list[Had]:
        """Returns what these variants of units have, in their order."""
        found: dict[tuple[int, int], Had] = {}
        for number in {number for _, number in variants}:
            units = json.dumps([unit for unit, one in variants if one == number])
            rows = self._connection.execute(_HAD, (units, number))
            found |= {(row[0], number): Had._make(row[1:]) for row in rows}
        return list(map(found.__getitem__, variants))

    def write(self, wanted: Sequence[Text], had: Sequence[Had], found: Differences) -> list[int]:
        """Writes the texts that variants are to have in place of what they had, and returns the segment that each gets.
        One that no other variant has gets the new text, unless that is stored: it keeps its id, and of what it is found
        by only that is written which differs. What is left without variants is for `SegmentTable.drop_unused`."""
        keys = dict(zip(wanted, found.keys, strict=True))
        known = self.table.known(keys)
        taken = {*known.values(), *self._shared({one.segment for one in had})}
        reworded: list[Reworded] = []
        for segment, before, one in zip(wanted, had, found.each, strict=True):
            if one is not None and segment not in known and before.segment not in taken:
                known[segment] = before.segment
                reworded.append(Reworded(before.segment, before, segment[1], keys[segment], one))
        known |= self.table.store([segment for segment in keys if segment not in known], keys)
        # Their ids differ, and so nothing else is compared.
        reworded.sort()
        self._write_texts(reworded)
        return [known[segment] for segment in wanted]

    def finish(self) -> None:
        """Writes what is gathered."""
        if "_index" in vars(self):
            self._index.flush()

    def _shared(self, segments: Collection[int]) -> set[int]:
        """Returns those of segments that several variants have."""
        return {row[0] for row in self._connection.execute(_SHARED, (json.dumps(list(segments)),))}

    def _write_texts(self, reworded: Sequence[Reworded]) -> None:
        """Gives segments other texts, in the order of their ids, and brings the indexes in step, unless they wait to be
        indexed anyway."""
        if not reworded:
            return
        (indexed,) = self._connection.execute(f"SELECT {INDEXED}").fetchone()
        some = [one for one in reworded if one.segment <= indexed]
        if some:
            self._index_again(some)
        # What is found by words of its own, before or after.
        own = [one for one in some if one.difference.has_own_words]
        as_they_are = json.dumps([one.segment for one in some if not one.difference.has_own_words])
        self.table.take_out((one.segment, one.had.language, one.had.text) for one in own)
        self._connection.execute(_TAKEN_OUT, (as_they_are,))
        for_rows(
            self._connection,
            "UPDATE segments SET text = n.text, key = n.key FROM {rows} n WHERE segments.id = n.id",
            {"id": int, "text": str, "key": int},
            [(segment, text, key) for segment, _, text, key, _ in reworded],
        )
        self._connection.execute(_PUT_IN, (as_they_are,))
        self.table.put_in((one.segment, one.had.language, one.text) for one in own)
        if len(some) < len(reworded):
            forget_waiting_text(self._connection)
            self.table.remember_waiting(
                {(one.had.language, one.text): one.segment for one in reworded if one.segment > indexed}
            )

    def _index_again(self, reworded: Sequence[Reworded]) -> None:
        language = attrgetter("had.language")
        for of, group in groupby(sorted(reworded, key=language), language):
            self._index.replace(of, [(one.segment, one.had.tokens, one.difference.splice) for one in group])
        changed = [
            (*difference.skeletons, segment)
            for segment, _, _, _, difference in reworded
            if difference.skeletons[0] != difference.skeletons[1]
        ]
        columns = {"key": int, "segment": int}
        for_rows(
            self._connection,
            "DELETE FROM segments_by_skeleton WHERE (key, segment_id) IN (SELECT n.key, n.segment FROM {rows} n)",
            columns,
            sorted((old, segment) for old, _, segment in changed if old is not None),
        )
        for_rows(
            self._connection,
            "INSERT OR IGNORE INTO segments_by_skeleton SELECT n.key, n.segment FROM {rows} n WHERE true",
            columns,
            sorted((new, segment) for _, new, segment in changed if new is not None),
        )


_HAD = (
    "SELECT v.unit_id, s.id, s.language, s.text, coalesce(i.tokens, '') FROM json_each(?) n CROSS JOIN variants v "
    "ON v.unit_id = n.value AND v.number = ? CROSS JOIN segments s ON s.id = v.segment_id "
    "LEFT JOIN index_segments i ON i.segment_id = s.id"
)
_OF_SEGMENTS = "FROM json_each(?) n CROSS JOIN segments s ON s.id = n.value"
_TAKEN_OUT = f"INSERT INTO segments_text (segments_text, rowid, text) SELECT 'delete', s.id, s.text {_OF_SEGMENTS}"
_PUT_IN = f"INSERT INTO segments_text (rowid, text) SELECT s.id, s.text {_OF_SEGMENTS}"
_SHARED = (
    "SELECT n.value FROM json_each(?) n "
    "WHERE (SELECT count(*) FROM (SELECT 1 FROM variants WHERE segment_id = n.value LIMIT 2)) > 1"
)
