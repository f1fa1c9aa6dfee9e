"""What every command shares: which database, how loud, and where the project's settings are."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from tmtool.errors import InputError
from tmtool.store.database import expecting_faults, open_database

SETTINGS = "tmtool.toml"


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command line. `database` is what --db says."""

    database: Path | None
    quiet: bool
    verbose: bool

    def database_path(self) -> Path:
        """Where the database is or would be made (docs/reference.md, the database)."""
        return self._named() or _user_database()

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

    def _named(self) -> Path | None:
        if self.database is not None:
            return self.database
        if value := os.environ.get("TMTOOL_DB"):
            return Path(value)
        return _project_database(Path.cwd())


pass_session = click.make_pass_decorator(Session)


def _project_database(folder: Path) -> Path | None:
    for place in (folder, *folder.parents):
        file = place / SETTINGS
        if file.is_file():
            return place / _setting(file)
    return None


def _setting(file: Path) -> str:
    import tomllib

    try:
        value = tomllib.loads(file.read_text(encoding="utf-8")).get("db", "tm.db")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"cannot be read ({error})", "mend it or remove it", path=file) from error
    if not isinstance(value, str):
        raise InputError("'db' must be the name of a file in quotes", 'write for example db = "tm.db"', path=file)
    return value


def _user_database() -> Path:
    from platformdirs import user_data_path

    return user_data_path("tmtool", appauthor=False) / "tm.db"
