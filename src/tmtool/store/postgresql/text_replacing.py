"""Gives variants other texts, in three steps: what is stored is asked for, what is to be written is worked out apart
from the database, and that is written. So of a large change some can be worked out while others are written
(unit_rewriting.py)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import psycopg

from tmtool.store.encoded_texts import Encoding, Lengths, reworded
from tmtool.store.keys import skeleton_key_of
from tmtool.store.postgresql import packing
from tmtool.store.postgresql.database import Database
from tmtool.store.postgresql.elements import HIGHEST
from tmtool.store.postgresql.packed import Packed
from tmtool.store.postgresql.segment_table import Segment, SegmentTable
from tmtool.store.postgresql.stored_elements import Encoded, reindexed
from tmtool.store.postgresql.word_changes import WordChanges
from tmtool.store.postgresql.words import vector
from tmtool.text.rewording import Rewording, Swap, Swaps, rewording


class Wanted(NamedTuple):
    """A `Wanted` says which texts variants are to have: the variants by unit and number, the texts, and, packed, units,
    numbers, and keys of the texts."""

    variants: Sequence[tuple[int, int]]
    segments: Sequence[Segment]
    places: tuple[Packed, Packed]
    keys: Packed

    @classmethod
    def of(cls, variants: Sequence[tuple[int, int]], segments: Sequence[Segment]) -> Wanted:
        """Returns the texts that variants are to have, given in the same order."""
        places = packing.bigints([unit for unit, _ in variants]), packing.integers([one for _, one in variants])
        return cls(variants, segments, places, packing.bigints([segment.key for segment in segments]))


class Had(NamedTuple):
    """A `Had` is a segment that one variant has and no other, and that nobody else can come to use: its id, language,
    text, tokens and slack."""

    segment: int
    language: str
    text: str
    tokens: str
    slack: int


class Stored(NamedTuple):
    """A `Stored` is what there is where variants get other texts: of these, the ids of those that are stored, which
    nobody else can remove; the segments that the variants have, 0 where one is gone, and those of them that no other
    variant has."""

    known: Mapping[Segment, int]
    had: Sequence[int]
    alone: Mapping[int, Had]


class Asked(NamedTuple):
    """An `Asked` is what the database tells of what there is, as it came: while that is read, by whoever works, the
    server goes on."""

    wanted: Wanted
    variants: Sequence[tuple[Any, ...]]
    known: Sequence[tuple[Any, ...]]
    locked: Sequence[tuple[Any, ...]]
    alone: Sequence[tuple[Any, ...]]

    def stored(self) -> Stored:
        """Returns what it says."""
        of = {(unit, number): segment for unit, number, segment in self.variants}
        # Another one has it where ours has been removed or corrected since.
        ours = {segment for segment, unit, number in self.alone if of.get((unit, number)) == segment}
        return Stored(
            {Segment(*row[:-1]): row[-1] for row in self.known},
            [of.get(variant, 0) for variant in self.wanted.variants],
            {row[0]: Had._make(row) for row in self.locked if row[0] in ours},
        )


class Effects(NamedTuple):
    """`Effects` are what a part of a change does, which `Stored` of the next one may not tell of yet: the texts that it
    has given, by their segments, and which segments it has given other texts."""

    given: Mapping[Segment, int]
    reworded: Collection[int]


NO_EFFECTS = Effects({}, ())
_REWORD = (
    "UPDATE segments s SET key = n.key, exact = n.exact, text = n.text, tokens = n.tokens, skeleton = n.skeleton, "
    "words = CASE WHEN n.gone IS NULL THEN n.words ELSE ts_delete(s.words, n.gone) || n.words END, slack = n.slack "
    "FROM unnest(%b::integer[], %b::bigint[], %b::bigint[], %b::text[], %b::text[], %b::bigint[], %b::text[], "
    "%b::tsvector[], %b::smallint[]) AS n (id, key, exact, text, tokens, skeleton, gone, words, slack) "
    "WHERE s.id = n.id"
)
"""Where few words are others, the server has the rest: they need not be sorted, sent and read again."""


class Replacing(NamedTuple):
    """A `Replacing` is what is to be written: the segments that variants get, in their order, and what writes them. It
    raises one of `IN_THE_WAY` where another has come in between."""

    segments: Sequence[int]
    effects: Effects
    write: Callable[[], None]


class TextReplacing:
    """A `TextReplacing` gives variants of an open database other texts. `table` writes them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection = database.connection
        self.table = SegmentTable(database)

    def asked(self, wanted: Wanted) -> Asked:
        """Asks what there is. Needs an open transaction, which locks what it finds."""
        asked = self._ask_variants(wanted), self.table.ask_known(wanted.keys)
        variants, known = (one.fetchall() for one in asked)
        others = {segment for _, _, segment in variants}.difference(row[-1] for row in known)
        return Asked(wanted, variants, known, *self._alone(others))

    def segments_of(self, wanted: Wanted) -> dict[tuple[int, int], int]:
        """Returns the segments of those variants that are there, by unit and number."""
        return {(unit, number): segment for unit, number, segment in self._ask_variants(wanted)}

    def _ask_variants(self, wanted: Wanted) -> psycopg.Cursor[tuple[Any, ...]]:
        return self._connection.execute(
            "SELECT v.unit_id, v.number, v.segment_id FROM variants v JOIN unnest(%b::bigint[], %b::integer[]) "
            "AS n (unit_id, number) ON v.unit_id = n.unit_id AND v.number = n.number",
            wanted.places,
        )

    def _alone(self, segments: Collection[int]) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
        """Returns those of segments that nobody else is about to use, as rows of `Had`, and of those that one variant
        has the id, and the unit and the number of that."""
        locked = self._connection.execute(
            "SELECT id, language, text, tokens, slack FROM segments WHERE id = ANY (%b) AND length(tokens) < %s "
            "ORDER BY id FOR UPDATE SKIP LOCKED",
            (packing.integers(sorted(segments)), HIGHEST),
        ).fetchall()
        # Another statement, which sees what was committed before the rows were locked.
        alone = self._connection.execute(
            "SELECT id, unit, number FROM unnest(%b::integer[]) AS s (id) CROSS JOIN LATERAL "
            "(SELECT count(*) AS times, min(unit_id) AS unit, min(number) AS number "
            "FROM (SELECT unit_id, number FROM variants WHERE segment_id = s.id LIMIT 2) AS w) AS v WHERE times = 1",
            (packing.integers([row[0] for row in locked]),),
        ).fetchall()
        return locked, alone

    def worked_out(self, wanted: Sequence[Segment], stored: Stored, before: Effects = NO_EFFECTS) -> Replacing:
        """Works out what is to be written, so that variants have the texts that are wanted. A segment that no other
        variant has gets the new text, unless that is stored: it keeps its id, and of what it is found by only that is
        written which differs. What is left without variants stays."""
        known = {segment: number for segment, number in stored.known.items() if number not in before.reworded}
        known |= {segment: before.given[segment] for segment in wanted if segment in before.given}
        used = {*known.values(), *before.given.values()}
        found: dict[Segment, Had] = {}
        for new, segment in zip(wanted, stored.had, strict=True):
            had = stored.alone.get(segment)
            if had and segment not in used and new not in known and new not in found and new.language == had.language:
                found[new] = had
                used.add(segment)
        known |= {new: had.segment for new, had in found.items()}
        new_ones = [segment for segment in dict.fromkeys(wanted) if segment not in known]
        numbered = dict(zip(self.table.next_numbers(len(new_ones)), new_ones, strict=True))
        known |= {segment: number for number, segment in numbered.items()}
        write_others = self._rewording(list(found.items()))
        inserting = self.table.inserting(numbered)

        def write() -> None:
            write_others()
            if inserting() < len(numbered):
                raise psycopg.errors.LockNotAvailable("another has stored the same text")

        effects = Effects(known, {had.segment for had in found.values()})
        return Replacing([known[segment] for segment in wanted], effects, write)

    def _rewording(self, found: Sequence[tuple[Segment, Had]]) -> Callable[[], None]:
        """Returns what writes that segments have other texts, and brings what they are found by in step."""
        if not found:
            return lambda: None
        fuzzy = self.table.fuzzy
        segments = _reworded(found)
        encoded = self._encoded_anew(segments)
        numbers = [had.segment for _, had in found]
        languages = [fuzzy.language(new.language) for new, _ in found]
        changes = reindexed(
            [
                Encoded(language, had.segment, had.tokens, had.slack)
                for language, (_, had) in zip(languages, found, strict=True)
            ],
            [Encoded(*one) for one in zip(languages, numbers, encoded, strict=True)],
        )
        found_by = list(_found_by(segments))
        values = (
            packing.integers(numbers), packing.bigints([new.key for new, _ in found]),
            packing.bigints([new.exact for new, _ in found]), packing.texts(new.text for new, _ in found),
            packing.texts(encoded), packing.bigints_or_null([one.skeleton for one in found_by]),
            packing.texts_or_null(one.gone for one in found_by), packing.vectors(one.words for one in found_by),
            packing.smallints(changes.slack),
        )  # fmt: skip

        def write() -> None:
            with self._connection.pipeline():
                self._connection.execute(_REWORD, values)
                fuzzy.remove(changes.gone)
            fuzzy.write(changes.new)

        return write

    def _encoded_anew(self, segments: Sequence[_Reworded]) -> list[str]:
        """Returns other texts of segments with one character a token."""
        parts: dict[str, list[str]] = {}
        for one in segments:
            parts.setdefault(one.new.language, []).extend((one.kernel.before, one.correction.after))
        encodings = {language: Encoding(self.table.fuzzy.encoding(language, some)) for language, some in parts.items()}
        length = Lengths().of
        return [
            reworded(one.had.tokens, one.correction, one.kernel, encodings[one.new.language], length)
            for one in segments
        ]


