"""Tests that rows of the fuzzy index that have settled find what a scan finds, whatever has changed since."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.filling import store, unit
from tests.postgresql_server import new_schema
from tests.store.test_segments import fill, named, textbook_rate, texts
from tests.store.test_units import emptied
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.postgresql import fuzzy, settling
from tmtool.store.values import Part
from tmtool.tasks import forgetting, replacing
from tmtool.tasks.replacing import Replacement

NOTHING, EVERYTHING = -1, 1 << 40
QUERIES = ("Report 5 on the smuggling of migrants", "Report 3 on the work of group 1", "Report")


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    """Yields a home for all examples."""
    with open_home(new_schema(), create=True) as opened:
        yield opened


def similar(home: Home, query: str, threshold: int) -> dict[str, int]:
    """Returns the rates of the English texts that are found."""
    return dict(named(home, home.segments.similar(query, "en", threshold)))


def scanned(stored: list[str], query: str, threshold: int) -> dict[str, int]:
    """Returns the rates of those of these texts that reach the threshold."""
    return {text: rate for text in stored if (rate := textbook_rate(query, text)) >= threshold}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    settled=st.lists(texts, min_size=1, max_size=20),
    later=st.lists(texts, max_size=5),
    query=texts,
    threshold=st.sampled_from([50, 60, 70, 85, 100]),
    few=st.sampled_from([NOTHING, EVERYTHING]),
)
def test_settled_rows_and_later_ones_find_together_what_a_scan_of_everything_finds(
    home: Home, settled: list[str], later: list[str], query: str, threshold: int, few: int
) -> None:
    fill(emptied(home), *settled)
    home.segments.index_anew()
    fill(home, *later, path="b")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fuzzy, "_FEW", few)
        assert similar(home, query, threshold) == scanned([*settled, *later], query, threshold)


@pytest.mark.parametrize("few", [NOTHING, EVERYTHING])
def test_what_has_settled_and_then_changed_is_found_as_it_is_now(
    home: Home, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(fuzzy, "_FEW", few)
    some = [f"Report {number} on the smuggling of migrants" for number in range(12)]
    others = [f"Report {number} on the work of group 1" for number in range(12)]
    fill(emptied(home), *some)
    fill(home, *others, path="b")
    home.segments.index_anew()

    def is_as_scanned(stored: list[str]) -> bool:
        return all(similar(home, query, rate) == scanned(stored, query, rate) for query in QUERIES for rate in (50, 70))

    assert is_as_scanned([*some, *others])
    for put in ("trafficking in persons and the smuggling", "SMUGGLING"):
        replacing.replace_all(home, Replacement("smuggling", put, "en"))
        assert is_as_scanned([*(text.replace("smuggling", put) for text in some), *others])
        replacing.undo(home)
        assert is_as_scanned([*some, *others])
    forgetting.forget(home, Part(source="b"))
    assert is_as_scanned(some)
    assert home.faults() == []
    home.segments.index_anew()
    assert is_as_scanned(some)
    assert home.faults() == []


def test_rows_that_are_many_settle_after_an_import_and_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "_ROOM", 0)
    monkeypatch.setattr(settling, "_MANY", 50)
    monkeypatch.setattr(settling, "_AT_ONCE", 7)
    place = new_schema()
    with open_home(place, create=True) as home, psycopg.connect(place, autocommit=True) as connection:

        def rows(of: str) -> int:
            row = connection.execute(f"SELECT count(*) FROM {of}").fetchone()
            assert row
            return int(row[0])

        some = [f"Report {number} on the smuggling of migrants" for number in range(12)]
        store(home, [unit(text, text.upper()) for text in some], index=False)
        before = rows("fuzzy WHERE segment IS NOT NULL")
        assert before > 50
        told: list[tuple[int, int]] = []
        home.segments.index(lambda done, expected: told.append((done, expected)))
        assert told == sorted(told)
        assert {expected for _, expected in told} == {24}
        assert told[-1] == (24, 24)
        assert rows("fuzzy WHERE segment IS NOT NULL") == 0
        assert rows(f"({settling.ALL_SEGMENTS}) AS f") == before
        fill(home, "Report 5 on migrants", path="b")
        # Few rows stay where they are.
        assert rows("fuzzy WHERE segment IS NOT NULL") > 0
        for query in QUERIES:
            assert similar(home, query, 50) == scanned([*some, "Report 5 on migrants"], query, 50)
        assert home.faults() == []


def test_a_segment_that_the_settled_rows_lack_is_told_and_mended() -> None:
    place = new_schema()
    with open_home(place, create=True) as home, psycopg.connect(place, autocommit=True) as connection:
        fill(home, "Report on the work", "Quite another text")
        home.segments.index_anew()
        connection.execute("DELETE FROM fuzzy WHERE length = 3")
        assert [fault.mendable for fault in home.faults()] == [True]
        home.segments.index_anew()
        assert home.faults() == []
        assert similar(home, "Quite another text", 100) == {"Quite another text": 100}
