"""The database is pleasant to open with other tools."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from tests.filling import store, unit
from tmtool.store import open_home


def test_a_pair_of_languages_is_a_table_for_people(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    with open_home(path, create=True) as home:
        store(home, [unit("Other matters", "Questions diverses")], memory="m")
        for _ in range(2):
            home.show_pair("en-GB", "fr")
    with contextlib.closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT en, fr, memory FROM units_en_fr").fetchall()
    assert rows == [("Other matters", "Questions diverses", "m")]
