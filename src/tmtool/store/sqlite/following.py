"""Keeps a database in step with what a limited home shows (`tmtool.store.extract`): what differs is written, and
nothing else.

Its rows have the numbers that they have there, but for segments: a segment with an old number may come to be shown,
and those that wait to be indexed are always the last ones. So it numbers texts itself, and `extract_segments` says
which number each has there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

from tmtool.errors import DatabaseError
from tmtool.store import EXTRACTS
from tmtool.store.sql.history import written
from tmtool.store.sql.purging import Numbers
from tmtool.store.sqlite import purging, purging_copies
from tmtool.store.sqlite.batches import filled, marks
from tmtool.store.sqlite.database import open_database
from tmtool.store.sqlite.dialect import SqliteDialect
from tmtool.store.sqlite.faults import expecting_faults
from tmtool.store.sqlite.segment_table import SegmentTable
from tmtool.store.sqlite.transactions import transaction
from tmtool.store.sqlite.units import SqliteUnits
from tmtool.store.tables import COLUMNS, Contents, Row
from tmtool.store.values import Change, Part, UnitState

T = TypeVar("T")

_AT_ONCE = 1_000
_OWN_TABLES = (
    "CREATE TABLE IF NOT EXISTS extract_segments (given INTEGER PRIMARY KEY, own INTEGER NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS extract_state (only INTEGER PRIMARY KEY, line INTEGER NOT NULL, files TEXT NOT NULL) "
    "STRICT",
    # What is shown of a history is not all of it, and may become less.
    "DROP TRIGGER IF EXISTS history_is_not_rewritten",
    "DROP TRIGGER IF EXISTS history_is_not_erased",
)
_NUMBERED = "SELECT given, language, text FROM extract_segments JOIN segments ON id = own ORDER BY 1"
_UNUSED = "SELECT id FROM segments s WHERE NOT EXISTS (SELECT 1 FROM variants WHERE segment_id = s.id)"


def extracts_of(path: Path) -> list[Path]:
    """Returns the databases that follow parts of the one at a path."""
    return sorted(path.with_name(path.name + EXTRACTS).glob("*.db"))


def purge_extracts(path: Path, part: Part | None, gone: Numbers) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Purges the databases that follow parts of the one at a path, by the names of the part and the numbers that went;
    which have it no more, and which could not be changed."""
    done: list[str] = []
    left: list[str] = []
    for extract in extracts_of(path):
        try:
            with closing(Follower(extract)) as follower:
                whole = follower.purge(part, gone)
        except (OSError, DatabaseError):
            whole = False
        (done if whole else left).append(str(extract))
    return tuple(done), tuple(left)


