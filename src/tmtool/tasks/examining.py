"""Is a database sound? Looks at the file, at what its tables say of each other, and at the indexes made from the texts;
those can be made anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tmtool.store.sqlite.database import expecting_faults, transaction
from tmtool.store.sqlite.segments import Segments

_MOST_TOLD = 10
"""Faults of the file that are told one by one."""

_WORDS = "segments_text"
"""The index of words, into which the check of the file looks from SQLite 3.44 on."""

_STRAY = (
    ("segments are missing in the index of similar texts",
     "SELECT count(*) FROM segments WHERE id <= (SELECT max(segment_id) FROM index_segments) "
     "AND id NOT IN (SELECT segment_id FROM index_segments)"),
    ("texts of the index of similar texts are no segments",
     "SELECT count(*) FROM index_segments WHERE segment_id NOT IN (SELECT id FROM segments)"),
    ("texts of the index of figures are no segments",
     "SELECT count(*) FROM segments_by_skeleton WHERE segment_id NOT IN (SELECT id FROM segments)"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and whether making the indexes anew mends it."""

    text: str
    mendable: bool


def examine(connection: sqlite3.Connection, database: Path) -> list[Fault]:
    """What is wrong with the database, the file first. A large one takes minutes."""
    with expecting_faults(database):
        told = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check ({_MOST_TOLD})")]
        if any(text != "ok" and _WORDS not in text for text in told):
            return [Fault(text, mendable=False) for text in told]
        return [*_references(connection), *_indexes(connection)]


def waiting(connection: sqlite3.Connection, database: Path) -> int:
    """How many segments wait to be indexed: lookups find them, more slowly."""
    with expecting_faults(database):
        return Segments(connection).waiting()


def mend(connection: sqlite3.Connection, database: Path, progress: Callable[[int, int], None]) -> None:
    """Makes the indexes anew from the texts, in one transaction; `progress` is told how many segments are done, and of
    how many."""
    with expecting_faults(database), transaction(connection):
        (total,) = connection.execute("SELECT count(*) FROM segments").fetchone()
        Segments(connection).index_anew(lambda done: progress(done, max(done, total)))


def _references(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Rows that name a row of another table that is not there."""
    counts: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        if not table.startswith("index_"):
            counts[table, parent] = counts.get((table, parent), 0) + 1
    for (table, parent), count in sorted(counts.items()):
        yield Fault(f"{count} rows of {table} name something that {parent} does not have", mendable=False)


def _indexes(connection: sqlite3.Connection) -> Iterator[Fault]:
    for text, query in _STRAY:
        (count,) = connection.execute(query).fetchone()
        if count:
            yield Fault(f"{count} {text}", mendable=True)
    try:
        connection.execute(f"INSERT INTO {_WORDS} ({_WORDS}) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        code = error.sqlite_errorcode & 0xFF
        if code == sqlite3.SQLITE_CORRUPT:
            yield Fault("the index of words is damaged", mendable=True)
        elif code != sqlite3.SQLITE_READONLY:  # of a database that may only be read it cannot be asked
            raise
