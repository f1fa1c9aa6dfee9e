"""Tests that a statement gets the rows that are given to it."""

from __future__ import annotations

import contextlib
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.store.sqlite import rows as rows_module
from tmtool.store.sqlite.rows import for_rows

COLUMNS = {"number": int, "text": str, "other": str}
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
numbers = st.integers(-(1 << 63), (1 << 63) - 1)


@given(st.lists(st.tuples(numbers, texts, texts), max_size=12), st.integers(1, 5), st.integers(1, 60))
def test_a_statement_gets_all_rows_in_their_order(rows: list[tuple[int, str, str]], at_once: int, most: int) -> None:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection, pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows_module, "_ROWS_AT_ONCE", at_once)
        patch.setattr(rows_module, "_MOST_BYTES", most)
        connection.execute("CREATE TABLE given (number INTEGER, text TEXT, other TEXT, word TEXT) STRICT")
        statement = "INSERT INTO given SELECT n.number, n.text, n.other, :word FROM {rows} n"
        for_rows(connection, statement, COLUMNS, rows, {"word": "{rows}"})
        assert connection.execute("SELECT * FROM given ORDER BY rowid").fetchall() == [(*row, "{rows}") for row in rows]