class Follower:
    """A `Follower` writes to a database that follows a limited home. One thread at a time may use it."""

    def __init__(self, path: Path) -> None:
        """Opens the database, made if there is none. Raises DatabaseError."""
        self._path = path
        with expecting_faults(path):
            self._connection = open_database(path, create=True)
            # It can be made anew: what was copied before its tables were brought up to date is not needed.
            purging_copies.remove_migration_copies(path)
            # By this one it is read as it was, while the other writes.
            self._before = open_database(path)
            # A line of the history may be part of one that is not shown.
            self._connection.execute("PRAGMA foreign_keys = OFF")
            for statement in _OWN_TABLES:
                self._connection.execute(statement)

    @property
    def state(self) -> tuple[int, str] | None:
        """Returns the state of the home that it is in step with, as `follow` was told; None at first."""
        with expecting_faults(self._path):
            found = self._connection.execute("SELECT line, files FROM extract_state").fetchone()
        return (int(found[0]), str(found[1])) if found else None

    def follow(self, given: Contents, tables: Collection[str], state: tuple[int, str]) -> None:
        """Makes these tables what is given, and indexes the texts."""
        with expecting_faults(self._path), transaction(self._connection), _as_it_was(self._before):
            for table, rows in given:
                if table == "segments" and table in tables:
                    self._number(rows)
                elif table in tables:
                    self._write(table, self._numbered(rows) if table == "variants" else rows)
            segments = SegmentTable(self._connection)
            if "variants" in tables:
                segments.drop_unused([int(row[0]) for row in self._connection.execute(_UNUSED)])
            segments.index()
            self._remember(state)

    def has(self, units: Sequence[int]) -> set[int]:
        """Returns those of the units that it has."""
        with expecting_faults(self._path):
            return {
                int(row[0])
                for some in filled(units, _AT_ONCE)
                for row in self._connection.execute(f"SELECT id FROM units WHERE id IN ({marks(some)})", some)
            }

    def rewrite(self, states: Sequence[tuple[int, UnitState]], lines: Sequence[Change], state: tuple[int, str]) -> None:
        """Makes these the states of units that it has, and adds lines to the history."""
        with expecting_faults(self._path), transaction(self._connection):
            SqliteUnits(SqliteDialect(self._connection, self._path)).rewrite_all(states)
            SegmentTable(self._connection).index()
            self._connection.executemany(
                f"INSERT OR REPLACE INTO history ({COLUMNS['history']}) VALUES ({_marks_of('history')})",
                ((*_head(one), written(one.before), written(one.after), one.part_of) for one in lines),
            )
            self._remember(state)

    def purge(self, part: Part | None, gone: Numbers) -> bool:
        """Has a part, None for what is set aside, and what has these numbers leave no trace in the file; tells whether
        that is complete."""
        with expecting_faults(self._path):
            self._connection.execute("PRAGMA foreign_keys = ON")
            purging.purge(SqliteDialect(self._connection, self._path), part, gone)
            self._connection.execute("PRAGMA foreign_keys = OFF")
            # How much was purged of all memories is not told.
            self._connection.execute("DELETE FROM history WHERE action = 'purge'")
            return purging.complete(self._connection)

    def purge_removed(self) -> None:
        """Has what it no longer holds leave no trace in the file."""
        with expecting_faults(self._path):
            purging.purge_removed(self._connection)
            purging.complete(self._connection)

    def close(self) -> None:
        """Closes the database."""
        self._before.close()
        self._connection.close()

    def _remember(self, state: tuple[int, str]) -> None:
        self._connection.execute("INSERT OR REPLACE INTO extract_state VALUES (1, ?, ?)", state)

    def _number(self, rows: Iterable[Row]) -> None:
        """Stores the texts that are new, and says which number each segment has here."""
        table = SegmentTable(self._connection)
        for some in _parts(_differing(rows, self._before.execute(_NUMBERED))):
            self._connection.executemany("DELETE FROM extract_segments WHERE given = ?", ((key,) for key, _ in some))
            new = [row for _, group in some for row in group]
            own = table.ids((str(language), str(text)) for _, language, text in new)
            self._connection.executemany(
                "INSERT INTO extract_segments VALUES (?, ?)",
                ((row[0], number) for row, number in zip(new, own, strict=True)),
            )

    def _numbered(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yields variants with the numbers that their segments have here."""
        for some in _parts(iter(rows)):
            wanted = list({row[2] for row in some})
            own = {
                given: number
                for part in filled(wanted, _AT_ONCE)
                for given, number in self._connection.execute(
                    f"SELECT given, own FROM extract_segments WHERE given IN ({marks(part)})", part
                )
            }
            yield from ((*row[:2], own[row[2]], *row[3:]) for row in some)

    def _write(self, table: str, rows: Iterable[Row]) -> None:
        columns = COLUMNS[table]
        first = columns.partition(",")[0]
        before = self._before.execute(f"SELECT {columns} FROM {table} ORDER BY 1")
        for some in _parts(_differing(rows, before)):
            self._connection.executemany(f"DELETE FROM {table} WHERE {first} = ?", ((key,) for key, _ in some))
            # What has the name of a row that comes later takes its place: that one has another name by then.
            self._connection.executemany(
                f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({_marks_of(table)})",
                (row for _, group in some for row in group),
            )


@contextmanager
def _as_it_was(connection: sqlite3.Connection) -> Iterator[None]:
    """Has a connection read one state of the database."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def _head(line: Change) -> tuple[int, str, str, str, str, int]:
    return line.line, line.at, line.author, line.action, line.entity, line.number


def _marks_of(table: str) -> str:
    return ", ".join("?" for _ in COLUMNS[table].split(", "))


def _differing(rows: Iterable[Row], before: Iterable[Row]) -> Iterator[tuple[Any, list[Row]]]:
    """Yields each first value whose rows are others than before, with its rows, none where it has no more. Both come in
    the order of their first values."""
    groups, groups_before = _groups(rows), _groups(before)
    one, was = next(groups, None), next(groups_before, None)
    while one or was:
        if was is None or (one is not None and one[0] < was[0]):
            assert one is not None
            yield one
            one = next(groups, None)
        elif one is None or was[0] < one[0]:
            yield was[0], []
            was = next(groups_before, None)
        else:
            if set(one[1]) != set(was[1]):
                yield one
            one, was = next(groups, None), next(groups_before, None)


def _groups(rows: Iterable[Row]) -> Iterator[tuple[Any, list[Row]]]:
    return ((key, list(group)) for key, group in groupby(rows, key=itemgetter(0)))


def _parts(some: Iterator[T]) -> Iterator[list[T]]:
    while part := list(islice(some, _AT_ONCE)):
        yield part
