"""Is a database sound? Looks at the file, at what its tables say of each other, and at the indexes."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from tmtool.model.wording import say
from tmtool.store.sqlite.full_text import INDEXED_TEXTS
from tmtool.store.sqlite.index_layout import character_of
from tmtool.store.values import Fault

_MOST_TOLD = 10
"""Faults of the file that are told one by one."""

_WORDS = re.compile("|".join(INDEXED_TEXTS))
"""The index of words, into which the check of the file looks from SQLite 3.44 on."""

_STRAY = (
    (say("segments are missing in the index of similar texts"),
     "SELECT count(*) FROM segments WHERE id <= (SELECT max(segment_id) FROM index_segments) "
     "AND id NOT IN (SELECT segment_id FROM index_segments)"),
    (say("texts of the index of similar texts are no segments"),
     "SELECT count(*) FROM index_segments WHERE segment_id NOT IN (SELECT id FROM segments)"),
    (say("texts of the index of figures are no segments"),
     "SELECT count(*) FROM segments_by_skeleton WHERE segment_id NOT IN (SELECT id FROM segments)"),
)  # fmt: skip


def faults(connection: sqlite3.Connection) -> list[Fault]:
    """Returns what is wrong with the database, the file first. A large one takes minutes."""
    told = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check ({_MOST_TOLD})")]
    if any(text != "ok" and not _WORDS.search(text) for text in told):
        return [Fault(text, mendable=False) for text in told]
    return [*_references(connection), *_units(connection), *_indexes(connection)]


def _references(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yields rows that name a row of another table that is not there."""
    counts: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        if not table.startswith("index_"):
            counts[table, parent] = counts.get((table, parent), 0) + 1
    for (table, parent), count in sorted(counts.items()):
        yield Fault(
            say(
                "{count} rows of {table} name something that {parent} does not have",
                count=count,
                table=table,
                parent=parent,
            ),
            mendable=False,
        )


def _units(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yields that units have lost their texts, which an index cannot give back."""
    (count,) = connection.execute(
        "SELECT count(*) FROM units WHERE NOT EXISTS (SELECT 1 FROM variants WHERE unit_id = units.id)"
    ).fetchone()
    if count:
        yield Fault(f"{count} {say('units have no text')}", mendable=False)


def _indexes(connection: sqlite3.Connection) -> Iterator[Fault]:
    for text, query in _STRAY:
        (count,) = connection.execute(query).fetchone()
        if count:
            yield Fault(f"{count} {text}", mendable=True)
    if count := _missing_words(connection):
        yield Fault(f"{count} {say('words are missing in the index of similar texts')}", mendable=True)
    try:
        for table in INDEXED_TEXTS:
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        code = error.sqlite_errorcode & 0xFF
        if code == sqlite3.SQLITE_CORRUPT:
            yield Fault(say("the index of words is damaged"), mendable=True)
        elif code != sqlite3.SQLITE_READONLY:  # of a database that may only be read it cannot be asked
            raise


def _missing_words(connection: sqlite3.Connection) -> int:
    """Returns how many words of indexed segments are not in the table of words; then lookups miss them. Asked is in one
    statement, since another program may number them anew."""
    used: set[str] = set()
    numbered: set[str] = set()
    for tokens, number in connection.execute(
        "SELECT tokens, NULL FROM index_segments UNION ALL SELECT NULL, id FROM index_tokens"
    ):
        if tokens is None:
            numbered.add(character_of(number))
        else:
            used.update(tokens)
    return len(used - numbered)
