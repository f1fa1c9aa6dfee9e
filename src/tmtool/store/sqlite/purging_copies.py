"""Has what was removed leave no trace in the copies of the database: its backups, and those made before its tables were
brought up to date."""

from __future__ import annotations

import contextlib
import glob
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from tmtool.errors import DatabaseError
from tmtool.store.sql.purging import Numbers
from tmtool.store.sqlite.database import open_database
from tmtool.store.sqlite.dialect import SqliteDialect
from tmtool.store.sqlite.purging import complete, purge
from tmtool.store.values import DAMAGED, Backup, Part

_NOT_AT_HOME = (
    "SELECT 1 FROM main.segments s WHERE NOT EXISTS "
    "(SELECT 1 FROM home.segments h WHERE h.language = s.language AND h.key = s.key AND h.text = s.text) LIMIT 1"
)


def purge_copies(
    path: Path, backups: Sequence[Backup], part: Part | None, gone: Numbers
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Purges the backups of the database, by the names of the part and the numbers that went, and removes the copies
    made before its tables were brought up to date; which have it no more, and which could not be changed, as what was
    damaged when a backup was restored."""
    done: list[str] = []
    left = [str(moved) for moved in sorted(path.parent.glob(f"{glob.escape(path.name)}{DAMAGED}*"))]
    for backup in backups:
        if not backup.path.exists():
            continue
        try:
            with contextlib.closing(open_database(backup.path)) as connection:
                purge(SqliteDialect(connection, backup.path), part, gone)
                whole = complete(connection)
            remove_migration_copies(backup.path)
        except (sqlite3.Error, OSError, DatabaseError):
            whole = False
        (done if whole else left).append(str(backup.path))
    removed, kept = remove_migration_copies(path)
    return (*done, *removed), (*left, *kept)


def behind(path: Path, copies: Sequence[str]) -> Iterator[str]:
    """Yields the copies that have texts which the database at a path has no more, as what an edit took out since."""
    for copy in copies:
        if Path(copy).exists():
            with contextlib.closing(open_database(Path(copy))) as connection:
                connection.execute("ATTACH ? AS home", (str(path),))
                if connection.execute(_NOT_AT_HOME).fetchone():
                    yield copy


def remove_migration_copies(path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Removes the copies that were made of the database before its tables were brought up to date; which are gone, and
    which could not be removed."""
    gone, left = [], []
    for copy in sorted(path.parent.glob(f"{glob.escape(path.name)}.v*.bak")):
        try:
            copy.unlink()
        except OSError:
            left.append(str(copy))
        else:
            gone.append(str(copy))
    return tuple(gone), tuple(left)
