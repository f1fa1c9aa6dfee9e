"""Opens the database: makes it, recognises it, refuses what is not tmtool's, has what is older brought up to date."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tmtool.errors import DatabaseError, said_by
from tmtool.model.wording import say
from tmtool.store.sqlite.faults import expecting_faults
from tmtool.store.sqlite.migrating import APPLICATION_ID, migrate, migration_scripts
from tmtool.store.sqlite.transactions import BUSY_TIMEOUT_MS

if TYPE_CHECKING:
    from tmtool.store import Progress

_PAUSE_S = 0.01
"""How long who was refused without waiting waits before it tries again."""
_SMALLEST = 512
"""The smallest page of SQLite, in bytes: a file that is smaller is no database."""
_SHOWN = 80
"""So much of a name that is too long is shown."""
_CACHED_KB = 32_000
"""Pages of the database kept in memory by a program that writes: an import comes back to the same ones."""
_MAPPED = 1 << 31
"""Bytes of the database read through memory mapping (https://sqlite.org/mmap.html), which a lookup's many small reads
gain a third by."""


def open_database(
    path: Path, *, create: bool = False, mapped: bool = True, migrating: Progress | None = None
) -> sqlite3.Connection:
    """Opens a connection in autocommit mode, foreign keys on, WAL where the file system allows it. Any thread may close
    it.

    With `create`, for programs that write much, a missing file becomes an empty tmtool database. It is read through a
    memory map, unless `create`, or `mapped` is False, for those who read all of it. `migrating` is told
    how many segments of how many are done where an older one is brought up to date. Raises DatabaseError when the file
    is missing, locked, damaged, another program's or newer than this tmtool.
    """
    require_file(path, create=create)
    is_new = create and not path.exists()
    if create:
        _make_folder(path)
    with expecting_faults(path):
        connection = sqlite3.connect(
            path, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000, check_same_thread=False
        )
        unchanged = not create and _cannot_write(connection, path)
        if unchanged:
            connection.close()
            connection = _unchanged(path)
        try:
            # What may only be read is not brought up to date.
            _prepare(connection, path, None if unchanged else migrating)
            if not unchanged and connection.execute("SELECT 1 FROM purges").fetchone():
                _complete_purge(connection)
            # Filled by what writes only, since what is read is read from the map.
            connection.execute(f"PRAGMA cache_size = -{_CACHED_KB}")
            if create or not mapped:
                # The map would hold in memory all that was touched.
                connection.execute("PRAGMA mmap_size = 0")
            is_gone = create and _has_file(connection) and not path.exists()
        except BaseException as error:
            connection.close()
            # What is locked another process is making.
            if is_new and not _is_busy(error) and path.exists() and not path.stat().st_size:
                path.unlink()
            raise
    if is_gone:
        # Who had made it has taken it away again, since nothing came in (`discarding`).
        connection.close()
        return open_database(path, create=True, mapped=mapped, migrating=migrating)
    return connection


def _has_file(connection: sqlite3.Connection) -> bool:
    """Tells whether the database is in a file, not in memory alone."""
    return bool(connection.execute("PRAGMA database_list").fetchone()[2])


def require_file(path: Path, *, create: bool) -> None:
    """Raises DatabaseError for a place where no database can be; without `create` also for one where none is. SQLite
    would take an empty file for a database to be made, which is right with `create` only: another process may be making
    it, or was killed before it had."""
    try:
        if path.is_dir():
            raise DatabaseError(say("is a folder, not a database"), say("name a file with --db"), path=path)
        size = path.stat().st_size if path.exists() else None
    except OSError as error:
        # The name may be too long to be shown.
        problem = said_by(error)
        raise DatabaseError(problem, say("name another file with --db"), path=str(path)[:_SHOWN]) from error
    if size is None and not create:
        raise DatabaseError(
            say("no database there"), say("make one with 'tmtool init' or 'tmtool import FILE'"), path=path
        )
    if size is not None and size < _SMALLEST and not (size == 0 and create):
        problem = say("not a tmtool database, but an empty file") if size == 0 else say("not a tmtool database")
        raise DatabaseError(problem, say("name another file with --db, or remove it and make one"), path=path)


def _cannot_write(connection: sqlite3.Connection, path: Path) -> bool:
    """Tells whether SQLite cannot keep its lists of a WAL beside the file, since neither that nor its folder may be
    written, or the disk is full; and need not, since there is no WAL."""
    try:
        connection.execute("PRAGMA application_id")
    except sqlite3.OperationalError as error:
        code = error.sqlite_errorcode & 0xFF
        if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL):
            log = path.with_name(f"{path.name}-wal")
            return not log.exists() or log.stat().st_size == 0
        return code == sqlite3.SQLITE_READONLY
    return False


def _unchanged(path: Path) -> sqlite3.Connection:
    """Opens a database that others keep and that may only be read, such as one on a shared drive. Nobody is changing it
    now, else their WAL would be there to be read (https://sqlite.org/wal.html#read_only_databases)."""
    address = f"{path.resolve().as_uri()}?immutable=1"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)


def _complete_purge(connection: sqlite3.Connection) -> None:
    """Does what is left of a purge, if only the log is left to be emptied and nobody reads what it has written over."""
    from tmtool.store.sqlite.purging import complete_log

    connection.execute("PRAGMA busy_timeout = 0")
    with contextlib.suppress(sqlite3.OperationalError):
        complete_log(connection)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(said_by(error), say("name another place with --db"), path=path) from error


def _prepare(connection: sqlite3.Connection, path: Path, migrating: Progress | None) -> None:
    scripts = migration_scripts()
    application_id, version, has_tables = _seen(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
    if application_id == APPLICATION_ID:
        if version > len(scripts):
            raise DatabaseError(
                say(
                    "made by a newer tmtool (schema {version}; this one knows {known})",
                    version=version,
                    known=len(scripts),
                ),
                say("upgrade tmtool"),
                path=path,
            )
    elif application_id or version or has_tables:
        raise DatabaseError(say("a database of another program"), say("name another file with --db"), path=path)
    else:
        _keep_wal(connection)
    if version < len(scripts):
        try:
            migrate(connection, path, scripts, migrating)
        except sqlite3.OperationalError as error:
            if not version or error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise
            raise DatabaseError(
                say("made by an older tmtool (schema {version}), and may only be read", version=version),
                say("have it opened once by somebody who may write it, or copy it to a place of your own"),
                path=path,
            ) from error


def _seen(connection: sqlite3.Connection) -> tuple[int, int, bool]:
    """Returns the two numbers that say whose a database is, and whether it has tables: all of one moment, since another
    process may be making it."""
    connection.execute("BEGIN")
    try:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return application_id, version, connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _keep_wal(connection: sqlite3.Connection) -> None:
    """Has a new database keep a WAL. Where that is not possible, on some network drives, SQLite keeps its rollback
    journal."""
    until = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # Of two that want it at once SQLite refuses one without waiting, since each would wait for the other.
            if not _is_busy(error) or time.monotonic() > until:
                raise
            time.sleep(_PAUSE_S)
        else:
            return


def _is_busy(error: BaseException) -> bool:
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
