"""Keeps a home in one SQLite file (`tmtool.store.home.Home`). WAL lets threads and processes read while one writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tmtool.errors import DatabaseError, said_by
from tmtool.model.wording import say
from tmtool.store.sql.home import Own, SqlHome
from tmtool.store.sqlite.database import open_database
from tmtool.store.sqlite.dialect import SqliteDialect
from tmtool.store.sqlite.faults import expecting_faults
from tmtool.store.sqlite.transactions import transaction
from tmtool.store.writing import Writing

if TYPE_CHECKING:
    from tmtool.store.limited import LimitedHome
    from tmtool.store.tables import Contents, Row
    from tmtool.store.values import Backup, Cell, Fault, Part, Purged, Table

_GROUPS = {
    "units": "tmtool.store.sqlite.units:SqliteUnits",
    "segments": "tmtool.store.sqlite.segments:SqliteSegments",
    "passages": "tmtool.store.sql.passages:SqlPassages",
    "concepts": "tmtool.store.sql.concepts:SqlConcepts",
    "sources": "tmtool.store.sqlite.sources:SqliteSources",
    "history": "tmtool.store.sqlite.history:SqliteHistory",
}
"""What answers each group of questions."""
_LIMITED = {**_GROUPS, "segments": "tmtool.store.sqlite.segments:LimitedSegments"}
"""The same where only some memories are shown."""


class SqliteHome(SqlHome[SqliteDialect]):
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
        self._migrating = migrating
        super().__init__(memories)

    @property
    def place(self) -> str:
        """Returns the path of the file."""
        return str(self._path)

    @property
    def name(self) -> str:
        """Returns the path of the file."""
        return str(self._path)

    def limited_to(self, memories: Collection[str]) -> LimitedHome:
        """Opens connections of its own."""
        from tmtool.store.limited import LimitedHome

        return LimitedHome(SqliteHome(self._path, memories=frozenset(memories)), memories)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Opens an immediate one on the thread's connection."""
        with expecting_faults(self._path), transaction(self._own.sql.connection):
            yield

    @contextmanager
    def bulk_transaction(self) -> Iterator[None]:
        """Opens a transaction in which another thread has SQLite write, while this one goes on."""
        own = self._own
        with expecting_faults(self._path), transaction(own.sql.connection), own.sql.writing.behind():
            yield

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """Opens an immediate transaction, which is rolled back."""
        connection = self._own.sql.connection
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
                    self._own.sql.connection.backup(copy)
                finally:
                    copy.close()
            with SqliteHome(path) as home:
                yield home

    def show_pair(self, source_language: str, target_language: str) -> None:
        """Makes a view."""
        from tmtool.store.sqlite.views import ensure_pair_view

        with expecting_faults(self._path):
            ensure_pair_view(self._own.sql.connection, source_language, target_language)

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
            return tables(self._own.sql.connection)

    def size(self) -> int:
        """Returns the size of the file, without its log, or that of the texts of some memories."""
        if self._memories is not None:
            from tmtool.store.sqlite.limiting import size_of_texts

            with expecting_faults(self._path):
                return size_of_texts(self._own.sql.connection)
        try:
            return self._path.stat().st_size
        except OSError as error:
            raise DatabaseError(said_by(error), say("check that it is still there"), path=self._path) from error

    def faults(self) -> list[Fault]:
        """Returns what SQLite finds wrong, and what the tables say of each other that cannot be."""
        from tmtool.store.sqlite.examining import faults

        with expecting_faults(self._path):
            return faults(self._own.sql.connection)

    def back_up(self, out: Path, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Copies page by page, so that nobody waits."""
        from tmtool.store.sqlite.backing_up import back_up

        with expecting_faults(self._path):
            back_up(self._own.sql.connection, self._path, out, progress)

    def restore(self, backup: Path, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Copies page by page in one transaction."""
        from tmtool.store.sqlite.backing_up import restore

        restore(self._own.sql.connection, self._path, backup, progress)

    def backups(self) -> list[Backup]:
        """Reads them from the table of backups, and looks into the usual folder for those that it could not note."""
        from tmtool.store.sqlite.backing_up import backups

        with expecting_faults(self._path):
            return backups(self._own.sql.connection, self._path)

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
                self._own.sql.connection.execute(statement, values)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY):
                    raise

    def contents(self) -> Iterator[tuple[str, Iterable[Row]]]:
        """Reads the tables in one transaction."""
        from tmtool.store.sqlite.carrying import contents

        with expecting_faults(self._path):
            yield from contents(self._own.sql.connection)

    def fill(self, contents: Contents, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Writes the tables."""
        from tmtool.store.sqlite.carrying import fill

        with expecting_faults(self._path):
            fill(self._own.sql.connection, contents, progress)

    def purge(self, part: Part | None) -> Purged:
        """Has SQLite overwrite what it frees, write the file anew and empty the log; the same in its backups."""
        from tmtool.store.sqlite import purging, purging_copies
        from tmtool.store.sqlite.following import purge_extracts
        from tmtool.store.values import Purged

        connection = self._own.sql.connection
        with expecting_faults(self._path):
            extent, gone = purging.purge(self._own.sql, part)
        backups = self.backups()
        purged, left = purging_copies.purge_copies(self._path, backups, part, gone)
        in_extracts, left_there = purge_extracts(self._path, part, gone)
        moved = tuple(str(backup.path) for backup in backups if not backup.path.exists())
        with expecting_faults(self._path):
            behind = () if part else tuple(purging_copies.behind(self._path, purged))
        # Last, so that a purge that is killed amid its copies is not taken for complete.
        with expecting_faults(self._path):
            complete = purging.complete(connection)
        return Purged(extent, complete, (*purged, *in_extracts), (*left, *left_there), moved, behind)

    def purge_is_left(self) -> bool:
        """Looks into the table that remembers it."""
        with expecting_faults(self._path):
            return self._own.sql.connection.execute("SELECT 1 FROM purges").fetchone() is not None

    def complete_purge(self) -> bool:
        """Does what the table says is left."""
        from tmtool.store.sqlite.purging import complete

        with expecting_faults(self._path):
            return complete(self._own.sql.connection)

    def _open(self) -> tuple[Own[SqliteDialect], Callable[[], object]]:
        connection = open_database(
            self._path, create=self._create, mapped=not self._sweeping, migrating=self._migrating
        )
        if self._memories is not None:
            from tmtool.store.sqlite.limiting import limit

            limit(connection, self._memories)
        sql = SqliteDialect(connection, self._path, Writing(connection.interrupt))
        return Own(sql, _GROUPS if self._memories is None else _LIMITED), connection.close
