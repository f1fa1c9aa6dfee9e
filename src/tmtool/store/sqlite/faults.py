"""Says what SQLite reports, as errors that a user can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from types import FunctionType
from typing import Any

from tmtool.errors import DatabaseError
from tmtool.model.wording import say
from tmtool.store.writing import Writing

_LEAST_SPACE = 1 << 16
"""Bytes without which nothing can be changed: the lists that SQLite keeps of a WAL are half of them."""
_GENERATOR = 0x20
"""The flag of a code object that makes generators; the module `inspect`, which names it, takes long to load."""


class Questions:
    """`Questions` are a group of questions to a database, asked by one connection.

    Every public method of a subclass raises DatabaseError for what SQLite reports, a generator while it is read.
    """

    def __init_subclass__(cls) -> None:
        for name, method in list(vars(cls).items()):
            if isinstance(method, FunctionType) and not name.startswith("_"):
                setattr(cls, name, (_generating if method.__code__.co_flags & _GENERATOR else _answering)(method))

    def __init__(self, connection: sqlite3.Connection, path: Path, writing: Writing | None = None) -> None:
        """Takes the connection, and what writes by it where a thread may do so."""
        self._connection = connection
        self._path = path
        self._writing = writing or Writing()


def _answering(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def asked(self: Any, *values: Any, **options: Any) -> Any:
        try:
            return method(self, *values, **options)
        except sqlite3.Error as error:
            raise explained(error, self._path) from error

    return asked


def _generating(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def asked(self: Any, *values: Any, **options: Any) -> Iterator[Any]:
        try:
            yield from method(self, *values, **options)
        except sqlite3.Error as error:
            raise explained(error, self._path) from error

    return asked


@contextmanager
def expecting_faults(path: Path) -> Iterator[None]:
    """Turns what SQLite reports into a DatabaseError with a remedy."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(error, path) from error


def explained(error: sqlite3.Error, path: Path) -> DatabaseError:
    """Returns what has gone wrong with the database at that path, and what to do about it."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and _is_full(path):
        # One that is read where no WAL can be begun calls itself one that may only be read.
        code = sqlite3.SQLITE_FULL
    problem, remedy = {
        sqlite3.SQLITE_BUSY: (say("the database is locked by another program"), say("wait until that has ended")),
        sqlite3.SQLITE_LOCKED: (say("the database is locked by another command"), say("wait until that has ended")),
        sqlite3.SQLITE_NOTADB: (
            say("not a tmtool database, or damaged"),
            say("name another file with --db, or restore a copy"),
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
