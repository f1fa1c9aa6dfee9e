"""A database is examined, and its indexes are made anew only where that mends it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.filling import store, unit
from tmtool.store import open_home
from tmtool.tasks.soundness import examine, mend


def filled(path: Path) -> Path:
    database = path / "tm.db"
    with open_home(database, create=True) as home:
        store(home, [unit("The river is long.", "Le fleuve est long.")])
    return database


def damage(database: Path, statement: str) -> None:
    connection = sqlite3.connect(database)
    with connection:
        connection.execute(statement)
    connection.close()


def test_examining_changes_nothing_and_mending_makes_the_indexes_anew(tmp_path: Path) -> None:
    database = filled(tmp_path)
    damage(database, "DELETE FROM index_segments WHERE segment_id = 1")
    with open_home(database) as home:
        found = examine(home)
        assert found.faults
        assert found.left == found.faults == examine(home).faults
        mended = mend(home)
        assert (mended.faults, mended.left, mended.mended) == (found.faults, (), True)
        assert examine(home).faults == ()


def test_a_sound_database_is_not_mended_and_what_waits_in_it_is_indexed(tmp_path: Path) -> None:
    with open_home(tmp_path / "tm.db", create=True) as home:
        store(home, [unit("The river is long.", "Le fleuve est long.")], index=False)
        found = mend(home)
        assert (found.faults, found.mended) == ((), False)
        assert home.segments.waiting() == 0
