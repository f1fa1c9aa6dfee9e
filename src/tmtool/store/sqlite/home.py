"""Keeps a home in one SQLite file (`tmtool.store.home.Home`).

Each thread has a connection of its own, opened when it first asks, and closed when it ends or the home is closed. WAL
lets them read while one writes; what is kept in memory next to a connection is its thread's alone, so that nothing has
to be guarded.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from tmtool.errors import DatabaseError
from tmtool.model.wording import say
from tmtool.store.sqlite.database import open_database, transaction
from tmtool.store.sqlite.dialect import SqliteDialect
from tmtool.store.sqlite.faults import expecting_faults
from tmtool.store.threads import PerThread
from tmtool.store.writing import Writing

if TYPE_CHECKING:
    from tmtool.store.limited import LimitedHome
    from tmtool.store.sql.concepts import SqlConcepts
    from tmtool.store.sql.passages import SqlPassages
    from tmtool.store.sqlite.history import SqliteHistory
    from tmtool.store.sqlite.segments import SqliteSegments
    from tmtool.store.sqlite.sources import SqliteSources
    from tmtool.store.sqlite.units import SqliteUnits
    from tmtool.store.tables import Contents, Row
    from tmtool.store.values import Backup, Cell, Fault, Part, Purged, Statistics, Table

_GROUPS = {
    "units": ("sqlite", "SqliteUnits"),
    "segments": ("sqlite", "SqliteSegments"),
    "passages": ("sql", "SqlPassages"),
    "concepts": ("sql", "SqlConcepts"),
    "sources": ("sqlite", "SqliteSources"),
    "history": ("sqlite", "SqliteHistory"),
}
"""The groups of questions: the package whose module of that name answers them, and what they are called there."""
_LIMITED = {**_GROUPS, "segments": ("sqlite", "LimitedSegments")}
"""The same where only some memories are shown."""


class _Own:
    """An `_Own` holds what a thread has of a home: its connection, and the groups of questions, each loaded when it
    first asks one."""

    units: SqliteUnits
    segments: SqliteSegments
    passages: SqlPassages
    concepts: SqlConcepts
    sources: SqliteSources
    history: SqliteHistory

    def __init__(self, connection: sqlite3.Connection, path: Path, groups: Mapping[str, tuple[str, str]]) -> None:
        self.connection = connection
        self.sql = SqliteDialect(connection, path, Writing(connection.interrupt))
        self._groups = groups

    def __getattr__(self, name: str) -> object:
        if name not in _GROUPS:
            raise AttributeError(name)
        package, called = self._groups[name]
        group: object = getattr(import_module(f"tmtool.store.{package}.{name}"), called)(self.sql)
        setattr(self, name, group)
        return group


class SqliteHome:
    """A `SqliteHome` is an open database."""

    def __init__(
        self,
        path: Path,
        *,
        create: bool = False,
        sweeping: bool = False,
        memories: frozenset[str] | None = None,
        migrating: Callable[[int, int], None] | None = None,
    ) -> None:
        """Opens it as `open_database` does; to be read, and showing these memories only, where some are named."""
        self._path = path
        self._create = create
        self._sweeping = sweeping
        self._memories = memories
        self._migrating = migrating
        self._threads = PerThread(self._open)
        self._own  # noqa: B018 - so that a database that cannot be opened is told now

    @property
    def place(self) -> str:
        """Returns the path of the file."""
        return str(self._path)

    @property
    def name(self) -> str:
        """Returns the path of the file."""
        return str(self._path)

    @property
    def units(self) -> SqliteUnits:
        """Returns the units, by the thread's own connection, as in all groups of questions."""
        return self._own.units

    @property
    def segments(self) -> SqliteSegments:
        """Returns the segments."""
        return self._own.segments

    @property
    def passages(self) -> SqlPassages:
        """Returns the documents that units belong to."""
        return self._own.passages

    @property
    def concepts(self) -> SqlConcepts:
        """Returns the term base."""
        return self._own.concepts

    @property
    def sources(self) -> SqliteSources:
        """Returns the memories and files."""
        return self._own.sources

    @property
    def history(self) -> SqliteHistory:
        """Returns the changes by hand."""
        return self._own.history

    @property
    def memories(self) -> frozenset[str] | None:
        """Returns what it was opened with."""
        return self._memories

    def limited_to(self, memories: Collection[str]) -> LimitedHome:
        """Opens connections of its own."""
        from tmtool.store.limited import LimitedHome

        return LimitedHome(SqliteHome(self._path, memories=frozenset(memories)), memories)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Opens an immediate one on the thread's connection."""
        with expecting_faults(self._path), transaction(self._own.connection):
            yield

    @contextmanager
    def bulk_transaction(self) -> Iterator[None]:
        """Opens a transaction in which another thread has SQLite write, while this one goes on."""
        own = self._own
        with expecting_faults(self._path), transaction(own.connection), own.sql.writing.behind():
            yield

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """Opens an immediate transaction, which is rolled back."""
        connection = self._own.connection
        with expecting_faults(self._path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def trial(self) -> Iterator[SqliteHome]:
        """Opens a copy of the file in a temporary folder."""
        from tempfile import TemporaryDirectory

        with TemporaryDirectory() as folder:
            path = Path(folder) / "copy.db"
            with expecting_faults(self._path):
                copy = sqlite3.connect(path)
                try:
                    self._own.connection.backup(copy)
                finally:
                    copy.close()
            with SqliteHome(path) as home:
                yield home

    def show_pair(self, source_language: str, target_language: str) -> None:
        """Makes a view."""
        from tmtool.store.sqlite.views import ensure_pair_view

        with expecting_faults(self._path):
            ensure_pair_view(self._own.connection, source_language, target_language)

    @contextmanager
    def answered(self, sql: str) -> Iterator[tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]]:
        """Asks a connection of its own, which may only read, by sqlite-utils."""
        from tmtool.store.sqlite.asking import answered

        with expecting_faults(self._path), answered(self._path, sql) as answer:
            yield answer

    def tables(self) -> list[Table]:
        """Lists them by sqlite-utils."""
        from tmtool.store.sqlite.asking import tables

        with expecting_faults(self._path):
            return tables(self._own.connection)

    def statistics(self) -> Statistics:
        """Counts the rows."""
        from tmtool.store.sql.counting import statistics

        with expecting_faults(self._path):
            return statistics(self._own.sql, self.concepts.repeated())

    def size(self) -> int:
        """Returns the size of the file, without its log, or that of the texts of some memories."""
        if self._memories is not None:
            from tmtool.store.sqlite.limiting import size_of_texts

            with expecting_faults(self._path):
                return size_of_texts(self._own.connection)
        try:
            return self._path.stat().st_size
        except OSError as error:
            raise DatabaseError(
                error.strerror or str(error), say("check that it is still there"), path=self._path
            ) from error

    def faults(self) -> list[Fault]:
        """Returns what SQLite finds wrong, and what the tables say of each other that cannot be."""
        from tmtool.store.sqlite.examining import faults

        with expecting_faults(self._path):
            return faults(self._own.connection)

    def back_up(self, out: Path, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Copies page by page, so that nobody waits."""
        from tmtool.store.sqlite.backing_up import back_up

        with expecting_faults(self._path):
            back_up(self._own.connection, out, progress)

    def restore(self, backup: Path, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Copies page by page in one transaction."""
        from tmtool.store.sqlite.backing_up import restore

        restore(self._own.connection, self._path, backup, progress)

    def backups(self) -> list[Backup]:
        """Reads them from the table of backups, and looks into the usual folder for those that it could not note."""
        from tmtool.store.sqlite.backing_up import backups

        with expecting_faults(self._path):
            return backups(self._own.connection, self._path)

    def remember_backup(self, backup: Path) -> None:
        """Inserts a row, unless the file may only be read or somebody else writes for long."""
        from tmtool.store.authorship import now

        self._write_if_allowed("INSERT OR REPLACE INTO backups VALUES (?, ?)", str(backup.resolve()), now())

    def drop_backup(self, backup: Path) -> None:
        """Deletes the row, unless the file may only be read or somebody else writes for long."""
        self._write_if_allowed("DELETE FROM backups WHERE path = ?", str(backup.resolve()))

    def _write_if_allowed(self, statement: str, *values: str) -> None:
        with expecting_faults(self._path):
            try:
                self._own.connection.execute(statement, values)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY):
                    raise

    def contents(self) -> Iterator[tuple[str, Iterable[Row]]]:
        """Reads the tables in one transaction."""
        from tmtool.store.sqlite.carrying import contents

        with expecting_faults(self._path):
            yield from contents(self._own.connection)

    def fill(self, contents: Contents, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Writes the tables."""
        from tmtool.store.sqlite.carrying import fill

        with expecting_faults(self._path):
            fill(self._own.connection, contents, progress)

    def purge(self, part: Part | None) -> Purged:
        """Has SQLite overwrite what it frees, write the file anew and empty the log; the same in its backups."""
        from tmtool.store.sqlite import purging
        from tmtool.store.sqlite.following import purge_extracts
        from tmtool.store.values import Purged

        connection = self._own.connection
        with expecting_faults(self._path):
            extent, gone = purging.purge(self._own.sql, part)
        backups = self.backups()
        purged, left = purging.purge_copies(self._path, backups, part, gone)
        in_extracts, left_there = purge_extracts(self._path, part, gone)
        moved = tuple(str(backup.path) for backup in backups if not backup.path.exists())
        # Last, so that a purge that is killed amid its copies is not taken for complete.
        with expecting_faults(self._path):
            complete = purging.complete(connection)
        return Purged(extent, complete, (*purged, *in_extracts), (*left, *left_there), moved)

    def purge_is_left(self) -> bool:
        """Looks into the table that remembers it."""
        with expecting_faults(self._path):
            return self._own.connection.execute("SELECT 1 FROM purges").fetchone() is not None

    def complete_purge(self) -> bool:
        """Does what the table says is left."""
        from tmtool.store.sqlite.purging import complete

        with expecting_faults(self._path):
            return complete(self._own.connection)

    def close(self) -> None:
        """Closes the connections of all threads."""
        self._threads.close()

    def __enter__(self) -> SqliteHome:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _own(self) -> _Own:
        """Returns what this thread has, opened when it first asks."""
        return self._threads.own

    def _open(self) -> tuple[_Own, Callable[[], object]]:
        connection = open_database(
            self._path, create=self._create, mapped=not self._sweeping, migrating=self._migrating
        )
        if self._memories is not None:
            from tmtool.store.sqlite.limiting import limit

            limit(connection, self._memories)
        return _Own(connection, self._path, _GROUPS if self._memories is None else _LIMITED), connection.close
