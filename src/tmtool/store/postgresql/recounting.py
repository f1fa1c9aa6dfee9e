"""Counts anew how frequent words are: of a program that is killed, or whose transaction is taken back, what it had
counted stays. That makes no answer wrong, only a lookup slower."""

from __future__ import annotations

from collections import Counter

import psycopg

from tmtool.store.postgresql.database import Database
from tmtool.store.postgresql.stored_elements import Encoded, indexed

_PATIENCE_S = 2
"""How long it waits for those who write."""
_PUT_OFF = (
    psycopg.errors.LockNotAvailable,
    psycopg.errors.InsufficientPrivilege,
    psycopg.errors.ReadOnlySqlTransaction,
)
"""What the server says where others write, or who asks may not."""
_AT_ONCE = 2_000
_WRITE = (
    "UPDATE tokens t SET segments = n.segments, postings = n.postings "
    "FROM (SELECT t.language, t.number, coalesce(c.segments, 0) AS segments, coalesce(c.postings, 0) AS postings "
    "FROM tokens t LEFT JOIN unnest(%s::smallint[], %s::integer[], %s::integer[], %s::integer[]) "
    "AS c (language, number, segments, postings) ON c.language = t.language AND c.number = t.number) AS n "
    "WHERE t.language = n.language AND t.number = n.number "
    "AND (t.segments, t.postings) <> (n.segments, n.postings)"
)


def recount(database: Database) -> None:
    """Counts them in a transaction of its own, in which nobody else stores a text. It is left for another time where
    somebody is just doing so, or where who asks does not see all texts or may not write."""
    if database.secured:
        return
    connection = database.connection
    try:
        with connection.transaction():
            connection.execute(f"SET LOCAL lock_timeout = '{_PATIENCE_S}s'")
            connection.execute("LOCK TABLE segments IN EXCLUSIVE MODE")
            segments, postings = Counter[tuple[int, int]](), Counter[tuple[int, int]]()
            with connection.cursor(name="tokens") as cursor:
                cursor.execute("SELECT l.number, s.id, s.tokens FROM segments s JOIN languages l ON l.tag = s.language")
                while some := cursor.fetchmany(_AT_ONCE):
                    found = indexed([Encoded(*row) for row in some])
                    segments.update(found.segments)
                    postings.update(found.postings)
            columns = (
                [language for language, _ in segments], [number for _, number in segments],
                [*segments.values()], [postings[one] for one in segments],
            )  # fmt: skip
            connection.execute("LOCK TABLE tokens IN SHARE ROW EXCLUSIVE MODE")
            connection.execute(_WRITE, columns)
    except _PUT_OFF:
        return
