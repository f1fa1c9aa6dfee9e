"""What a program had counted of words before its transaction came to nothing is counted anew when the database is
mended."""

from __future__ import annotations

from contextlib import suppress

import psycopg
import pytest

from tests.filling import store, unit
from tmtool.store.home import Home
from tmtool.tasks.soundness import mend

COUNTED = "SELECT language, number, segments, postings FROM tokens ORDER BY 1, 2"


@pytest.fixture
def drifted(home: Home, place: str) -> list[tuple[int, ...]]:
    """Has words counted of texts that are not stored in the end, and returns what was counted before."""
    store(home, [unit(f"Report {number} of the report", f"Rapport {number % 3}") for number in range(9)], path="a")
    with psycopg.connect(place) as connection:
        before = connection.execute(COUNTED).fetchall()
    with suppress(ZeroDivisionError), home.transaction():
        writer = home.sources.replace_units("default", "b", "table", "")
        for number in range(40):
            writer.add(unit(f"Report {number + 20} of the report", f"Rapport {number % 3}"))
        writer.finish()
        raise ZeroDivisionError
    return before


def counted(place: str, before: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Returns how the words are counted that were there before."""
    numbers = {row[:2] for row in before}
    with psycopg.connect(place) as connection:
        return [row for row in connection.execute(COUNTED).fetchall() if row[:2] in numbers]


def test_a_sound_database_that_is_mended_has_its_words_counted(
    home: Home, place: str, drifted: list[tuple[int, ...]]
) -> None:
    assert counted(place, drifted) != drifted
    found = mend(home)
    assert (found.faults, found.left) == ((), ())
    assert counted(place, drifted) == drifted


def test_words_are_not_counted_while_somebody_stores_texts(
    home: Home, place: str, drifted: list[tuple[int, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tmtool.store.postgresql.recounting._PATIENCE_S", 0.05)
    wrong = counted(place, drifted)
    with psycopg.connect(place) as connection:
        connection.execute("LOCK TABLE segments IN ROW EXCLUSIVE MODE")
        assert mend(home).faults == ()
    assert counted(place, drifted) == wrong
