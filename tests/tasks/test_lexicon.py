"""A database tells the aligner what it knows of words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.filling import store, unit
from tmtool.model import Concept, Term
from tmtool.store.sqlite.database import open_database, transaction
from tmtool.store.sqlite.sources import memory_id
from tmtool.store.sqlite.termbase import insert_concept
from tmtool.tasks.lexicon import lexicon_for

PAIRS = (
    ("The zorb falls.", "Le gluk tombe."),
    ("A zorb rises.", "Un gluk monte."),
    ("My zorb sleeps.", "Mon gluk dort."),
)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = open_database(tmp_path / "t.db", create=True)
    yield opened
    opened.close()


def fill(connection: sqlite3.Connection, name: str) -> None:
    store(connection, [unit(*pair) for pair in PAIRS], path=name)


def learnt(connection: sqlite3.Connection | None, text: str, without: str = "") -> dict[str, dict[str, float]]:
    return lexicon_for(connection, [text], source_language="en", target_language="fr", without=without)


def test_units_that_hold_a_word_of_the_document_teach_it(connection: sqlite3.Connection) -> None:
    fill(connection, "memory.tmx")
    assert learnt(connection, "Every zorb is welcome.")["zorb"]["gluk"] > 0.4
    assert learnt(connection, "Nothing of the kind.") == {}


def test_what_an_earlier_alignment_of_the_documents_gave_does_not_confirm_itself(
    connection: sqlite3.Connection,
) -> None:
    fill(connection, "a.en.txt + a.fr.txt")
    assert learnt(connection, "Every zorb is welcome.", without="a.en.txt + a.fr.txt") == {}
    fill(connection, "memory.tmx")
    assert learnt(connection, "Every zorb is welcome.", without="a.en.txt + a.fr.txt")["zorb"]["gluk"] > 0.4


def test_terms_teach_but_not_an_abbreviation(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        terms = (Term("zorb", "en"), Term("ZBX", "en"), Term("gluk", "fr"))
        insert_concept(connection, memory_id(connection, "termbase"), None, Concept("zorb", terms))
    lexicon = learnt(connection, "Every zorb and ZBX is welcome.")
    assert lexicon["zorb"]["gluk"] > 0.3
    assert "zbx" not in lexicon


def test_without_a_database_the_packaged_term_base_is_used() -> None:
    assert "trafic" in learnt(None, "Smuggling")["smuggl"]
