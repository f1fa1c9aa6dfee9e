"""Backs a database up into a file, keeps the newest of its backups, and makes one of them its content again."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from tmtool.errors import DatabaseError, OutputError, UsageError, said_by
from tmtool.formats.writing import whole_copy
from tmtool.model.wording import say
from tmtool.store import Place, is_damaged, open_home, place_of
from tmtool.store.home import Home
from tmtool.store.values import BACKUPS, DAMAGED, Backup
from tmtool.tasks.indexing import index

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A `BackedUp` says where a backup is, its size in bytes, and which older ones were removed for it."""

    path: Path
    size: int
    removed: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Restorable:
    """A `Restorable` says what is in a backup: how many units and concepts."""

    path: Path
    units: int
    concepts: int


def _silent(done: int, expected: int) -> None:
    """Follows a copy that nobody watches."""


def back_up(home: Home, place: str | Path | None = None, *, keep: int = 0, progress: Progress = _silent) -> BackedUp:
    """Copies a database into a file of that name or, where `place` is a folder or ends in a slash, into one there that
    is called by the time; of these the newest `keep` stay (0 for all). It is checked before it counts.

    Raises UsageError for a place that is something else, OutputError where nothing can be written, DatabaseError for a
    database that is not sound.
    """
    database = _file_of(home)
    folder = database.resolve().parent / BACKUPS if place is None else Path(place)
    is_new = False
    into_folder = place is None or folder.is_dir() or str(place).endswith(("/", os.sep))
    if keep and not into_folder:
        raise UsageError(say("'{place}' is no folder", place=place), say("name one to keep several backups in"))
    if into_folder:
        is_new = not folder.exists()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            problem = said_by(error)
            raise OutputError(
                say("cannot be made ({problem})", problem=problem), say("choose another folder"), path=folder
            ) from error
    out = _new_name(folder, database) if into_folder else folder
    _require_own(out, database)
    try:
        with whole_copy(out) as temporary:
            home.back_up(temporary, progress)
    except BaseException:
        if is_new:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    home.remember_backup(out)
    removed = _rotated(out, database, keep) if keep else []
    for old in removed:
        home.drop_backup(old)
    return BackedUp(out, out.stat().st_size, tuple(removed))


def _file_of(home: Home) -> Path:
    """Returns the file that a home is. Raises DatabaseError for one on a server."""
    place = place_of(home.place)
    if isinstance(place, Path):
        return place
    raise DatabaseError(
        say("a PostgreSQL database is backed up by its own means"),
        say("use pg_dump, and pg_restore to have it back"),
        path=home.name,
    )


def known_backups(home: Home) -> list[Backup]:
    """Returns the backups of a database that are where they were made, the last first."""
    return [one for one in home.backups() if one.path.is_file()]


def restorable(backup: Path) -> Restorable:
    """Returns what is in a backup. Raises DatabaseError for a file that is none or not there."""
    if not backup.exists():  # a new database would be no help
        raise DatabaseError(say("there is no such file"), say("check the path"), path=backup)
    with open_home(backup) as home:
        memories = home.statistics().memories
    return Restorable(backup, sum(one.units for one in memories), sum(one.concepts for one in memories))


def restore(place: Place, backup: Path, progress: Progress = _silent) -> Path | None:
    """Makes the content of the database at a place that of a backup; one that is not there is made. What was there
    stays as another backup, or, if it is damaged, under another name; where that is, None for nothing.

    Raises DatabaseError where the backup is not sound, or where what is there is another program's or in use.
    """
    restorable(backup)
    if not isinstance(place, Path):
        with open_home(place) as home:
            home.restore(backup, progress)
        return None
    if place.exists() and place.resolve() == backup.resolve():
        raise UsageError(say("'{place}' is the database itself", place=backup), say("name a backup of it"))
    if place.exists() and not is_damaged(place):
        with open_home(place) as home:
            kept = back_up(home).path
            home.restore(backup, progress)
            index(home)
        return kept
    moved = _moved_aside(place) if place.exists() else None
    with open_home(backup) as home, whole_copy(place) as temporary:
        home.back_up(temporary, progress)
    with open_home(place) as home:
        home.remember_backup(backup)
        index(home)
    return moved


def _new_name(folder: Path, database: Path) -> Path:
    stem = f"{database.stem}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    names = (folder / f"{stem}{f'-{number}' if number else ''}.db" for number in count())
    return next(name for name in names if not name.exists())


def _require_own(out: Path, database: Path) -> None:
    """Raises UsageError for a file that is there and is no backup, or is the database itself."""
    if not out.exists():
        return
    if out.resolve() == database.resolve():
        raise UsageError(say("'{place}' is the database itself", place=out), say("name another file"))
    try:
        open_home(out).close()
    except DatabaseError as error:
        raise UsageError(say("'{place}' is there and no backup", place=out), say("name another file")) from error


def _rotated(newest: Path, database: Path, keep: int) -> list[Path]:
    """Removes the backups of the database in the folder of the newest one but for so many."""
    named = re.compile(rf"{re.escape(database.stem)}-(\d{{8}}T\d{{6}}Z)(?:-(\d+))?\.db")
    found = [
        (name[1], int(name[2] or 0), file)
        for file in newest.parent.iterdir()
        if file != newest and (name := named.fullmatch(file.name))
    ]
    old = [file for *_, file in sorted(found, reverse=True)[keep - 1 :]]
    for file in old:
        file.unlink(missing_ok=True)
    return old


def _moved_aside(place: Path) -> Path:
    """Gives a damaged database another name, with its log."""
    names = (place.with_name(f"{place.name}{DAMAGED}{f'-{number}' if number else ''}") for number in count())
    moved = next(name for name in names if not name.exists())
    place.rename(moved)
    for ending in ("-wal", "-shm"):
        log = place.with_name(f"{place.name}{ending}")
        if log.exists():
            log.rename(moved.with_name(f"{moved.name}{ending}"))
    return moved
