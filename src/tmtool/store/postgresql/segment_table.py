"""Keeps segments: each text once a language, shared by the variants of many units, with all that it is found by.

Every change to the table goes through here. A text is indexed as it is stored, in the same transaction.

Several may write at once. What one has stored and not committed another waits for only if it stores the same text. The
texts of one call are stored in order, so that two calls do not wait for each other; a call that waits long is taken
back and begun again, so that a transaction with many calls does not wait for it. Two of those would: they go one after
the other (`Database.wait_for_turn`).
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

import psycopg

from tmtool.languages.tags import primary
from tmtool.store.digest import digest_of
from tmtool.store.keys import key_of, skeleton_keys
from tmtool.store.postgresql import packing
from tmtool.store.postgresql.connection import one_row
from tmtool.store.postgresql.database import WAITING_S, Database, transaction
from tmtool.store.postgresql.fuzzy_writing import FuzzyWriter
from tmtool.store.postgresql.packed import Packed
from tmtool.store.postgresql.settling import GATHERED, INDEXES, gather, settle_gathered
from tmtool.store.postgresql.stored_elements import Encoded, indexed
from tmtool.store.postgresql.words import vector
from tmtool.text.composition import composed
from tmtool.text.tokens import may_have_singles
from tmtool.text.word_index import has_own_words

T = TypeVar("T")

_ROWS_AT_ONCE = 2_000
_PATIENCE_MS = 500
"""How long a call waits for others before it begins again."""
IN_THE_WAY = (psycopg.errors.DeadlockDetected, psycopg.errors.LockNotAvailable, psycopg.errors.UniqueViolation)
"""What the server says where others store the same."""
_REMOVING_S, _LOOKED_EACH_S = 5.0, 0.02
"""How long those who remove texts wait for each other at most."""


class Segment(NamedTuple):
    """A `Segment` is a text that is to be stored, in the order in which all store."""

    key: int
    exact: int
    language: str
    text: str


class SegmentTable:
    """A `SegmentTable` holds the segments of an open database; `fuzzy` writes the index of similar texts. Writing needs
    an open transaction."""

    def __init__(self, database: Database, *, alone: bool = False, into: str = "fuzzy") -> None:
        """Takes the database of which nobody else can change the segments, if it writes `alone`, and the table for new
        rows of the index."""
        self._connection = database.connection
        self._database = database
        self.fuzzy = FuzzyWriter(database, alone=alone, into=into)

    def ids(self, texts: Iterable[tuple[str, str]]) -> list[int]:
        """Returns the id of each text, given with its language; what was not stored is stored now."""
        wanted = as_stored(texts)
        return self.patiently(lambda: self._ids(wanted))

    def patiently(self, work: Callable[[], T], *, in_a_row: bool = False) -> T:
        """Does what stores texts, and begins it again where others store the same. Needs an open transaction. What
        copies nothing can have its statements sent `in_a_row`, with no answer waited for that is not read yet."""
        end = time.monotonic() + WAITING_S
        while True:
            try:
                with self._connection.pipeline() if in_a_row else contextlib.nullcontext():
                    return self._within(work)
            except IN_THE_WAY:
                # What this call has stored is taken back now, so that the other one can go on.
                if time.monotonic() > end:
                    raise

    def at_once(self, work: Callable[[], None]) -> bool:
        """Does what stores texts, unless others store the same, and tells whether it is done."""
        try:
            self._within(work)
        except IN_THE_WAY:
            return False
        return True

    def _within(self, work: Callable[[], T]) -> T:
        counted = self.fuzzy.counted()
        try:
            with self._connection.transaction(), self._database.storing():
                self._connection.execute(f"SET LOCAL lock_timeout = '{_PATIENCE_MS}ms'")
                found = work()
                self._connection.execute(f"SET LOCAL lock_timeout = '{WAITING_S}s'")
        except BaseException:
            self.fuzzy.count_from(counted)
            raise
        return found

    def _ids(self, wanted: Sequence[Segment]) -> list[int]:
        known = self.known(wanted)
        # Again where a text that another had stored was not stored here, and has become another or gone since.
        while new := [segment for segment in dict.fromkeys(wanted) if segment not in known]:
            self._store(new)
            known |= self.known(new)
        self.fuzzy.count()
        return [known[segment] for segment in wanted]

    def known(self, wanted: Collection[Segment]) -> dict[Segment, int]:
        """Returns those that are stored, which others then cannot remove before this transaction has ended."""
        rows = self.ask_known(packing.bigints([segment.key for segment in wanted]))
        return {Segment(*row[:-1]): row[-1] for row in rows}

    def ask_known(self, keys: Packed) -> psycopg.Cursor[tuple[Any, ...]]:
        """Asks for those with some keys, each as a row with its id at the end; others cannot remove them either."""
        return self._connection.execute(
            "SELECT key, exact, language, text, id FROM segments WHERE key = ANY (%b) FOR KEY SHARE", (keys,)
        )

    def _store(self, new: Sequence[Segment]) -> None:
        """Stores texts, but for those that another has stored meanwhile."""
        self.inserting(dict(zip(self.next_numbers(len(new)), new, strict=True)))()

    def next_numbers(self, count: int) -> list[int]:
        """Returns ids that no segment has had, in their order. They are given at once, whatever becomes of the
        transaction."""
        if not count:
            return []
        rows = self._database.aside.execute(
            "SELECT nextval(pg_get_serial_sequence('segments', 'id')) FROM generate_series(1, %s)", (count,)
        )
        return sorted(row[0] for row in rows.fetchall())

    def store_all(self, rows: Iterable[tuple[int, str, str]]) -> None:
        """Stores texts that are not stored, given with id and language; `count` is to be called after the last."""
        self.inserting({number: _segment(language, text) for number, language, text in rows})()

    def inserting(self, segments: Mapping[int, Segment]) -> Callable[[], int]:
        """Returns what stores texts by their ids, but for those that another has stored meanwhile, and tells how many
        it has stored; `count` is to be called after the last."""
        encoded = self.fuzzy.encoded((number, one.language, one.text) for number, one in segments.items())
        skeletons = skeletons_of(segments)
        ordered = sorted(segments, key=lambda number: segments[number])
        of = [segments[number] for number in ordered]
        values = (
            packing.integers(ordered), packing.bigints([one.key for one in of]),
            packing.bigints([one.exact for one in of]), packing.texts(one.language for one in of),
            packing.texts(one.text for one in of), packing.texts(encoded[number] for number in ordered),
            packing.bigints_or_null([skeletons.get(number) for number in ordered]),
            packing.vectors(vector(one.text, one.language) for one in of),
        )  # fmt: skip

        def insert() -> int:
            if not ordered:
                return 0
            stored = self._connection.execute(
                "INSERT INTO segments (id, key, exact, language, text, tokens, skeleton, words) "
                "SELECT id, key, exact, language, text, tokens, skeleton, words FROM unnest(%b::integer[], "
                "%b::bigint[], %b::bigint[], %b::text[], %b::text[], %b::text[], %b::bigint[], %b::tsvector[]) "
                "AS s (id, key, exact, language, text, tokens, skeleton, words) ON CONFLICT DO NOTHING RETURNING id",
                values,
            ).fetchall()
            self.fuzzy.index([(segments[number].language, number, encoded[number]) for (number,) in stored])
            return len(stored)

        return insert

    def index_anew(self, progress: Callable[[int], None] = lambda indexed: None) -> None:
        """Numbers the tokens by how frequent they are now, and makes all that segments are found by from their texts,
        in a transaction of its own. Others may read meanwhile; whoever wants to write waits."""
        with transaction(self._database):
            self.index_within(progress)
        self._connection.execute("VACUUM (ANALYZE) segments, fuzzy, tokens")

    def index_within(self, progress: Callable[[int], None] = lambda indexed: None) -> None:
        """Does what `index_anew` does within the open transaction."""
        self._connection.execute("LOCK TABLE segments IN EXCLUSIVE MODE")
        self._connection.execute(
            "DELETE FROM segments s WHERE NOT EXISTS (SELECT FROM variants WHERE segment_id = s.id)"
        )
        self._connection.execute("DELETE FROM tokens")
        self._connection.execute("DELETE FROM languages")
        gather(self._connection)
        table = SegmentTable(self._database, alone=True, into=GATHERED)
        table.fuzzy.number_words((language, text) for rows in self._texts() for language, _, text in rows)
        done = 0
        for rows in self._texts():
            table.store_again(rows)
            done += len(rows)
            progress(done)
        table.fuzzy.count()
        # Read by others until the transaction ends: a table of its own takes the place of the other.
        self._connection.execute("CREATE TABLE fuzzy_anew (LIKE fuzzy INCLUDING ALL EXCLUDING INDEXES)")
        settle_gathered(self._connection, "fuzzy_anew")
        for name, of in INDEXES.items():
            self._connection.execute(f"CREATE INDEX {name}_anew ON fuzzy_anew {of}")
        self._grant_as_before()
        self._connection.execute("DROP TABLE fuzzy")
        self._connection.execute("ALTER TABLE fuzzy_anew RENAME TO fuzzy")
        for name in INDEXES:
            self._connection.execute(f"ALTER INDEX {name}_anew RENAME TO {name}")

    def _grant_as_before(self) -> None:
        """Lets those write the rows of the index made anew who might write the others."""
        rights = self._connection.execute(
            "SELECT a.privilege_type, quote_ident(r.rolname) FROM pg_class c, aclexplode(c.relacl) a "
            "JOIN pg_roles r ON r.oid = a.grantee WHERE c.oid = 'fuzzy'::regclass"
        )
        for right, role in rights.fetchall():
            self._connection.execute(f"GRANT {right} ON fuzzy_anew TO {role}")

    def index_anew_if_changed(self, progress: Callable[[int], None]) -> None:
        """Makes anew, within the open transaction, what segments are found by, if any text has other tokens or words
        than a version before gave it; `progress` is told how many segments have been done."""
        texts = ((text, language) for rows in self._texts() for language, _, text in rows)
        if any(has_own_words(text, language) or may_have_singles(text) for text, language in texts):
            self.index_within(progress)

    def _texts(self) -> Iterator[list[tuple[str, int, str]]]:
        """Yields the segments, language, id and text, in parts."""
        with self._connection.cursor(name="texts") as cursor:
            cursor.execute("SELECT language, id, text FROM segments ORDER BY language, id")
            while rows := cursor.fetchmany(_ROWS_AT_ONCE):
                yield rows

    def store_again(self, rows: Sequence[tuple[str, int, str]]) -> None:
        """Makes what segments are found by, given with language and id, of their texts."""
        segments = {number: _segment(language, text) for language, number, text in rows}
        encoded = self.fuzzy.encoded((number, one.language, one.text) for number, one in segments.items())
        skeletons = skeletons_of(segments)
        self._connection.execute(
            "UPDATE segments s SET key = n.key, exact = n.exact, tokens = n.tokens, skeleton = n.skeleton, "
            "words = n.words, slack = 0 FROM unnest("
            "%b::integer[], %b::bigint[], %b::bigint[], %b::text[], %b::bigint[], %b::tsvector[]) "
            "AS n (id, key, exact, tokens, skeleton, words) WHERE s.id = n.id",
            (
                packing.integers(list(segments)), packing.bigints([one.key for one in segments.values()]),
                packing.bigints([one.exact for one in segments.values()]),
                packing.texts(encoded[number] for number in segments),
                packing.bigints_or_null([skeletons.get(number) for number in segments]),
                packing.vectors(vector(one.text, one.language) for one in segments.values()),
            ),
        )  # fmt: skip
        self.fuzzy.index((one.language, number, encoded[number]) for number, one in segments.items())

    def drop_unused(self, segments: Collection[int]) -> None:
        """Removes those of `segments` that no variant uses any more. One that another transaction is about to use
        stays; if that comes to nothing, `index_anew` removes it. `count` is to be called after the last."""
        if segments:
            self._wait_for_who_removes()
            with self._database.storing():
                self._drop_unused(segments)

    def drop_all_unused(self) -> None:
        """Removes every segment that no variant uses, one that two left at once too. Needs the lock on the table: who
        removes some as well waits until the end."""
        rows = self._connection.execute(
            "SELECT id FROM segments s WHERE NOT EXISTS (SELECT FROM variants WHERE segment_id = s.id)"
        )
        with self._database.storing():
            self._drop_unused([row[0] for row in rows])

    def _wait_for_who_removes(self) -> None:
        """Waits, some seconds at most, until no other transaction that has removed texts is open: of a text that both
        leave each would see that the other has it, and it would stay. To be called last in a transaction."""
        end = time.monotonic() + _REMOVING_S
        ask = "SELECT pg_try_advisory_xact_lock(hashtext('tmtool removes ' || current_schema()))"
        # Asked, not waited for: nobody can so be waiting in a circle.
        while not one_row(self._connection, ask)[0] and time.monotonic() < end:
            time.sleep(_LOOKED_EACH_S)

    def _drop_unused(self, segments: Collection[int]) -> None:
        self._connection.execute(
            "SELECT FROM segments WHERE id = ANY (%s) ORDER BY id FOR UPDATE SKIP LOCKED", (sorted(segments),)
        )
        # Another statement, which sees what was committed before the rows were locked.
        gone = self._connection.execute(
            "DELETE FROM segments s WHERE id IN (SELECT id FROM segments o WHERE id = ANY (%s) "
            "AND NOT EXISTS (SELECT FROM variants WHERE segment_id = o.id) FOR UPDATE SKIP LOCKED) "
            "RETURNING language, id, tokens, slack",
            (sorted(segments),),
        ).fetchall()
        if gone:
            self.fuzzy.drop(indexed([Encoded(self.fuzzy.language(language), *of) for language, *of in gone]))


def as_stored(texts: Iterable[tuple[str, str]]) -> list[Segment]:
    """Returns texts, given with their languages, as they are to be stored."""
    return [_segment(primary(language), composed(text)) for language, text in texts]


def _segment(language: str, text: str) -> Segment:
    exact = int.from_bytes(digest_of(f"{language} {text}", 8), "big", signed=True)
    return Segment(key_of(text), exact, language, text)


def skeletons_of(segments: Mapping[int, Segment]) -> dict[int, int | None]:
    """Returns the digests of the skeletons of texts, by their numbers."""
    found: dict[int, int | None] = {}
    for language, group in groupby(
        sorted(segments, key=lambda number: segments[number].language), key=lambda number: segments[number].language
    ):
        some = list(group)
        keys = skeleton_keys([segments[number].text for number in some], language)
        found.update(zip(some, keys, strict=True))
    return found