class _Reworded(NamedTuple):
    """A `_Reworded` is a segment with its new text, the correction that leads to it, and the kernel of that."""

    new: Segment
    had: Had
    correction: Rewording
    kernel: Swap


def _reworded(found: Sequence[tuple[Segment, Had]]) -> list[_Reworded]:
    swaps = Swaps()
    corrections = (rewording(had.text, new.text) for new, had in found)
    return [
        _Reworded(new, had, one, swaps[one.before, one.after])
        for (new, had), one in zip(found, corrections, strict=True)
    ]


class _FoundBy(NamedTuple):
    """A `_FoundBy` is what a text is found by: the digest of its skeleton; the word that it has no longer, and those
    that come, or None and all its words."""

    skeleton: int | None
    gone: str | None
    words: bytes


def _found_by(segments: Sequence[_Reworded]) -> Iterator[_FoundBy]:
    """Yields what texts are found by. Each is cut once."""
    changes = WordChanges(chain.from_iterable((one.new.text, one.kernel.before) for one in segments))
    key_of = {language: skeleton_key_of(language) for language in {one.new.language for one in segments}}
    for (_, _, language, text), _, _, kernel in segments:
        cut = text.split()
        gone, words = changes.of(kernel, text, cut, language) or (None, None)
        yield _FoundBy(key_of[language](text, cut), gone, vector(text, language) if words is None else words)
