"""Tests what is found among segments that wait to be indexed."""

from __future__ import annotations

import contextlib
import sqlite3
import tracemalloc
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmtool.languages import language_of
from tmtool.store.differences import differences
from tmtool.store.sqlite import waiting as waiting_module
from tmtool.store.sqlite.database import open_database
from tmtool.store.sqlite.segment_table import SegmentTable
from tmtool.store.sqlite.sign_arrays import signed_many
from tmtool.store.sqlite.text_replacing import Had, TextReplacing
from tmtool.store.sqlite.transactions import transaction
from tmtool.store.sqlite.waiting import Waiting, remember_waiting
from tmtool.store.sqlite.word_signs import SignedTexts, signed
from tmtool.text.masks import VALUES, skeletons
from tmtool.text.tokens import folded, token_rate, tokens

PIECES = ["the", "(the)", "Group's", "group", "7/1", "REPORT,", "Été", "報告", "ß", ".", "Euro1.5", "ＡＢ", "a\nb", "_"]
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join)
any_text = st.text().map(lambda text: unicodedata.normalize("NFC", text))


@settings(max_examples=80, deadline=None)
@given(
    stored=st.lists(texts, min_size=1, max_size=20, unique=True),
    query=texts,
    threshold=st.integers(1, 100),
    few=st.sampled_from([1, 40]),
)
def test_what_waits_is_found_at_its_rate_and_by_its_words(
    stored: list[str], query: str, threshold: int, few: int
) -> None:
    words = tokens(query)
    rates = {place: token_rate(words, tokens(text), threshold) for place, text in enumerate(stored, 1)}
    with (
        contextlib.closing(open_database(Path(":memory:"), create=True)) as database,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(waiting_module, "_MANY", few)
        half = len(stored) // 2
        for part in (stored[:half], stored[half:]):
            SegmentTable(database).ids([("en", text) for text in part])
        waiting = Waiting(database)
        for _ in range(2):
            assert dict(waiting.find(words, "en", threshold)) == {one: rate for one, rate in rates.items() if rate}
            (skeleton,) = skeletons([query], language_of("en"))
            alike = [
                place for place, text in enumerate(stored, 1) if skeletons([text], language_of("en")) == [skeleton]
            ]
            assert not skeleton or [place for place, _ in waiting.alike(skeleton, "en")] == alike[::-1]
        assert waiting.find(words, "fr", threshold) == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(texts, any_text), min_size=1, max_size=30))
def test_many_texts_get_the_signs_that_few_get(some: list[str]) -> None:
    segments = range(7, 7 + len(some))
    assert signed_many(segments, some) == signed(segments, some)


def test_each_character_gets_the_signs_in_arrays_that_it_gets_alone() -> None:
    characters = [chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000]
    around = [text for one in characters if (text := f"a{one}b {one} 1{one}") == unicodedata.normalize("NFC", text)]
    for start in range(0, len(around), 64):
        some = around[start : start + 64]
        assert signed_many(range(len(some)), some) == signed(range(len(some)), some)


@settings(max_examples=100, deadline=None)
@given(stored=st.lists(texts, min_size=1, max_size=20), query=texts, loss=st.integers(0, 12))
def test_no_text_is_passed_over_that_misses_few_enough_tokens(stored: list[str], query: str, loss: int) -> None:
    weights = Counter(tokens(query))
    found = SignedTexts([signed(range(1, 1 + len(stored)), stored)]).missing_few(weights, loss, 0, 1000)
    for place, text in enumerate(stored, 1):
        if (weights - Counter(dict.fromkeys(tokens(text), 1000))).total() <= loss:
            assert place in found


def test_a_text_longer_than_most_is_sought_by_its_length() -> None:
    long = " ".join(f"word{number}" for number in range(500))
    with contextlib.closing(open_database(Path(":memory:"), create=True)) as database:
        SegmentTable(database).ids([("en", long), ("en", "short")])
        assert Waiting(database).find(tokens(long)[:450], "en", 70) == [(1, 90)]


