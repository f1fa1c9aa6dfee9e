"""Says where units, terms and their history are kept: a home, which `open_home` opens (`tmtool.store.home.Home`)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tmtool.errors import DatabaseError
from tmtool.model.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from tmtool.store.home import Home

Progress: TypeAlias = "Callable[[int, int], None]"
"""A function that is told how much is done, and of how much."""
Place: TypeAlias = Path | str
"""Where a home is: the path of a SQLite file, or the URL of a PostgreSQL database."""

TERMBASE = "termbase"
"""The memory that the packaged term base and concepts added by hand belong to. A concept of another memory with the
same id takes the place of one that the packaged term base has and nobody changed by hand, which then is not in force.
"""
EXTRACTS = ".extracts"
"""What follows the name of a database in that of the folder with the extracts of it (`tmtool.store.extract`)."""


def open_home(place: Place, *, create: bool = False, sweeping: bool = False, migrating: Progress | None = None) -> Home:
    """Opens the home at a place: a SQLite file, or the URL of a PostgreSQL database. It is a context manager that
    closes what it opened.

    With `create`, for programs that write much, one that is not there is made. With `sweeping`, for programs that read
    all of it once, nothing of a file that they have read stays in their memory. One of an older tmtool is brought up to
    date, which may take minutes: `migrating` is told how many of its segments are done, and how many there are. Raises
    DatabaseError when it is missing, locked, damaged, another program's or newer than this tmtool, and for a URL of a
    kind that nothing here opens.
    """
    if isinstance(place, str) and "://" in place:
        return _on_server(place, create=create, migrating=migrating)
    from tmtool.store.sqlite.home import SqliteHome

    return SqliteHome(Path(place), create=create, sweeping=sweeping, migrating=migrating)


def place_of(written: str) -> Place:
    """Returns the place that a person has written: a URL as it is, or the path of a file."""
    return written if "://" in written else Path(written)


def require_room(place: Path) -> None:
    """Raises DatabaseError for a path where no home is or can be made, such as a folder."""
    from tmtool.store.sqlite.database import require_file

    require_file(place, create=True)


def discard_empty(place: Path) -> None:
    """Removes a home that was made for what then did not come in: one in which nothing is, and that nobody else has
    open."""
    from tmtool.store.sqlite import discarding

    discarding.discard_empty(place)


def _on_server(url: str, *, create: bool, migrating: Progress | None) -> Home:
    scheme = url.partition("://")[0]
    if scheme not in ("postgresql", "postgres"):
        raise DatabaseError(
            say("no database of the kind '{scheme}' can be opened", scheme=scheme),
            say("name a file, or a URL that begins with postgresql://"),
        )
    try:
        from tmtool.store.postgresql.home import PostgresqlHome
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "psycopg":
            raise
        raise DatabaseError(
            say("a PostgreSQL database needs the package psycopg"),
            say("install it with 'pip install tmtool[postgresql]'"),
        ) from error
    return PostgresqlHome(url, create=create, migrating=migrating)


def is_damaged(place: Path) -> bool:
    """Tells whether the file at a place is a home that is damaged, so that nothing but a backup helps."""
    from tmtool.store.sqlite.backing_up import is_damaged

    return is_damaged(place)
