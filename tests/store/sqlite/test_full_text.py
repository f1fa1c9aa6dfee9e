"""The full-text index stays in step with the texts, those that wait and those that were taken out while they waited."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from tests.filling import store, unit
from tests.processor import at_most
from tmtool.store import open_home


def test_the_index_agrees_with_the_texts_after_any_change(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    with open_home(path, create=True) as home:
        store(home, [unit(text, text.upper()) for text in ("Smuggling of migrants", "Other matters")])
        store(home, [unit("Other matters", "OTHER MATTERS")], index=False)
        store(home, [unit("The sea", "THE SEA")], path="b", index=False)
        store(home, [], path="b", index=False)
        home.segments.index()
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("INSERT INTO segments_text (segments_text, rank) VALUES ('integrity-check', 1)")


def test_a_phrase_of_one_word_a_thousand_times_asks_for_it_once(tmp_path: Path) -> None:
    with open_home(tmp_path / "t.db", create=True) as home:
        store(home, [unit("Smuggling of migrants", "Trafic de migrants"), unit("Other matters", "Divers")])
        with at_most(1):
            found = [text for _, text in home.segments.with_words([["migrants " * 20_000]], "en")]
        begun = [text for _, text in home.segments.with_words([["of migrants of"]], "en", begun=True)]
    assert found == begun == ["Smuggling of migrants"]
