"""Tests that a home tells what was taken out of its tables behind its back, and what making the indexes anew mends."""

from __future__ import annotations

import sqlite3

import psycopg
import pytest

from tests.filling import store, unit
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.values import Fault, Part
from tmtool.tasks.soundness import mend

RIVER = unit("The river is long.", "Le fleuve est long.")


def done(place: str, statement: str) -> None:
    """Has SQL done by hand."""
    if "://" in place:
        with psycopg.connect(place) as server:
            server.execute(statement)
        return
    with sqlite3.connect(place) as file:
        file.execute(statement)
    file.close()


@pytest.mark.parametrize("of", ["", " WHERE language IN (SELECT min(language) FROM {table})"])
def test_words_of_the_index_that_are_gone_are_told_and_mended(home: Home, place: str, of: str) -> None:
    store(home, [RIVER])
    assert home.faults() == []
    table = "tokens" if "://" in place else "index_tokens"
    done(place, f"DELETE FROM {table}{of.format(table=table)}")
    with open_home(place) as other:
        number = 5 if of else 10
        assert other.faults() == [Fault(f"{number} words are missing in the index of similar texts", mendable=True)]
        assert mend(other).mended
        for text, language in (("The river is long.", "en"), ("Le fleuve est long.", "fr")):
            assert [rate for _, rate in other.segments.similar(text, language, 70)] == [100]


def test_a_unit_whose_texts_are_gone_is_told_and_not_taken_out(home: Home, place: str) -> None:
    store(home, [RIVER, unit("The sea", "La mer"), unit("The hill", "La colline")])
    first, second, _ = (number for number, _, _ in home.units.texts("en", Part()))
    done(place, f"DELETE FROM variants WHERE unit_id = {first} OR unit_id = {second} AND number = 1")
    with open_home(place) as other:
        faults = other.faults()
        assert Fault("1 units have no text", mendable=False) in faults
        assert mend(other).left == tuple(faults)
