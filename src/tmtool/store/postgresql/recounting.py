"""Counts anew how frequent words are: of a program that is killed, or whose transaction is taken back, what it had
counted stays. That makes no answer wrong, only a lookup slower."""

from __future__ import annotations

from collections import Counter

import psycopg

from tmtool.store.postgresql.database import Database
from tmtool.store.postgresql.elements import token_of

_PATIENCE_S = 2
"""How long it waits for those who write."""
_PUT_OFF = (
    psycopg.errors.LockNotAvailable,
    psycopg.errors.InsufficientPrivilege,
    psycopg.errors.ReadOnlySqlTransaction,
)
"""What the server says where others write, or who asks may not."""
_WRITE = (
    "UPDATE tokens t SET segments = n.segments, postings = n.postings "
    "FROM (SELECT t.language, t.number, coalesce(s.segments, 0) AS segments, coalesce(p.postings, 0) AS postings "
    "FROM tokens t LEFT JOIN unnest(%s::smallint[], %s::integer[], %s::integer[]) AS s (language, number, segments) "
    "ON s.language = t.language AND s.number = t.number "
    "LEFT JOIN (SELECT (element >> 48)::smallint AS language, ((element >> 16) & 4294967295)::integer AS number, "
    "count(*)::integer AS postings FROM fuzzy GROUP BY 1, 2) AS p "
    "ON p.language = t.language AND p.number = t.number) AS n "
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
            segments = Counter[tuple[int, int]]()
            with connection.cursor(name="tokens") as cursor:
                cursor.execute("SELECT l.number, s.tokens FROM segments s JOIN languages l ON l.tag = s.language")
                for language, characters in cursor:
                    segments.update((language, token_of(character)) for character in set(characters))
            columns = [language for language, _ in segments], [number for _, number in segments], [*segments.values()]
            connection.execute("LOCK TABLE tokens IN SHARE ROW EXCLUSIVE MODE")
            connection.execute(_WRITE, columns)
    except _PUT_OFF:
        return
