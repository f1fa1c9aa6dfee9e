"""What every command shares: which database, and how loud."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from tmtool.store.sqlite.database import expecting_faults, open_database
from tmtool.tasks.settings import usual_database


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command line. `database` is what --db says."""

    database: Path | None
    quiet: bool
    verbose: bool

    def database_path(self) -> Path:
        """Where the database is or would be made (docs/reference.md, the database)."""
        return self.database or usual_database()

    @contextlib.contextmanager
    def open(self, *, create: bool = False) -> Iterator[sqlite3.Connection]:
        """The open database; with `create` it is made where there is none. Raises DatabaseError."""
        path = self.database_path()
        connection = open_database(path, create=create)
        with contextlib.closing(connection), expecting_faults(path):
            yield connection

    @contextlib.contextmanager
    def open_if_there(self) -> Iterator[sqlite3.Connection | None]:
        """The open database, or None where there is none; one named by --db must be there."""
        path = self.database_path()
        if self.database is None and not path.exists():
            yield None
            return
        with self.open() as connection:
            yield connection

    def say(self, message: str) -> None:
        """A remark on standard error, unless quiet."""
        if not self.quiet:
            click.echo(message, err=True)


pass_session = click.make_pass_decorator(Session)
