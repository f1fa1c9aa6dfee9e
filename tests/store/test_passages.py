"""A unit is shown in its document, with what stands before and after it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.filling import store, unit
from tmtool.store.sqlite.database import open_database
from tmtool.store.sqlite.memory import StoredPair, pairs_of_segments
from tmtool.store.sqlite.passages import Place, around, rows_of, units_of


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = open_database(tmp_path / "t.db", create=True)
    for file in ("a", "b"):
        places = [(f"{file} {document} {number}", document) for document in ("X/1", "X/2") for number in range(5)]
        store(opened, [unit(f"en {name}", f"fr {name}", document) for name, document in places], path=file)
    yield opened
    opened.close()


def pair(connection: sqlite3.Connection, text: str) -> StoredPair:
    (segment,) = connection.execute("SELECT id FROM segments WHERE text = ?", (text,)).fetchone()
    return pairs_of_segments(connection, [segment], "en", "fr")[0]


def test_the_neighbours_are_those_of_the_same_file_and_document_in_their_order(connection: sqlite3.Connection) -> None:
    before, after = around(connection, pair(connection, "en a X/1 2"), 2, "en", "fr")
    assert [one.source for one in before] == ["en a X/1 0", "en a X/1 1"]
    assert [(one.source, one.target) for one in after] == [
        ("en a X/1 3", "fr a X/1 3"), ("en a X/1 4", "fr a X/1 4"),
    ]  # fmt: skip


def test_at_the_ends_of_a_document_there_are_fewer(connection: sqlite3.Connection) -> None:
    before, after = around(connection, pair(connection, "en b X/2 0"), 9, "en", "fr")
    assert before == []
    assert [one.position for one in after] == [2, 3, 4, 5]


def test_the_units_of_a_document_come_in_their_order_in_either_direction(connection: sqlite3.Connection) -> None:
    rows = rows_of(connection, Place.of(pair(connection, "en b X/1 3")))
    assert [one.source for one in units_of(connection, rows, "fr", "en")] == [f"fr b X/1 {n}" for n in range(5)]
    assert [one.position for one in units_of(connection, rows[3:1:-1], "fr", "en")] == [4, 3]
