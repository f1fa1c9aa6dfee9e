"""A database tells the aligner what it knows of words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.filling import store, unit
from tmtool.model import Concept, Term
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.tasks.lexicon import lexicon_for

PAIRS = (
    ("The zorb falls.", "Le gluk tombe."),
    ("A zorb rises.", "Un gluk monte."),
    ("My zorb sleeps.", "Mon gluk dort."),
)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    opened = open_home(tmp_path / "t.db", create=True)
    yield opened
    opened.close()


def fill(home: Home, name: str) -> None:
    store(home, [unit(*pair) for pair in PAIRS], path=name)


def learnt(home: Home | None, text: str, without: str = "") -> dict[str, dict[str, float]]:
    return lexicon_for(home, [text], source_language="en", target_language="fr", without=without)


def test_units_that_hold_a_word_of_the_document_teach_it(home: Home) -> None:
    fill(home, "memory.tmx")
    assert learnt(home, "Every zorb is welcome.")["zorb"]["gluk"] > 0.4
    assert learnt(home, "Nothing of the kind.") == {}


def test_what_an_earlier_alignment_of_the_documents_gave_does_not_confirm_itself(
    home: Home,
) -> None:
    fill(home, "a.en.txt + a.fr.txt")
    assert learnt(home, "Every zorb is welcome.", without="a.en.txt + a.fr.txt") == {}
    fill(home, "memory.tmx")
    assert learnt(home, "Every zorb is welcome.", without="a.en.txt + a.fr.txt")["zorb"]["gluk"] > 0.4


def test_terms_teach_but_not_an_abbreviation(home: Home) -> None:
    with home.transaction():
        terms = (Term("zorb", "en"), Term("ZBX", "en"), Term("gluk", "fr"))
        home.concepts.add(Concept("zorb", terms))
    lexicon = learnt(home, "Every zorb and ZBX is welcome.")
    assert lexicon["zorb"]["gluk"] > 0.3
    assert "zbx" not in lexicon


def test_without_a_database_the_packaged_term_base_is_used() -> None:
    assert "trafic" in learnt(None, "Smuggling")["smuggl"]
