"""Has what was removed leave no trace in the tables.

PostgreSQL leaves what it deletes in the pages of the tables until they are written anew, and keeps it as long as a
transaction that began before can see it. A purge empties what the history says, drops the words that no segment has,
and writes all tables anew (VACUUM FULL) once no such transaction is left, and then the statistics that the planner has
of them, in which whole texts are; `purges` remembers that it is not done. The server's write-ahead log, its copies on
other servers and its backups are not reached from here.
"""

from __future__ import annotations

import re
import time

import psycopg

from tmtool.errors import DatabaseError
from tmtool.model.wording import say
from tmtool.store.postgresql.connection import Connection, one_row
from tmtool.store.postgresql.database import WAITING_S, Database
from tmtool.store.postgresql.dialect import PostgresqlDialect
from tmtool.store.postgresql.elements import token_of
from tmtool.store.postgresql.segment_table import IN_THE_WAY, SegmentTable
from tmtool.store.postgresql.trial import TABLES
from tmtool.store.sql.purging import empty_lines, lines_on, note_purge, numbers_gone
from tmtool.store.sql.removal import Rows, hold, remove
from tmtool.store.sql.setting_aside import drop_aside
from tmtool.store.values import Extent, Part

_PATIENCE_S = 2.0
"""How long a purge waits for those who read, before it says that it is not complete."""
_LOOKED_EACH_S = 0.1
_GIVING_WAY_MS = 50
"""How long a purge waits for a row while others wait for the texts that it holds: far shorter than the server waits
(1 s) until it ends one of two that wait for each other, which might be the other one."""
_NUMBER = re.compile(r"\d+")
"""What VACUUM says first of a table, in any language of the server: how many removed rows somebody may still see."""
_EMPTY = (
    "DELETE FROM memories m WHERE id = ANY (%s) AND NOT EXISTS (SELECT FROM units WHERE memory_id = m.id) "
    "AND NOT EXISTS (SELECT FROM concepts WHERE memory_id = m.id) "
    "AND NOT EXISTS (SELECT FROM sources WHERE memory_id = m.id)"
)
"""Removes memories that were forgotten, and stayed since they were not everybody's."""


def purge(sql: PostgresqlDialect, part: Part | None) -> Extent:
    """Removes a part, and what of it is set aside; of None all that is set aside, and what the history says of texts.
    Opens a transaction of its own, after which `complete` is to be called; one that others are in the way of is taken
    back and begun again.

    Raises DatabaseError for who does not own the tables: they could not write them anew, and do not see all that has
    the words.
    """
    connection = sql.connection
    (is_owner,) = one_row(
        connection, "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('segments')"
    )
    if not is_owner:
        raise DatabaseError(
            say("only the owner of the tables may purge them"),
            say("ask who looks after the server, or forget it without --purge"),
            path=sql.name,
        )
    end = time.monotonic() + WAITING_S
    while True:
        try:
            with connection.transaction():
                extent = _purge(sql, part)
            break
        except IN_THE_WAY:
            # Others have their rows first, then the texts. They can go on now.
            if time.monotonic() > end:
                raise
            time.sleep(_LOOKED_EACH_S)
    connection.execute("DELETE FROM purges")
    connection.execute("INSERT INTO purges VALUES (clock_timestamp())")
    # Leaves a version of the row that is seen by whoever may still see what was removed.
    connection.execute("UPDATE purges SET since = since")
    return extent


def _purge(sql: PostgresqlDialect, part: Part | None) -> Extent:
    """Does it in the open transaction."""
    connection = sql.connection
    # Until the end nobody else stores a text, whose words may be dropped here.
    connection.execute("LOCK TABLE segments IN EXCLUSIVE MODE")
    connection.execute(f"SET LOCAL lock_timeout = '{_GIVING_WAY_MS}ms'")
    there = hold(sql, part) if part else Rows((), (), ())
    gone = numbers_gone(sql, part, there)
    lines = lines_on(sql, part, gone)
    if part:
        remove(sql, there, part)
    connection.execute(_EMPTY, (list(gone["memories"]),))
    drop_aside(sql, part, {})
    empty_lines(sql, lines)
    table = SegmentTable(sql.database, alone=True)
    table.drop_all_unused()
    table.fuzzy.count()
    _drop_words(connection)
    extent = Extent(len(gone["units"]), len(gone["concepts"]), len(there.sources))
    note_purge(sql, extent)
    return extent


def complete(database: Database) -> bool:
    """Does what is left of a purge; tells whether nothing is left. Somebody who reads the tables as they were, or
    writes, is waited for some seconds."""
    connection = database.connection
    connection.execute("SELECT set_config('lock_timeout', %s, false)", (f"{max(1, int(_PATIENCE_S * 1000))}ms",))
    try:
        if not _written_anew(connection, "purges"):
            return False
        connection.execute(f"VACUUM (FULL, ANALYZE) {', '.join(TABLES)}")
        # Whoever does not own the database may not; the server then leaves it out with a warning.
        if not _written_anew(connection, "pg_catalog.pg_statistic"):
            return False
    except psycopg.errors.LockNotAvailable:
        return False
    finally:
        connection.execute("SELECT set_config('lock_timeout', %s, false)", (f"{WAITING_S}s",))
    connection.execute("DELETE FROM purges")
    return True


def _written_anew(connection: Connection, table: str) -> bool:
    """Writes a table anew until there is no row in it that is removed and that somebody may still see; tells whether
    that was so in time.

    Asked is VACUUM, which knows of every transaction, one prepared for two phases and slots of other servers too: who
    owns the tables is not told by pg_stat_activity what other roles do.
    """
    end = time.monotonic() + _PATIENCE_S
    while _kept_by(connection, f"VACUUM (FULL, VERBOSE) {table}"):
        if time.monotonic() >= end:
            return False
        time.sleep(_LOOKED_EACH_S)
    return True


def _kept_by(connection: Connection, vacuum: str) -> bool:
    """Has VACUUM done, and tells whether it keeps removed rows, as somebody may still see them."""
    kept: list[int] = []

    def note(said: psycopg.errors.Diagnostic) -> None:
        kept.extend(map(int, _NUMBER.findall(said.message_detail or "")[:1]))

    connection.add_notice_handler(note)
    try:
        connection.execute(vacuum)
    finally:
        connection.remove_notice_handler(note)
    return any(kept)


def _drop_words(connection: Connection) -> None:
    """Removes the words that no segment has, those of segments that went earlier too."""
    used: dict[int, set[str]] = {}
    with connection.cursor(name="tokens") as cursor:
        cursor.execute("SELECT l.number, s.tokens FROM segments s JOIN languages l ON l.tag = s.language")
        for language, characters in cursor:
            used.setdefault(language, set()).update(characters)
    rows = [(language, token_of(character)) for language, some in used.items() for character in some]
    connection.execute(
        "DELETE FROM tokens t WHERE NOT EXISTS ("
        "SELECT FROM unnest(%s::smallint[], %s::integer[]) AS u (language, number) "
        "WHERE u.language = t.language AND u.number = t.number)",
        ([language for language, _ in rows], [number for _, number in rows]),
    )
    # Programs that remember the numbers ask for them again.
    connection.execute("UPDATE languages SET dropped = dropped + 1")
