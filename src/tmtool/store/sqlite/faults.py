"""Says what SQLite reports, as errors that a user can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tmtool.errors import DatabaseError
from tmtool.model.wording import say

FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What reading a database may raise: the second where what SQLite says of a damaged one quotes bytes of it."""
_LEAST_SPACE = 1 << 16
"""Bytes without which nothing can be changed: the lists that SQLite keeps of a WAL are half of them."""
_UNDECODED = "Could not decode to UTF-8"
"""How Python's sqlite3 begins what it says of a text that is none."""


@contextmanager
def expecting_faults(path: Path) -> Iterator[None]:
    """Turns what SQLite reports into a DatabaseError with a remedy."""
    try:
        yield
    except FAULTS as error:
        raise explained(error, path) from error


def explained(error: Exception, path: Path) -> DatabaseError:
    """Returns what has gone wrong with the database at that path, and what to do about it."""
    undecoded = isinstance(error, UnicodeDecodeError) or _UNDECODED in str(error)
    code = sqlite3.SQLITE_CORRUPT if undecoded else getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and _is_full(path):
        # One that is read where no WAL can be begun calls itself one that may only be read.
        code = sqlite3.SQLITE_FULL
    problem, remedy = {
        sqlite3.SQLITE_BUSY: (say("the database is locked by another program"), say("wait until that has ended")),
        sqlite3.SQLITE_LOCKED: (say("the database is locked by another command"), say("wait until that has ended")),
        sqlite3.SQLITE_NOTADB: (
            say("not a tmtool database, or damaged"),
            say("name another file with --db, or move it away and restore a backup"),
        ),
        sqlite3.SQLITE_CORRUPT: (
            say("the database is damaged"),
            say("restore a copy, or import the files into a new one"),
        ),
        sqlite3.SQLITE_FULL: (
            say("no space left for the database"),
            say("free some space, then try again; nothing was changed"),
        ),
        sqlite3.SQLITE_IOERR: (
            say("the database could not be read or written"),
            say("check the disk's space, then try again"),
        ),
        sqlite3.SQLITE_READONLY: (say("the database cannot be written"), say("check its permissions and its folder's")),
        sqlite3.SQLITE_CANTOPEN: (
            say("the database cannot be opened"),
            say("check that its folder exists and can be written"),
        ),
    }.get(
        code, (say("the database could not be used ({error})", error=error), say("check that it is a tmtool database"))
    )
    return DatabaseError(problem, remedy, path=path)


def _is_full(path: Path) -> bool:
    """Tells whether the disk of a database has no space left."""
    import shutil  # loaded for a fault only

    try:
        return shutil.disk_usage(path.absolute().parent).free < _LEAST_SPACE
    except OSError:
        return False