def test_of_texts_with_few_words_no_other_is_read() -> None:
    words, few = (
        [f"Report on the {number}" for number in range(60)],
        ["Monday, 7 June", "IV. Tuesday", "1994", "Part II"],
    )
    with contextlib.closing(open_database(Path(":memory:"), create=True)) as database:
        table = SegmentTable(database)
        first, *_ = table.ids([("en", text) for text in [*few, *words]])
        waiting = Waiting(database)
        assert waiting.alike(VALUES, "en") == [(first + 1, few[1]), (first, few[0])]
        assert waiting.alike("part", "en") == [(first + 3, few[3])]
        assert waiting.alike(VALUES, "fr") == []
        of_few = "SELECT segment_id - ?, words FROM index_waiting_few_words"
        assert database.execute(of_few, (first,)).fetchall() == [(0, 0), (1, 0), (3, 1)]
        # One that got another text.
        database.execute("PRAGMA foreign_keys = OFF")
        reword(database, first, few[0], "A report")
        assert Waiting(database).alike(VALUES, "en") == [(first + 1, few[1])]
        table.index()
        assert database.execute(of_few, (first,)).fetchall() == []


def test_many_long_texts_get_their_signs_in_little_memory() -> None:
    texts = [f"{number} {'a word and 1 more ' * 5000}" for number in range(60)]
    with contextlib.closing(open_database(Path(":memory:"), create=True)) as connection:
        tracemalloc.start()
        try:
            with transaction(connection):
                remember_waiting(connection, "en", range(1, 61), texts)
            assert tracemalloc.get_traced_memory()[1] < 40_000_000
        finally:
            tracemalloc.stop()
        rows = connection.execute("SELECT segments, lengths, signs FROM index_waiting").fetchall()
    assert len(rows) > 1
    assert SignedTexts(rows).holding({"more", "59"}).issuperset({60})
    assert SignedTexts(rows).holding({"word"}) == set(range(1, 61))


def test_a_text_that_waits_is_found_by_what_it_was_changed_to_and_by_nothing_once_it_is_gone() -> None:
    before, after = "Report of the Group", "Opening of the session"
    with contextlib.closing(open_database(Path(":memory:"), create=True)) as database:
        table = SegmentTable(database)
        (segment,) = table.ids([("en", before)])
        database.execute("PRAGMA foreign_keys = OFF")
        reword(database, segment, before, after)
        waiting = Waiting(database)
        assert waiting.find(tokens(after), "en", 70) == [(segment, 100)]
        assert waiting.find(tokens(before), "en", 70) == []
        table.drop_unused([segment])
        assert waiting.find(tokens(after), "en", 70) == []
        # Its number is given again.
        assert table.ids([("fr", "Ouverture")]) == [segment]
        assert waiting.find(["ouverture"], "fr", 70) == [(segment, 100)]
        assert waiting.find(tokens(after), "en", 70) == []


def test_signs_are_kept_no_longer_than_segments_wait() -> None:
    with contextlib.closing(open_database(Path(":memory:"), create=True)) as database:
        table = SegmentTable(database)
        table.ids([("en", "Report of the Group")])
        assert database.execute("SELECT count(*) FROM index_waiting").fetchone() == (1,)
        with transaction(database):
            table.index()
        assert database.execute("SELECT count(*) FROM index_waiting").fetchone() == (0,)
        assert Waiting(database).find(["report"], "en", 1) == []


def test_words_are_folded_before_they_get_signs() -> None:
    assert folded("ÉTÉ") == "été"
    assert signed([1], ["ÉTÉ"]) == signed([1], ["été"])


def reword(database: sqlite3.Connection, segment: int, before: str, after: str) -> None:
    """Gives a segment another text."""
    wanted, had = [("en", after)], [("en", before)]
    found = differences((wanted, had))
    TextReplacing(database).write(wanted, [Had(segment, *one, "") for one in had], found)
