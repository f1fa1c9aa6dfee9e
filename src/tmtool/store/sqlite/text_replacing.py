"""Gives variants other texts, in three steps: what they have is read, what follows from the texts alone is worked out,
and the rest is written. So of a large change some can be worked out while others are written (unit_rewriting.py)."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tmtool.store.keys import key_of, skeleton_keys_of_both
from tmtool.store.sqlite.indexed import INDEXED
from tmtool.store.sqlite.rows import for_rows
from tmtool.store.sqlite.segment_table import SegmentTable, Text, as_stored
from tmtool.store.sqlite.waiting_text import forget_waiting_text
from tmtool.text.rewording import Rewording, rewording
from tmtool.text.word_index import has_own_words

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
    """A `Reworded` is a segment that may get another text, with its digest; where both differ, the digests of the
    skeletons of both, and whether one of them is not in the full text as it is."""

    had: Had
    text: str
    key: int
    rewording: Rewording
    skeletons: tuple[int | None, int | None]
    has_own_words: bool


class Replacing(NamedTuple):
    """A `Replacing` is what variants are to have: texts with their digests, what each variant has, and of each what
    becomes of that if no other needs it."""

    wanted: Sequence[Text]
    keys: Mapping[Text, int]
    had: Sequence[Had]
    reworded: Sequence[Reworded | None]


def worked_out(texts: Iterable[tuple[str, str]], had: Sequence[Had]) -> Replacing:
    """Works out what follows from texts, given with their languages, that variants are to get in place of what they
    had."""
    wanted = as_stored(texts)
    keys = {segment: key_of(segment[1]) for segment in wanted}
    found: list[Reworded | None] = [None] * len(wanted)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, ((language, text), before) in enumerate(zip(wanted, had, strict=True)):
        if language == before.language and text != before.text:
            places[language].append(place)
    for language, some in places.items():
        rewordings = [rewording(had[place].text, wanted[place][1]) for place in some]
        of_both = skeleton_keys_of_both(rewordings, language)
        for place, change, skeletons in zip(some, rewordings, of_both, strict=True):
            before, segment = had[place], wanted[place]
            own_words = has_own_words(before.text, language) or has_own_words(segment[1], language)
            found[place] = Reworded(before, segment[1], keys[segment], change, skeletons, own_words)
    return Replacing(wanted, keys, had, found)


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
            for unit, *had in self._connection.execute(_HAD, (units, number)):
                found[unit, number] = Had(*had)
        return list(map(found.__getitem__, variants))

    def write(self, replacing: Replacing) -> list[int]:
        """Writes texts, and returns the segment that each variant gets. One that no other variant has gets the new
        text, unless that is stored: it keeps its id, and of what it is found by only that is written which differs.
        What is left without variants is for `SegmentTable.drop_unused`."""
        wanted, keys = replacing.wanted, replacing.keys
        known = self.table.known(keys)
        taken = {*known.values(), *self._shared({one.segment for one in replacing.had})}
        reworded: list[Reworded] = []
        for segment, one in zip(wanted, replacing.reworded, strict=True):
            if one is None or segment in known or one.had.segment in taken:
                continue
            known[segment] = one.had.segment
            reworded.append(one)
        known |= self.table.store([segment for segment in keys if segment not in known], keys)
        reworded.sort(key=lambda one: one.had.segment)
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
        some = [one for one in reworded if one.had.segment <= indexed]
        if some:
            self._index_again(some)
        # What is found by words of its own, before or after.
        own = [one for one in some if one.has_own_words]
        as_they_are = [one.had.segment for one in some if not one.has_own_words]
        self.table.take_out((one.had.segment, one.had.language, one.had.text) for one in own)
        if as_they_are:
            self._connection.execute(_TAKEN_OUT, (json.dumps(as_they_are),))
        for_rows(
            self._connection,
            "UPDATE segments SET text = n.text, key = n.key FROM {rows} n WHERE segments.id = n.id",
            {"id": int, "text": str, "key": int},
            [(one.had.segment, one.text, one.key) for one in reworded],
        )
        if as_they_are:
            self._connection.execute(_PUT_IN, (json.dumps(as_they_are),))
        self.table.put_in((one.had.segment, one.had.language, one.text) for one in own)
        if len(some) < len(reworded):
            forget_waiting_text(self._connection)
            self.table.remember_waiting(
                {(one.had.language, one.text): one.had.segment for one in reworded if one.had.segment > indexed}
            )

    def _index_again(self, reworded: Sequence[Reworded]) -> None:
        language = attrgetter("had.language")
        for of, group in groupby(sorted(reworded, key=language), language):
            self._index.replace(of, [(one.had.segment, one.had.tokens, one.rewording) for one in group])
        changed = [(*one.skeletons, one.had.segment) for one in reworded if one.skeletons[0] != one.skeletons[1]]
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
