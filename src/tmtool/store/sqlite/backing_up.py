"""Copies a database into a file while others go on with it, and back; what is copied is checked before it counts.

SQLite's own way copies page by page (https://sqlite.org/backup.html): what is committed meanwhile is in the copy or
not, as a whole.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tmtool.errors import DatabaseError
from tmtool.model.wording import say
from tmtool.store.sqlite.database import open_database
from tmtool.store.sqlite.faults import expecting_faults
from tmtool.store.sqlite.migrating import APPLICATION_ID
from tmtool.store.sqlite.transactions import BUSY_TIMEOUT_MS
from tmtool.store.values import BACKUPS, Backup

_PAGES_AT_ONCE, _SLEEP = 2_000, 0.05
_UNWRITTEN = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_IOERR_WRITE: errno.EIO}
"""What SQLite reports of a file that it cannot write, as the system says it."""
_MAGIC = b"SQLite format 3\0"
Progress = Callable[[int, int], None]


def back_up(connection: sqlite3.Connection, path: Path, out: Path, progress: Progress) -> None:
    """Copies the database, which is at `path`, into an empty file. Raises DatabaseError for one that is not sound,
    OSError where the copy cannot be written."""
    with _writing_fails_as_of_a_file(), contextlib.closing(sqlite3.connect(out, isolation_level=None)) as copy:
        connection.backup(copy, pages=_PAGES_AT_ONCE, progress=_told(progress, out), sleep=_SLEEP)
        # One file, without a log beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
        if not _is_sound(copy):
            raise DatabaseError(say("the database is not sound"), say("see 'tmtool doctor'"), path=path)


@contextlib.contextmanager
def _writing_fails_as_of_a_file() -> Iterator[None]:
    """Raises OSError for what cannot be written: of the two databases only the copy is."""
    try:
        yield
    except sqlite3.OperationalError as error:
        number = _UNWRITTEN.get(error.sqlite_errorcode)
        if number is None:
            raise
        raise OSError(number, os.strerror(number)) from error


def backups(connection: sqlite3.Connection, path: Path) -> list[Backup]:
    """Returns the backups of the database at `path` that it remembers, or has in the usual folder; the last first."""
    found = {Path(row[0]): str(row[1]) for row in connection.execute("SELECT path, made FROM backups")}
    for file in path.resolve().parent.joinpath(BACKUPS).glob(f"{glob.escape(path.stem)}-*.db"):
        made = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        found.setdefault(file, f"{made:%Y-%m-%dT%H:%M:%SZ}")
    return [Backup(*one) for one in sorted(found.items(), key=lambda one: (one[1], one[0]), reverse=True)]


def restore(connection: sqlite3.Connection, path: Path, backup: Path, progress: Progress) -> None:
    """Makes the content of the database, which is at `path`, that of a backup, all at once. Numbers given since are not
    given again, and the backups made since stay known. Raises DatabaseError where the backup is not sound, or no tmtool
    database."""
    with expecting_faults(backup), contextlib.closing(open_database(backup)) as source:
        if not _is_sound(source):
            raise DatabaseError(say("is not a sound tmtool database"), say("use another backup"), path=backup)
        numbers = connection.execute(
            "SELECT \"table\", number FROM last_numbers UNION ALL SELECT 'units', max(id) FROM units "
            "UNION ALL SELECT 'concepts', max(id) FROM concepts"
        ).fetchall()
        backups = connection.execute("SELECT path, made FROM backups").fetchall()
        with expecting_faults(path):
            source.backup(connection, pages=-1, progress=_told(progress, path), sleep=_SLEEP)
            connection.executemany("INSERT OR REPLACE INTO backups VALUES (?, ?)", backups)
            connection.executemany(
                "INSERT INTO last_numbers VALUES (?, ?) "
                "ON CONFLICT DO UPDATE SET number = max(number, excluded.number)",
                [row for row in numbers if row[1] is not None],
            )


def _is_sound(connection: sqlite3.Connection) -> bool:
    """Tells whether a database is one of tmtool, and whole."""
    (verdict,) = connection.execute("PRAGMA integrity_check (1)").fetchone()
    (identity,) = connection.execute("PRAGMA application_id").fetchone()
    stray = connection.execute("PRAGMA foreign_key_check").fetchone()
    return bool(verdict == "ok" and identity == APPLICATION_ID and not stray)


def _told(progress: Progress, path: Path) -> Callable[[int, int, int], None]:
    """Returns what SQLite tells of the pages left; it would wait for a lock for ever."""
    waited = 0.0

    def told(status: int, remaining: int, total: int) -> None:
        nonlocal waited
        if status & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            waited += _SLEEP
            if waited * 1000 > BUSY_TIMEOUT_MS:
                raise DatabaseError(
                    say("the database is locked by another program"), say("wait until that has ended"), path=path
                )
        progress(total - remaining, total)

    return told


def is_damaged(path: Path) -> bool:
    """Tells whether a file is a tmtool database by its head, and is damaged."""
    with path.open("rb") as file:
        head = file.read(100)
    if not (head.startswith(_MAGIC) and int.from_bytes(head[68:72], "big") == APPLICATION_ID):
        return False
    try:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            return not _is_sound(connection)
    except UnicodeDecodeError:
        return True
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
