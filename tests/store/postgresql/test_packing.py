"""Tests that the server reads what is packed for it as what it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tmtool.store.home import Home
from tmtool.store.postgresql import packing
from tmtool.store.postgresql.connection import one_row
from tmtool.store.postgresql.database import Database
from tmtool.store.postgresql.opening import open_database
from tmtool.store.postgresql.packed import Packed
from tmtool.store.postgresql.word_changes import WordChanges
from tmtool.store.postgresql.words import vector
from tmtool.text.rewording import Swaps, rewording


@pytest.fixture
def database(home: Home, place: str) -> Iterator[Database]:
    with closing(open_database(place)) as opened:
        yield opened


def test_numbers_arrive_at_each_size(database: Database) -> None:
    for packed, of in ((packing.smallints, "smallint"), (packing.integers, "integer"), (packing.bigints, "bigint")):
        most = {"smallint": 1 << 15, "integer": 1 << 31, "bigint": 1 << 63}[of]
        for numbers in ([], [7], [-most, -1, 0, most - 1]):
            assert read(database, packed(numbers), of) == numbers
            assert read(database, packed(np.array(numbers, np.int64)), of) == numbers


def test_numbers_may_be_missing(database: Database) -> None:
    for numbers in ([], [None], [1, None, -(1 << 63)]):
        assert read(database, packing.bigints_or_null(numbers), "bigint") == numbers


def test_texts_arrive_letter_by_letter(database: Database) -> None:
    for texts in ([], [""], ['{"a", \\b}', "NULL", "Été 🌍\n", ""], ["Été", "Été"]):
        assert read(database, packing.texts(texts), "text") == texts


def test_words_arrive_as_those_that_the_server_would_read(database: Database) -> None:
    texts = ["", "L'Été, l'été et LA mer: 3,5 km", "a b ab aab", "l\u2019\ue000 \U00010400 zz"]
    vectors = packing.vectors(vector(text, "fr") for text in texts)
    found = one_row(database.connection, "SELECT array_agg(v::text) FROM unnest(%b::tsvector[]) AS v", (vectors,))[0]
    assert found[:3] == ["", "'3' '5' 'et' 'ete' 'km' 'l' 'la' 'mer'", "'a' 'aab' 'ab' 'b'"]
    again = "SELECT bool_and(v = v::text::tsvector) FROM unnest(%b::tsvector[]) AS v"
    assert one_row(database.connection, again, (vectors,)) == (True,)


def test_of_a_very_long_text_the_first_words_are_found(database: Database) -> None:
    text = " ".join(f"{'x' * 90}{number}" for number in range(20_000))
    held = one_row(
        database.connection,
        "SELECT length(v), v @@ %s::tsquery, v @@ %s::tsquery FROM unnest(%b::tsvector[]) AS v",
        ("x" * 90 + "0", "x" * 90 + "19999", packing.vectors([vector(text, "en")])),
    )
    assert held[0] > 5_000
    assert held[1:] == (True, False)


def read(database: Database, packed: Packed, of: str) -> Any:
    return one_row(database.connection, f"SELECT %b::{of}[]", (packed,))[0]


WORDS = ["la", "La", "là,", "une", "l’une", "d'Été", "(3)", "–", "報告"]
some_texts = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)


@settings(max_examples=200)
@given(some_texts, some_texts)
@example("la mer", "une mer")
@example("la mer, là", "une mer, là")
@example("la 報告", "une 報告")
def test_words_that_come_and_go_lead_to_those_of_the_other_text(before: str, after: str) -> None:
    changes = WordChanges([before, after])
    parts = rewording(before, after)
    for _ in range(2):  # as known the second time
        change = changes.of(Swaps()[parts.before, parts.after], after, after.split(), "fr")
        assert change is None or (words_of(before) - {change[0]}) | words_of_vector(change[1]) == words_of(after)
    assert changes.of(Swaps()["la", "une"], "une mer", ["une", "mer"], "fr") == ("la", vector("une", "fr"))


def words_of(text: str) -> set[str]:
    """Returns the words of a text as the full text has them."""
    return words_of_vector(vector(text, "fr"))


def words_of_vector(packed: bytes) -> set[str]:
    """Returns the words of a `tsvector` in binary."""
    return set(filter(None, packed[4:].decode().split("\0")))
