"""Keeps what some memories of a home hold in a database of its own, in step with the home.

Whoever sees some memories only must not learn from the time of an answer what the others hold. An index that is
searched for all of them takes as long as all of them take; so they are answered from a database in which nothing else
is, of a text, a count or an index (docs/decisions/0035-an-extract-for-who-sees-a-part.md).

What has been changed is told by the history and, of files, by when they were imported. A few units or concepts changed
by hand are changed in the extract; after anything else all rows are held against each other.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from tmtool.errors import DatabaseError
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.limited import LimitedHome
from tmtool.store.sqlite.following import Follower
from tmtool.store.sqlite.home import SqliteHome
from tmtool.store.tables import COLUMNS
from tmtool.store.values import Change, UnitState

_TABLES = frozenset(COLUMNS) - {"last_numbers"}
"""What an extract has: numbers are given by the whole home."""
_OF_CONCEPTS = frozenset({"concepts", "terms", "contrasts", "term_forms", "history", "set_aside"})
_MOST_LINES = 2_000
"""Lines of the history that are looked at one by one."""
_AWAITED = 60.0
"""Seconds for which a line is waited for that has a number before the last one and is not there yet: a server may
complete two transactions in another order than they were begun."""


def file_of(folder: Path, memories: Collection[str]) -> Path:
    """Returns the file in a folder that the extract of these memories is kept in."""
    return folder / f"{sha256(repr(sorted(memories)).encode()).hexdigest()[:24]}.db"


class Extract:
    """An `Extract` is what some memories of a home hold, in a file of its own."""

    def __init__(self, whole: Home, memories: Collection[str], file: Path) -> None:
        """Opens the file, made if there is none, and anew if it cannot be used. Raises DatabaseError."""
        self._whole = whole
        self._memories = sorted(memories)
        self._follower = _opened(file)
        self._shown = whole.limited_to(memories)
        self._home = LimitedHome(SqliteHome(file), memories)
        self._guard = threading.Lock()
        self._awaited: dict[int, float] = {}

    @property
    def home(self) -> Home:
        """Returns the home to be asked, as it was when it was last brought up to date."""
        return self._home

    def is_far_behind(self) -> bool:
        """Tells whether all rows have to be held against each other to bring it up to date."""
        with self._guard:
            before, state = self._follower.state, self._state()
            return before != state and self._lines_since(before, state) is None

    def catch_up(self) -> None:
        """Brings it up to date. Raises DatabaseError."""
        with self._guard:
            state = self._state()
            before = self._follower.state
            late = self._late_lines()
            if state == before and not late:
                return
            lines = self._lines_since(before, state)
            if lines is None or not self._changed_alone([*late, *lines], state):
                self._follower.follow(self._shown.contents(), _TABLES, state)
            last = self._whole.history.last_action("purge")
            if before is not None and last is not None and last.line > before[0]:
                self._follower.purge_removed()

    def close(self) -> None:
        """Closes what it has open."""
        with self._guard:
            self._home.close()
            self._shown.close()
            self._follower.close()

    def _state(self) -> tuple[int, str]:
        return self._whole.history.last_line(), self._whole.sources.imports(self._memories)

    def _late_lines(self) -> list[Change]:
        found: list[Change] = []
        for number, until in list(self._awaited.items()):
            with contextlib.suppress(LookupError):
                found.append(self._whole.history.line(number))
                del self._awaited[number]
            if time.monotonic() > until:
                self._awaited.pop(number, None)
        return found

    def _lines_since(self, before: tuple[int, str] | None, state: tuple[int, str]) -> list[Change] | None:
        """Returns the lines of the history since then, of whatever memory; None where something else was changed too,
        or too much to be looked at."""
        if before is None or before[1] != state[1] or not 0 <= state[0] - before[0] <= _MOST_LINES:
            return None
        lines: list[Change] = []
        for number in range(before[0] + 1, state[0] + 1):
            try:
                lines.append(self._whole.history.line(number))
            except LookupError:
                self._awaited[number] = time.monotonic() + _AWAITED
        return lines

    def _changed_alone(self, lines: list[Change], state: tuple[int, str]) -> bool:
        """Makes the changes that these lines tell of, and no other; tells whether that was possible."""
        if any(one.entity == "memories" for one in lines):
            return False
        units = sorted({one.number for one in lines if one.entity == "units" and one.number})
        states = self._states(units)
        if self._follower.has(units) != set(states):
            return False
        self._follower.rewrite(list(states.items()), [one for one in lines if self._is_shown(one)], state)
        if any(one.entity == "concepts" for one in lines):
            self._follower.follow(self._shown.contents(), _OF_CONCEPTS, state)
        return True

    def _states(self, units: list[int]) -> dict[int, UnitState]:
        found: dict[int, UnitState] = {}
        for unit in units:
            with contextlib.suppress(LookupError):
                found[unit] = self._shown.units.state(unit)
        return found

    def _is_shown(self, line: Change) -> bool:
        try:
            self._shown.history.line(line.line)
        except LookupError:
            return False
        return True


def bring_up(place: str, memories: Collection[str], file: Path) -> None:
    """Brings an extract of the home at a place up to date: work for a process of its own, where it takes long."""
    with open_home(place) as whole, contextlib.closing(Extract(whole, memories, file)) as extract:
        extract.catch_up()


def _opened(file: Path) -> Follower:
    file.parent.mkdir(mode=0o700, exist_ok=True)
    try:
        return Follower(file)
    except DatabaseError:
        remove(file)
        return Follower(file)


def remove(file: Path) -> None:
    """Removes an extract."""
    for one in (file, *(file.with_name(file.name + ending) for ending in ("-wal", "-shm"))):
        one.unlink(missing_ok=True)
