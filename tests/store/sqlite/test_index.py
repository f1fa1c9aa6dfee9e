"""Tests the fuzzy index against a scan of everything with the rate's own definition."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.test_segments import textbook_rate
from tmtool.store.sqlite import index
from tmtool.store.sqlite.database import open_database
from tmtool.store.sqlite.index import FuzzyIndex
from tmtool.store.sqlite.segment_table import SegmentTable
from tmtool.store.sqlite.transactions import transaction

WORDS = ["the", "of", "report", "Group", "agenda", "7", "(", ".", "migrants", "session"]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
long_texts = st.lists(st.sampled_from(WORDS[:5]), min_size=250, max_size=300).map(" ".join)


@pytest.fixture(params=["dictionaries", "arrays"], autouse=True)
def counting(request: pytest.FixtureRequest) -> Iterator[None]:
    """Yields both ways in which postings are counted."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "arrays":
            patch.setattr(index, "_FEW", 1)
            patch.setattr(index, "_NUMPY_AFTER", 0)
        yield


def empty() -> sqlite3.Connection:
    return open_database(Path(":memory:"), create=True)


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with contextlib.closing(empty()) as connection:
        yield connection


def fill(connection: sqlite3.Connection, stored: list[str]) -> None:
    segments = SegmentTable(connection)
    segments.ids([("en", text) for text in stored])
    segments.index()


def scan(connection: sqlite3.Connection, query: str, threshold: int) -> list[tuple[int, int]]:
    rows = connection.execute("SELECT id, text FROM segments WHERE language = 'en'")
    found = [(segment, textbook_rate(query, text)) for segment, text in rows]
    return sorted(((s, r) for s, r in found if r >= threshold), key=lambda item: (-item[1], item[0]))


def pairs_in(connection: sqlite3.Connection, query: str, language: str, threshold: int) -> list[tuple[int, int]]:
    found = FuzzyIndex(connection).find(query, language, threshold)
    return [(segment, rate) for rate, segments in found for segment in segments]


@settings(max_examples=60, deadline=None)
@given(stored=st.lists(texts, min_size=1, max_size=25), query=texts, threshold=st.integers(1, 100))
def test_every_segment_at_or_above_the_threshold_is_found(stored: list[str], query: str, threshold: int) -> None:
    database = empty()
    fill(database, stored)
    assert pairs_in(database, query, "en", threshold) == scan(database, query, threshold)


@settings(max_examples=60, deadline=None)
@given(stored=st.lists(texts, min_size=1, max_size=25), query=texts, threshold=st.integers(1, 100))
def test_neither_verifying_in_parts_nor_leaving_out_a_list_loses_a_match(
    stored: list[str], query: str, threshold: int
) -> None:
    database = empty()
    fill(database, stored)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "_VERIFIED_FIRST", 1)
        patch.setattr(index, "_SAMPLED_FROM", 1)
        assert pairs_in(database, query, "en", threshold) == scan(database, query, threshold)


def test_who_asks_for_the_best_rate_has_few_of_the_others_verified(database: sqlite3.Connection) -> None:
    with transaction(database):
        fill(database, ["report of the Group", *(f"report of the Group {number}" for number in range(1_000))])
    asked: list[str] = []
    database.set_trace_callback(asked.append)
    best = next(FuzzyIndex(database).find("report of the Group", "en", 70))
    database.set_trace_callback(None)
    assert best == (100, [1])
    assert sum("index_segments ON" in statement for statement in asked) == 1


@settings(max_examples=30, deadline=None)
@given(stored=st.lists(texts, min_size=2, max_size=25, unique=True), query=texts, data=st.data())
def test_what_is_removed_is_not_found_and_the_rest_still_is(stored: list[str], query: str, data: st.DataObject) -> None:
    database = empty()
    fill(database, stored)
    gone = data.draw(st.sets(st.sampled_from(range(len(stored)))))
    ids = [row[0] for row in database.execute("SELECT id FROM segments ORDER BY id")]
    segments = SegmentTable(database)
    segments.drop_unused({ids[place] for place in gone if place < len(ids)})
    assert pairs_in(database, query, "en", 50) == scan(database, query, 50)


@settings(max_examples=10, deadline=None)
@given(stored=st.lists(long_texts, min_size=1, max_size=4), query=long_texts)
def test_very_long_segments_are_found(stored: list[str], query: str) -> None:
    database = empty()
    fill(database, stored)
    assert pairs_in(database, query, "en", 50) == scan(database, query, 50)


def test_a_word_that_no_segment_has_does_not_hide_a_match(database: sqlite3.Connection) -> None:
    with transaction(database):
        fill(database, ["Opening of the seventh meeting"])
    assert pairs_in(database, "Opening of the eighth meeting", "en", 70) == [(1, 80)]


def test_unknown_words_of_the_query_are_told_apart(database: sqlite3.Connection) -> None:
    with transaction(database):
        fill(database, ["alpha beta gamma delta"])
    assert pairs_in(database, "alpha beta zulu yankee", "en", 50) == [(1, 50)]
    assert pairs_in(database, "alpha zulu xray yankee", "en", 50) == []


def test_segments_of_another_language_are_not_found(database: sqlite3.Connection) -> None:
    with transaction(database):
        segments = SegmentTable(database)
        segments.ids([("fr-CA", "Introduction")])
        segments.index()
    assert pairs_in(database, "Introduction", "en", 70) == []
    assert pairs_in(database, "Introduction", "fr", 70) == [(1, 100)]


def test_a_query_without_tokens_finds_nothing(database: sqlite3.Connection) -> None:
    assert pairs_in(database, "  ", "en", 50) == []


def test_a_single_lookup_does_not_load_numpy_and_many_do(tmp_path: Path) -> None:
    path = tmp_path / "tmtool.db"
    with contextlib.closing(open_database(path, create=True)) as connection, transaction(connection):
        fill(connection, [f"report {number}" for number in range(1_500)])
    script = (
        "import sys; from pathlib import Path; from tmtool.store.sqlite.database import open_database\n"
        "from tmtool.store.sqlite.index import FuzzyIndex\n"
        "index = FuzzyIndex(open_database(Path(sys.argv[1])))\n"
        "for _ in range(int(sys.argv[2])): next(index.find('report of', 'en', 50))\n"
        "print('numpy' in sys.modules)"
    )
    loaded = [
        subprocess.run(
            [sys.executable, "-c", script, str(path), lookups], capture_output=True, text=True, check=True
        ).stdout.strip()
        for lookups in ("1", "200")
    ]
    assert loaded == ["False", "True"]
