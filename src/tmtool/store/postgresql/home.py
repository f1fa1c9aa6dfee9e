"""Keeps a home in a PostgreSQL database (`tmtool.store.home.Home`)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tmtool.errors import DatabaseError
from tmtool.model.wording import say
from tmtool.store.postgresql.database import transaction
from tmtool.store.postgresql.dialect import PostgresqlDialect
from tmtool.store.postgresql.faults import expecting_faults
from tmtool.store.postgresql.opening import open_database
from tmtool.store.postgresql.urls import named
from tmtool.store.sql.home import Own, SqlHome

if TYPE_CHECKING:
    from tmtool.store.limited import LimitedHome
    from tmtool.store.tables import Contents, Row
    from tmtool.store.values import Backup, Cell, Fault, Part, Purged, Table

_GROUPS = {
    "units": "tmtool.store.postgresql.units:PostgresqlUnits",
    "segments": "tmtool.store.postgresql.segments:PostgresqlSegments",
    "passages": "tmtool.store.sql.passages:SqlPassages",
    "concepts": "tmtool.store.sql.concepts:SqlConcepts",
    "sources": "tmtool.store.postgresql.sources:PostgresqlSources",
    "history": "tmtool.store.postgresql.history:PostgresqlHistory",
}
"""What answers each group of questions."""
_LIMITED = {**_GROUPS, "segments": "tmtool.store.postgresql.segments:LimitedSegments"}
"""The same where only some memories are shown."""
_SECURED = {
    **_GROUPS,
    "segments": "tmtool.store.postgresql.segments:SecuredSegments",
    "units": "tmtool.store.postgresql.units:SecuredUnits",
}
"""The same where the user may not read all memories."""


class PostgresqlHome(SqlHome[PostgresqlDialect]):
    """A `PostgresqlHome` is an open database."""

    def __init__(
        self,
        url: str,
        *,
        create: bool = False,
        memories: frozenset[str] | None = None,
        migrating: Callable[[int, int], None] | None = None,
    ) -> None:
        """Opens it as `Database` does; to be read, and showing these memories only, where some are named."""
        self._url = url
        self._create = create
        self._migrating = migrating
        super().__init__(memories)

    @property
    def place(self) -> str:
        """Returns the URL, with its password."""
        return self._url

    @property
    def name(self) -> str:
        """Returns the URL without its password."""
        return named(self._url)

    def limited_to(self, memories: Collection[str]) -> LimitedHome:
        """Opens connections of its own."""
        from tmtool.store.limited import LimitedHome

        return LimitedHome(PostgresqlHome(self._url, memories=frozenset(memories)), memories)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Opens one on the thread's connection."""
        with transaction(self._own.sql.database):
            yield

    @contextmanager
    def bulk_transaction(self) -> Iterator[None]:
        """Opens a transaction in which another thread has the server write, while this one goes on."""
        database = self._own.sql.database
        with transaction(database), database.behind():
            # So that what is joined and sorted, of all that changes, need not go to the disk.
            database.connection.execute("SET LOCAL work_mem = '64MB'")
            yield

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """Opens a transaction, which is rolled back."""
        own = self._own
        with expecting_faults(self.name), own.sql.database.connection.transaction(force_rollback=True):
            yield

    @contextmanager
    def trial(self) -> Iterator[PostgresqlHome]:
        """Opens a copy in a schema of its own."""
        from tmtool.store.postgresql.trial import copied

        with copied(self._own.sql.database) as url, PostgresqlHome(url) as home:
            yield home

    def show_pair(self, source_language: str, target_language: str) -> None:
        """Makes a view."""
        from tmtool.store.postgresql.views import ensure_pair_view

        with expecting_faults(self.name):
            ensure_pair_view(self._own.sql.database, source_language, target_language)

    @contextmanager
    def answered(self, sql: str) -> Iterator[tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]]:
        """Asks in a transaction that may only read, and ends with it."""
        from tmtool.store.postgresql.asking import answered

        with expecting_faults(self.name), answered(self._own.sql.database.connection, sql) as answer:
            yield answer

    def tables(self) -> list[Table]:
        """Lists them by the catalogue of the server."""
        from tmtool.store.postgresql.asking import tables

        with expecting_faults(self.name):
            return tables(self._own.sql.database.connection)

    def size(self) -> int:
        """Returns the size of the tables and indexes, or that of the texts of some memories."""
        if self._memories is not None:
            from tmtool.store.postgresql.limiting import size_of_texts

            with expecting_faults(self.name):
                return size_of_texts(self._own.sql.database.connection)
        from tmtool.store.postgresql.counting import size

        with expecting_faults(self.name):
            return size(self._own.sql.database.connection)

    def faults(self) -> list[Fault]:
        """Returns what the tables say of each other that cannot be."""
        from tmtool.store.postgresql.examining import faults

        with expecting_faults(self.name):
            return faults(self._own.sql.database.connection)

    def back_up(self, out: Path, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Raises DatabaseError: the server has means of its own, which also keep who may do what."""
        raise self._by_its_own_means()

    def restore(self, backup: Path, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Raises DatabaseError, as `back_up`."""
        raise self._by_its_own_means()

    def backups(self) -> list[Backup]:
        """Returns none, since it makes none."""
        return []

    def remember_backup(self, backup: Path) -> None:
        """Notes nothing, as there are no backups."""

    def drop_backup(self, backup: Path) -> None:
        """Drops nothing, as there are no backups."""

    def _by_its_own_means(self) -> DatabaseError:
        return DatabaseError(
            say("a PostgreSQL database is backed up by its own means"),
            say("use pg_dump, and pg_restore to have it back"),
            path=self.name,
        )

    def contents(self) -> Iterator[tuple[str, Iterable[Row]]]:
        """Reads the tables in one transaction."""
        from tmtool.store.postgresql.carrying import contents

        with expecting_faults(self.name):
            yield from contents(self._own.sql.database)

    def fill(self, contents: Contents, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Copies the tables."""
        from tmtool.store.postgresql.carrying import fill

        with expecting_faults(self.name):
            fill(self._own.sql.database, contents, progress)

    def purge(self, part: Part | None) -> Purged:
        """Has PostgreSQL write the tables anew."""
        from tmtool.store.postgresql import purging
        from tmtool.store.values import Purged

        with expecting_faults(self.name):
            extent = purging.purge(self._own.sql, part)
            return Purged(extent, purging.complete(self._own.sql.database))

    def purge_is_left(self) -> bool:
        """Looks into the table that remembers it."""
        with expecting_faults(self.name):
            return self._own.sql.database.connection.execute("SELECT FROM purges").fetchone() is not None

    def complete_purge(self) -> bool:
        """Writes the tables anew if that is left."""
        from tmtool.store.postgresql.purging import complete

        with expecting_faults(self.name):
            return complete(self._own.sql.database)

    def _open(self) -> tuple[Own[PostgresqlDialect], Callable[[], object]]:
        database = open_database(self._url, create=self._create, migrating=self._migrating)
        if self._memories is not None:
            from tmtool.store.postgresql.limiting import limit

            with expecting_faults(self.name):
                limit(database, self._memories)
        unsecured = _GROUPS if self._memories is None else _LIMITED
        return Own(PostgresqlDialect(database), _SECURED if database.secured else unsecured), database.close
