"""Has what was removed leave no trace in the files of the database.

SQLite leaves what it deletes in free pages and in the gaps of pages in use, the full-text index in its older parts, the
log in what it has written over. A purge deletes with `secure_delete`, empties what the history says, drops the words
that no segment has, merges the full-text index into one part, writes the whole file anew (VACUUM), and empties the log.
The last two cannot always be done at once, for somebody may still read the database as it was; the table `purges`
remembers which is left.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from tmtool.store.sql.purging import Numbers, empty_lines, lines_on, note_purge, numbers_gone
from tmtool.store.sql.removal import Rows, remove, rows_of
from tmtool.store.sql.setting_aside import drop_aside
from tmtool.store.sqlite.dialect import SqliteDialect
from tmtool.store.sqlite.full_text import INDEXED_TEXTS
from tmtool.store.sqlite.index_layout import TOKEN_SHIFT, character_of
from tmtool.store.sqlite.segment_table import SegmentTable
from tmtool.store.sqlite.transactions import BUSY_TIMEOUT_MS, transaction
from tmtool.store.values import Extent, Part

_FILE, _LOG = "file", "log"
_LATER = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
"""Faults that go by: others read or write, or the disk is full, which writing the file anew needs twice."""
_PATIENCE_MS = 2_000
"""How long a purge waits for those who read, before it says that it is not complete."""


def purge(sql: SqliteDialect, part: Part | None, also: Numbers | None = None) -> tuple[Extent, Numbers]:
    """Removes a part, and what of it is set aside; of None all that is set aside, and what the history says of texts;
    and what has the numbers in `also`. Returns how much it was, and the numbers of all that went. Opens a transaction
    of its own, after which `complete` is to be called."""
    also = also or {}
    connection = sql.connection
    with _overwriting(connection), transaction(connection):
        there = _with_numbers(connection, rows_of(sql, part) if part else Rows((), (), ()), also)
        gone = numbers_gone(sql, part, there)
        for table in ("units", "concepts"):
            gone[table] |= also.get(table, set())
        lines = lines_on(sql, part, gone)
        remove(sql, there, part or Part())
        drop_aside(sql, part, also)
        empty_lines(sql, lines)
        _drop_words(connection)
        extent = Extent(len(gone["units"]), len(gone["concepts"]), len(there.sources))
        note_purge(sql, extent)
        connection.execute("DELETE FROM purges")
        connection.execute("INSERT INTO purges VALUES (?)", (_FILE,))
    return extent, gone


def _with_numbers(connection: sqlite3.Connection, rows: Rows, also: Numbers) -> Rows:
    """Returns the rows with those that are there of other numbers."""
    units, concepts = (
        sorted({*known, *(row[0] for row in connection.execute(f"SELECT id FROM {table}") if row[0] in also[table])})
        if also.get(table)
        else list(known)
        for table, known in (("units", rows.units), ("concepts", rows.concepts))
    )
    return Rows(tuple(units), tuple(concepts), rows.sources)


def purge_removed(connection: sqlite3.Connection) -> None:
    """Has what was removed before leave no trace, as `purge` does; after it `complete` is to be called."""
    with _overwriting(connection), transaction(connection):
        _drop_words(connection)
        connection.execute("INSERT OR REPLACE INTO purges VALUES (?)", (_FILE,))


def complete(connection: sqlite3.Connection) -> bool:
    """Does what is left of a purge; tells whether nothing is left. Somebody who reads the database as it was, or
    writes, is waited for some seconds; a full disk is not."""
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
    try:
        if connection.execute("SELECT 1 FROM purges WHERE left = ?", (_FILE,)).fetchone():
            with _overwriting(connection):
                connection.execute("VACUUM")
            connection.execute("UPDATE purges SET left = ?", (_LOG,))
        return complete_log(connection)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _LATER:
            raise
        return False
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")


def complete_log(connection: sqlite3.Connection) -> bool:
    """Empties the log, if only that is left of a purge and nobody reads what it has written over; tells whether nothing
    is left."""
    if connection.execute("SELECT 1 FROM purges WHERE left <> ?", (_LOG,)).fetchone():
        return False
    (busy, _, _) = connection.execute("PRAGMA wal_checkpoint (TRUNCATE)").fetchone()
    if busy:
        return False
    connection.execute("DELETE FROM purges")
    return True


@contextlib.contextmanager
def _overwriting(connection: sqlite3.Connection) -> Iterator[None]:
    """Has SQLite write zeros over what it frees."""
    (before,) = connection.execute("PRAGMA secure_delete").fetchone()
    connection.execute("PRAGMA secure_delete = ON")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA secure_delete = {('OFF', 'ON', 'FAST')[before]}")


def _drop_words(connection: sqlite3.Connection) -> None:
    """Removes the words that no indexed segment has: those of segments that went earlier, too, which nothing else
    tells; and the signs of those that waited."""
    if connection.execute("SELECT 1 FROM index_waiting LIMIT 1").fetchone():
        SegmentTable(connection).index()
    used: set[str] = set()
    for (characters,) in connection.execute("SELECT tokens FROM index_segments"):
        used.update(characters)
    stray = [
        (language, word, token)
        for language, word, token in connection.execute("SELECT language, token, id FROM index_tokens")
        if character_of(token) not in used
    ]
    connection.executemany(
        "DELETE FROM index_tokens WHERE language = ? AND token = ?", ((language, word) for language, word, _ in stray)
    )
    for table in ("index_postings", "index_recent"):
        connection.executemany(
            f"DELETE FROM {table} WHERE key BETWEEN ? AND ?",
            ((token << TOKEN_SHIFT, (token + 1 << TOKEN_SHIFT) - 1) for *_, token in stray),
        )
    for table in INDEXED_TEXTS:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
