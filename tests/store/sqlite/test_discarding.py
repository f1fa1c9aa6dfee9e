"""Tests that a database goes again that was made for what did not come in, and only such a one."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.filling import store, unit
from tmtool.store import discard_empty, open_home


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Returns the path of a database in which nothing is."""
    path = tmp_path / "new.db"
    open_home(path, create=True).close()
    return path


def test_a_database_in_which_nothing_is_goes(path: Path) -> None:
    discard_empty(path)
    assert list(path.parent.iterdir()) == []
    discard_empty(path)
    assert list(path.parent.iterdir()) == []


def test_one_in_which_something_is_stays_as_it_is(path: Path) -> None:
    with open_home(path) as home:
        store(home, [unit("The report", "Le rapport")])
    discard_empty(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with open_home(path) as home:
        assert home.statistics().languages == {"en": 1, "fr": 1}


def test_one_that_somebody_has_open_stays(path: Path) -> None:
    with open_home(path) as home:
        discard_empty(path)
        store(home, [unit("The report", "Le rapport")])
    with open_home(path) as home:
        assert home.statistics().languages == {"en": 1, "fr": 1}


def test_who_opens_one_that_goes_at_that_moment_makes_it_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def late(*values: Any, **named: Any) -> sqlite3.Connection:
        monkeypatch.setattr(sqlite3, "connect", connect)
        connection: sqlite3.Connection = connect(*values, **named)
        discard_empty(path)
        return connection

    monkeypatch.setattr(sqlite3, "connect", late)
    with open_home(path, create=True) as home:
        store(home, [unit("The report", "Le rapport")])
    with open_home(path) as home:
        assert home.statistics().languages == {"en": 1, "fr": 1}
