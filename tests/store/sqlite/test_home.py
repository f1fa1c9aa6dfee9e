"""Tests what a home in a SQLite file opens and closes, and what becomes of its faults."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.filling import store, unit
from tmtool.errors import DatabaseError
from tmtool.store import is_damaged
from tmtool.store.sqlite import database
from tmtool.store.sqlite import home as sqlite_home
from tmtool.store.sqlite.home import SqliteHome


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.db"


@pytest.fixture
def home(path: Path) -> Iterator[SqliteHome]:
    with SqliteHome(path, create=True) as opened:
        store(opened, [unit("Other matters", "Questions diverses", "A/1")])
        yield opened


@pytest.fixture
def open_connections(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """Returns those opened from now on."""
    opened: list[sqlite3.Connection] = []

    def remembered(path: Path, **options: Any) -> sqlite3.Connection:
        opened.append(database.open_database(path, **options))
        return opened[-1]

    monkeypatch.setattr(sqlite_home, "open_database", remembered)
    return opened


def is_open(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return False
    return True


def test_a_thread_that_ends_takes_its_connection_with_it(
    home: SqliteHome, open_connections: list[sqlite3.Connection]
) -> None:
    for _ in range(5):
        thread = threading.Thread(target=lambda: home.concepts.any())
        thread.start()
        thread.join()
    assert [is_open(one) for one in open_connections] == [False] * 5


def test_closing_a_home_closes_the_connections_of_all_threads(
    path: Path, home: SqliteHome, open_connections: list[sqlite3.Connection]
) -> None:
    ended = threading.Event()
    asked = threading.Barrier(3)

    def ask() -> None:
        other.concepts.any()
        asked.wait()
        ended.wait()

    other = SqliteHome(path)
    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    asked.wait()
    assert [is_open(one) for one in open_connections] == [True] * 3
    other.close()
    assert [is_open(one) for one in open_connections] == [False] * 3
    ended.set()
    for thread in threads:
        thread.join()


def test_a_lock_is_told_by_whatever_is_asked(path: Path, home: SqliteHome, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 10)
    with SqliteHome(path) as other, home.transaction():
        with pytest.raises(DatabaseError, match="locked") as told, other.transaction():
            pass
        assert told.value.path == path
        with pytest.raises(DatabaseError, match="locked"), other.rehearsal():
            pass
        with pytest.raises(DatabaseError, match="locked"):
            other.segments.index_anew()


def test_a_damaged_table_of_tables_is_told_though_its_bytes_are_no_text(path: Path, home: SqliteHome) -> None:
    home.close()
    content = path.read_bytes()
    place = content.index(b"CREATE TABLE units")
    path.write_bytes(content[:place] + b"\xb1" * 18 + content[place + 18 :])
    with pytest.raises(DatabaseError, match="damaged"), SqliteHome(path) as damaged:
        damaged.faults()
    assert is_damaged(path)


def test_a_text_that_is_none_is_told_as_damage(path: Path, home: SqliteHome) -> None:
    store(home, [unit("One text", "Un texte")])
    home.close()
    content = path.read_bytes()
    path.write_bytes(content.replace(b"One text", b"\xb1\xb1\xb1 text"))
    with SqliteHome(path) as damaged, pytest.raises(DatabaseError, match="the database is damaged"):
        damaged.segments.first_texts("en", 5)


def test_a_damaged_page_is_told_by_what_comes_upon_it(path: Path, home: SqliteHome) -> None:
    store(home, [unit(f"Text {number} " + "x" * 500, f"Texte {number}") for number in range(200)])
    home.close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'segments'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\x99" * size
    path.write_bytes(content)
    with SqliteHome(path) as damaged:
        with pytest.raises(DatabaseError, match="damaged"):
            damaged.segments.first_texts("en", 5)
        with pytest.raises(DatabaseError, match="damaged"):
            list(damaged.units.read())
        assert not any(fault.mendable for fault in damaged.faults())
