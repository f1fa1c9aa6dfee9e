"""Answers questions that a person writes in SQL, which can change nothing, and says which tables there are to ask."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlite_utils import Database

from tmtool.model.wording import Wording, say
from tmtool.store.sqlite.database import open_database
from tmtool.store.values import Cell, Table

_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_MISTAKES = (
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_TOOBIG,
    sqlite3.SQLITE_MISMATCH,
)
_SAID: tuple[tuple[str, Callable[[str], Wording]], ...] = (
    (r"no such table: (.+)", lambda name: say("there is no table {name}", name=name)),
    (r"no such column: (.+)", lambda name: say("there is no column {name}", name=name)),
    (r"no such function: (.+)", lambda name: say("there is no function {name}", name=name)),
    (r"ambiguous column name: (.+)", lambda name: say("several tables have a column {name}", name=name)),
    (r"wrong number of arguments to function (.+)", lambda name: say("{name} takes more values, or fewer", name=name)),
    (r'near "(.*)": syntax error', lambda word: say("something is wrong near '{word}'", word=word)),
    (r'unrecognized token: "(.*)"', lambda word: say("something is wrong near '{word}'", word=word)),
    (r"(incomplete input)", lambda _: say("its end is missing")),
    (
        r"(not authorized|authorization denied|.*prohibited.*|attempt to write.*)",
        lambda _: say("it would change something"),
    ),
    (r"(You can only execute one statement at a time\.)", lambda _: say("these are several statements")),
    (r"(string or blob too big)", lambda _: say("a value is too large")),
    (r"(Incorrect number of bindings supplied.*)", lambda _: say("it has places for values")),
)
"""What SQLite says of everyday mistakes, so that it can be said in other languages."""
_OPERATIONS_BETWEEN_LOOKS = 100_000
"""Operations of SQLite after which Python looks whether the person has pressed Ctrl-C."""
_OWN = (
    "index_",
    "segments_text",
    "segments_words",
    "segments_by_skeleton",
    "term_forms",
    "sqlite_",
    "last_numbers",
    "purges",
)
"""How the names of tables begin that only tmtool reads."""


@contextlib.contextmanager
def answered(path: Path, sql: str) -> Iterator[tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]]:
    """Gives the names of the columns and the rows that answer a statement, read as they are taken. Raises ValueError
    for a statement that is wrong, or would change something."""
    with contextlib.closing(open_database(path)) as connection:
        database = Database(connection)
        connection.execute("PRAGMA query_only = ON")
        connection.set_authorizer(_only_reading)
        connection.set_progress_handler(lambda: 0, _OPERATIONS_BETWEEN_LOOKS)
        try:
            cursor = database.execute(sql)
            names = tuple(one[0] for one in cursor.description or ())
            yield names, (tuple(map(_cell, row)) for row in cursor)
        except (sqlite3.ProgrammingError, sqlite3.Warning) as error:
            raise ValueError(_wording(str(error))) from error
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in _MISTAKES:
                raise
            raise ValueError(_wording(str(error))) from error


def tables(connection: sqlite3.Connection) -> list[Table]:
    """Returns the tables and views that people may ask, with their columns and how many rows they have."""
    database = Database(connection)
    found = [
        Table(one.name, tuple(column.name for column in one.columns), one.count, is_view=False)
        for one in database.tables
        if not one.name.startswith(_OWN)
    ]
    found += [
        Table(one.name, tuple(column.name for column in one.columns), one.count, is_view=True) for one in database.views
    ]
    return found


def _only_reading(action: int, *named: str | None) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _wording(said: str) -> Wording:
    """Returns what SQLite says of a mistake, in words that can be translated if it is an everyday one."""
    for pattern, wording in _SAID:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return wording(found[1])
    return say("SQLite says: {said}", said=said)


def _cell(value: object) -> Cell:
    if isinstance(value, bytes):
        return value.hex()
    assert value is None or isinstance(value, str | int | float)
    return value
