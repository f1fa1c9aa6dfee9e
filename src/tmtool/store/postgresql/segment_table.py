"""Keeps segments: each text once a language, shared by the variants of many units, with all that it is found by.

Every change to the table goes through here. A text is indexed as it is stored, in the same transaction.

Several may write at once. What one has stored and not committed another waits for only if it stores the same text. The
texts of one call are stored in order, so that two calls do not wait for each other; a call that waits long is taken
back and begun again, so that a transaction with many calls does not wait for it. Two of those would: they go one after
the other (`wait_for_turn`).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import psycopg

from tmtool.languages.tags import primary
from tmtool.store.digest import digest_of
from tmtool.store.keys import key_of, skeleton_keys
from tmtool.store.postgresql.database import WAITING_S, Database, one_row, transaction
from tmtool.store.postgresql.elements import character_of, stored_elements, token_in, token_of
from tmtool.store.postgresql.token_table import TokenTable
from tmtool.store.postgresql.words import vector
from tmtool.text.composition import composed
from tmtool.text.tokens import may_have_singles, tokens
from tmtool.text.word_index import has_own_words

_ROWS_AT_ONCE = 2_000
_PATIENCE_MS = 500
"""How long a call waits for others before it begins again."""
_REMOVING_S, _LOOKED_EACH_S = 5.0, 0.02
"""How long those who remove texts wait for each other at most."""


class _Segment(NamedTuple):
    """A `_Segment` is a text that is to be stored, in the order in which all store."""

    key: int
    exact: int
    language: str
    text: str


class SegmentTable:
    """A `SegmentTable` holds the segments of an open database. Writing needs an open transaction."""

    def __init__(self, database: Database, *, alone: bool = False) -> None:
        """Takes the database of which nobody else can change the segments, if it writes `alone`."""
        self._connection = database.connection
        self._database = database
        self._tokens = TokenTable(database, database.connection if alone else None)
        self._frequencies: Counter[tuple[str, int]] = Counter()
        self._postings: Counter[tuple[str, int]] = Counter()

    def wait_for_turn(self) -> None:
        """Waits until no other transaction that has called this is open. To be called before the first text of a
        transaction that stores some by several calls."""
        with self._connection.transaction():
            self._connection.execute("SET LOCAL lock_timeout = 0")
            self._connection.execute("SELECT pg_advisory_xact_lock(hashtext('tmtool ' || current_schema()))")
            self._connection.execute(f"SET LOCAL lock_timeout = '{WAITING_S}s'")

    def ids(self, texts: Iterable[tuple[str, str]]) -> list[int]:
        """Returns the id of each text, given with its language; what was not stored is stored now."""
        wanted = [_segment(primary(language), composed(text)) for language, text in texts]
        end = time.monotonic() + WAITING_S
        while True:
            try:
                with self._connection.transaction(), self._database.storing():
                    self._connection.execute(f"SET LOCAL lock_timeout = '{_PATIENCE_MS}ms'")
                    known = self._known(wanted)
                    if new := [segment for segment in dict.fromkeys(wanted) if segment not in known]:
                        self._store(new)
                        known |= self._known(new)
                    self._connection.execute(f"SET LOCAL lock_timeout = '{WAITING_S}s'")
                return [known[segment] for segment in wanted]
            except (psycopg.errors.DeadlockDetected, psycopg.errors.LockNotAvailable):
                # What this call has stored is taken back now, so that the other one can go on.
                if time.monotonic() > end:
                    raise

    def _known(self, wanted: Collection[_Segment]) -> dict[_Segment, int]:
        """Returns those that are stored, which others then cannot remove before this transaction has ended."""
        rows = self._connection.execute(
            "SELECT key, exact, language, text, id FROM segments WHERE key = ANY (%s) FOR KEY SHARE",
            ([segment.key for segment in wanted],),
        )
        return {_Segment(*row[:4]): row[4] for row in rows}

    def _store(self, new: Sequence[_Segment]) -> None:
        """Stores texts, but for those that another has stored meanwhile."""
        numbers = self._connection.execute(
            "SELECT nextval(pg_get_serial_sequence('segments', 'id')) FROM generate_series(1, %s)", (len(new),)
        ).fetchall()
        self._insert(dict(zip(sorted(row[0] for row in numbers), new, strict=True)))
        self.count()

    def store_all(self, rows: Iterable[tuple[int, str, str]]) -> None:
        """Stores texts that are not stored, given with id and language; `count` is to be called after the last."""
        self._insert({number: _segment(language, text) for number, language, text in rows})

    def _insert(self, segments: Mapping[int, _Segment]) -> None:
        rows = {number: (segment, tokens(segment.text)) for number, segment in segments.items()}
        encoded = self._encoded([(number, segment.language, words) for number, (segment, words) in rows.items()])
        skeletons = _skeletons(rows)
        ordered = sorted(segments, key=lambda number: segments[number])
        of = [segments[number] for number in ordered]
        stored = self._connection.execute(
            "INSERT INTO segments (id, key, exact, language, text, tokens, skeleton, words) "
            "SELECT id, key, exact, language, text, tokens, skeleton, words::tsvector FROM unnest("
            "%s::integer[], %s::bigint[], %s::bigint[], %s::text[], %s::text[], %s::text[], %s::bigint[], %s::text[]) "
            "AS s (id, key, exact, language, text, tokens, skeleton, words) ON CONFLICT DO NOTHING RETURNING id",
            (
                ordered, [one.key for one in of], [one.exact for one in of], [one.language for one in of],
                [one.text for one in of], [encoded[number] for number in ordered],
                [skeletons.get(number) for number in ordered], [vector(one.text, one.language) for one in of],
            ),
        ).fetchall()  # fmt: skip
        self._index((segments[number].language, number, encoded[number]) for (number,) in sorted(stored))

    def number_words(self, texts: Iterable[tuple[str, str]]) -> None:
        """Gives the words of some texts, each with its language, their numbers by how frequent they are."""
        counts: dict[str, Counter[str]] = {}
        for language, text in texts:
            counts.setdefault(language, Counter()).update(tokens(text))
        for language, some in counts.items():
            self._tokens.numbers_of(language, some)

    def _encoded(self, segments: Iterable[tuple[int, str, list[str]]]) -> dict[int, str]:
        """Returns texts with one character a token, by their numbers."""
        found = {}
        for language, group in groupby(sorted(segments, key=itemgetter(1)), key=itemgetter(1)):
            some = [(number, words) for number, _, words in group]
            numbers = self._tokens.numbers(language, [words for _, words in some])
            for number, words in some:
                found[number] = "".join(character_of(numbers[word]) for word in words)
        return found

    def _index(self, segments: Iterable[tuple[str, int, str]], table: str = "fuzzy") -> None:
        """Writes the rows of the fuzzy index, given the language, the id and the tokens of each segment."""
        with (
            self._connection.cursor() as cursor,
            cursor.copy(f"COPY {table} (element, length, rest, segment) FROM STDIN (FORMAT binary)") as copy,
        ):
            copy.set_types(["int8", "int2", "int2", "int4"])
            for language, number, encoded in segments:
                self._frequencies.update((language, token_of(character)) for character in set(encoded))
                for stored in stored_elements(self._tokens.language(language), encoded):
                    copy.write_row((stored.element, stored.length, stored.rest, number))
                    self._postings[language, token_in(stored.element)] += 1

    def count(self) -> None:
        """Writes how frequent the words are of what was stored."""
        self._tokens.count(self._frequencies, self._postings)
        self._frequencies.clear()
        self._postings.clear()

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
        self._connection.execute("CREATE TABLE fuzzy_anew (LIKE fuzzy INCLUDING DEFAULTS)")
        table = SegmentTable(self._database, alone=True)
        table.number_words((language, text) for rows in self._texts() for language, _, text in rows)
        done = 0
        for rows in self._texts():
            table.store_again(rows)
            done += len(rows)
            progress(done)
        table.count()
        self._grant_as_before()
        self._connection.execute("DROP TABLE fuzzy")
        self._connection.execute("ALTER TABLE fuzzy_anew RENAME TO fuzzy")
        self._connection.execute("CREATE INDEX fuzzy_by_element ON fuzzy (element, length, rest, segment)")

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
        words = {number: (_segment(language, text), tokens(text)) for language, number, text in rows}
        encoded = self._encoded([(number, segment.language, of) for number, (segment, of) in words.items()])
        skeletons = _skeletons(words)
        self._connection.execute(
            "UPDATE segments s SET key = n.key, exact = n.exact, tokens = n.tokens, skeleton = n.skeleton, "
            "words = n.words::tsvector FROM unnest("
            "%s::integer[], %s::bigint[], %s::bigint[], %s::text[], %s::bigint[], %s::text[]) "
            "AS n (id, key, exact, tokens, skeleton, words) WHERE s.id = n.id",
            (
                list(words), [one.key for one, _ in words.values()], [one.exact for one, _ in words.values()],
                [encoded[number] for number in words], [skeletons.get(number) for number in words],
                [vector(one.text, one.language) for one, _ in words.values()],
            ),
        )  # fmt: skip
        self._index(((one.language, number, encoded[number]) for number, (one, _) in words.items()), "fuzzy_anew")

    def drop_unused(self, segments: Collection[int]) -> None:
        """Removes those of `segments` that no variant uses any more. One that another transaction is about to use
        stays; if that comes to nothing, `index_anew` removes it."""
        if segments:
            self._wait_for_who_removes()
            with self._database.storing():
                self._drop_unused(segments)

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
            "RETURNING id, language, tokens",
            (sorted(segments),),
        ).fetchall()
        rows = [
            (*stored, number)
            for number, language, encoded in gone
            for stored in stored_elements(self._tokens.language(language), encoded)
        ]
        if rows:
            # All columns of the index, so that no row is looked at that goes on.
            self._connection.execute(
                "DELETE FROM fuzzy f USING unnest(%s::bigint[], %s::smallint[], %s::smallint[], %s::integer[]) "
                "AS g (element, length, rest, segment) WHERE f.element = g.element AND f.length = g.length "
                "AND f.rest = g.rest AND f.segment = g.segment",
                tuple(map(list, zip(*rows, strict=True))),
            )


def _segment(language: str, text: str) -> _Segment:
    exact = int.from_bytes(digest_of(f"{language} {text}", 8), "big", signed=True)
    return _Segment(key_of(text), exact, language, text)


def _skeletons(rows: Mapping[int, tuple[_Segment, list[str]]]) -> dict[int, int | None]:
    """Returns the digests of the skeletons of texts, given with their tokens, by their numbers."""
    found: dict[int, int | None] = {}
    ordered = sorted(rows.items(), key=lambda row: row[1][0].language)
    for language, group in groupby(ordered, key=lambda row: row[1][0].language):
        some = list(group)
        keys = skeleton_keys([one.text for _, (one, _) in some], language)
        found.update(zip((number for number, _ in some), keys, strict=True))
    return found
