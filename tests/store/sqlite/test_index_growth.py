"""The index stays exact however it grew: generations merged, postings settled, rows split by length."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.sqlite.test_index import empty, pairs_in, scan, texts
from tmtool.errors import DatabaseError
from tmtool.store.sqlite import index, index_writing
from tmtool.store.sqlite.database import open_database
from tmtool.store.sqlite.index_layout import MOST_SEGMENTS
from tmtool.store.sqlite.index_writing import IndexWriter
from tmtool.store.sqlite.segment_table import SegmentTable
from tmtool.store.sqlite.transactions import transaction

Step = tuple[str, list[str]]
steps = st.lists(
    st.tuples(st.sampled_from(["add", "index", "remove"]), st.lists(texts, min_size=1, max_size=8)),
    min_size=1,
    max_size=8,
)


@pytest.fixture(autouse=True)
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sets limits that a few segments reach."""
    monkeypatch.setattr(index_writing, "SPLIT_FROM", 5)
    monkeypatch.setattr(index_writing, "SETTLE_FROM", 30)
    monkeypatch.setattr(index_writing, "SPILL_AT", 40)
    monkeypatch.setattr(index, "_FEW", 20)
    monkeypatch.setattr(index, "_NUMPY_AFTER", 0)


@settings(max_examples=80, deadline=None)
@given(steps=steps, query=texts, threshold=st.sampled_from([1, 50, 70, 85, 100]))
def test_after_any_adding_indexing_and_removing_every_match_is_found(
    steps: list[Step], query: str, threshold: int
) -> None:
    database = empty()
    for action, some in steps:
        with transaction(database):
            segments = SegmentTable(database)
            if action == "add":
                segments.ids([("en", text) for text in some])
            elif action == "index":
                segments.index()
            else:
                marks = ",".join("?" * len(some))
                rows = database.execute(f"SELECT id FROM segments WHERE text IN ({marks})", some)
                segments.drop_unused({row[0] for row in rows})
    assert pairs_in(database, query, "en", threshold) == scan(database, query, threshold)


def test_generations_stay_few_however_many_imports_there_were() -> None:
    database = empty()
    chance = random.Random(3)
    for number in range(60):
        with transaction(database):
            segments = SegmentTable(database)
            segments.ids([("en", f"item {number} " + " ".join(chance.choices("abcdefgh", k=6)))])
            segments.index()
    assert database.execute("SELECT count(*) FROM index_generations").fetchone()[0] < 8
    total = database.execute("SELECT sum(postings) FROM index_generations").fetchone()[0]
    assert total == database.execute("SELECT sum(frequency) FROM index_tokens").fetchone()[0]


def test_frequent_words_have_a_row_for_every_eight_lengths_and_rare_ones_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_writing, "SPILL_AT", 1_000)
    database = empty()
    with transaction(database):
        segments = SegmentTable(database)
        segments.ids([("en", " ".join(["the", *(f"w{length}x{n}" for n in range(length))])) for length in range(1, 21)])
        segments.index()
    lengths = (
        "SELECT (key >> 8) & 255 FROM index_postings WHERE key >> 16 = (SELECT id FROM index_tokens WHERE token = ?)"
    )
    assert [row[0] for row in database.execute(lengths, ("the",))] == [7, 15, 23]
    assert [row[0] for row in database.execute(lengths, ("w3x1",))] == [0]


def test_another_process_that_adds_words_meanwhile_gets_other_ids(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    with contextlib.closing(open_database(path, create=True)) as one, contextlib.closing(open_database(path)) as other:
        for database, text in ((one, "alpha beta"), (other, "gamma delta"), (one, "epsilon alpha")):
            with transaction(database):
                segments = SegmentTable(database)
                segments.ids([("en", text)])
                segments.index()
        ids = [row[0] for row in one.execute("SELECT id FROM index_tokens")]
        assert len(ids) == len(set(ids)) == 5
        assert pairs_in(one, "gamma delta", "en", 100) == [(2, 100)]


def test_segment_ids_past_the_limit_are_refused() -> None:
    with pytest.raises(DatabaseError, match="full"):
        IndexWriter(empty()).add("en", [MOST_SEGMENTS], ["a"])


def test_the_commonest_words_of_a_new_database_get_the_lowest_ids() -> None:
    database = empty()
    with transaction(database):
        segments = SegmentTable(database)
        segments.ids([("en", f"rare{n} the") for n in range(300)] + [("fr", f"peu{n} de la") for n in range(200)])
        segments.index()
    lowest = database.execute("SELECT language, token FROM index_tokens ORDER BY id LIMIT 3").fetchall()
    assert sorted(lowest) == [("en", "the"), ("fr", "de"), ("fr", "la")]
