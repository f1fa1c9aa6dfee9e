"""The database is pleasant to open with other tools."""

from __future__ import annotations

from pathlib import Path

from tests.store.test_units import ONE, give
from tmtool.store.sqlite.database import open_database
from tmtool.store.sqlite.views import ensure_pair_view


def test_a_pair_of_languages_is_a_table_for_people() -> None:
    database = open_database(Path(":memory:"), create=True)
    give(database, [ONE])
    for _ in range(2):
        ensure_pair_view(database, "en-GB", "fr")
    assert database.execute("SELECT en, fr, memory FROM units_en_fr").fetchall() == [
        ("Other matters", "Questions diverses", "m")
    ]
