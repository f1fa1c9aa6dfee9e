"""Tests what is found among segments that wait to be indexed, while their words come to be known."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmtool.store.sqlite import waiting_words
from tmtool.store.sqlite.database import open_database
from tmtool.store.sqlite.segment_table import SegmentTable
from tmtool.store.sqlite.waiting import Waiting
from tmtool.text.tokens import token_rate, tokens

PIECES = ["the", "(the)", "Group's", "group", "7/1", "REPORT,", "Été", "報告", "ß", "."]
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(stored=st.lists(texts, min_size=1, max_size=9, unique=True), query=texts, threshold=st.integers(1, 100))
def test_each_question_finds_the_same_however_many_texts_have_been_read(
    stored: list[str], query: str, threshold: int
) -> None:
    words = tokens(query)
    rates = {place: token_rate(words, tokens(text), threshold) for place, text in enumerate(stored, 1)}
    with contextlib.closing(open_database(Path(":memory:"), create=True)) as database:
        SegmentTable(database).ids([("en", text) for text in stored])
        waiting = Waiting(database)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(waiting_words, "_READ_AT_ONCE", 2)
            patch.setattr(waiting_words, "_SHORT", 1)
            holding = sorted(waiting.holding(["group", "the"], "en"))
            for _ in range(7):
                assert dict(waiting.find(words, "en", threshold)) == {one: rate for one, rate in rates.items() if rate}
                assert sorted(waiting.holding(["group", "the"], "en")) == holding
