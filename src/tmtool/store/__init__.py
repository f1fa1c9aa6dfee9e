"""Says where units, terms and their history are kept: a home, which `open_home` opens (`tmtool.store.home.Home`)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tmtool.errors import DatabaseError
from tmtool.model.wording import say

if TYPE_CHECKING:
    from tmtool.store.home import Home

TERMBASE = "termbase"
"""The memory that the packaged term base and concepts added by hand belong to. A concept of another memory with the
same id takes the place of one that the packaged term base has and nobody changed by hand, which then is not in force.
"""


def open_home(place: Path | str, *, create: bool = False) -> Home:
    """Opens the home at a place: a SQLite file. It is a context manager that closes what it opened.

    With `create`, for programs that write much, one that is not there is made. Raises DatabaseError when it is missing,
    locked, damaged, another program's or newer than this tmtool, and for a URL of a kind that nothing here opens.
    """
    if isinstance(place, str) and "://" in place:
        scheme = place.partition("://")[0]
        raise DatabaseError(say("no database of the kind '{scheme}' can be opened", scheme=scheme), say("name a file"))
    from tmtool.store.sqlite.home import SqliteHome

    return SqliteHome(Path(place), create=create)
