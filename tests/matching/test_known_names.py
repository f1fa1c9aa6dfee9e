"""The names that a database knows are told in the same way whatever was asked before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import filling
from tests.processor import at_most
from tmtool.matching.known_names import DatabaseNames
from tmtool.model import Concept, Term
from tmtool.store import open_home
from tmtool.store.home import Home


@pytest.fixture
def home() -> Iterator[Home]:
    with open_home(":memory:", create=True) as opened:
        yield opened


def concept(identity: str, *terms: tuple[str, str]) -> Concept:
    return Concept(identity, tuple(Term(text, language) for language, text in terms))


def known(names: DatabaseNames, text: str) -> list[str]:
    return [name.text for name in names([text]).get(text, ())]


def test_a_name_has_its_translations_in_the_order_of_the_term_base(home: Home) -> None:
    group = concept("1", ("en", "Group of Experts"), ("fr", "Groupe d’experts"))
    other = concept("2", ("en", "Panel"), ("en", "Group of Experts"), ("fr", "Groupe d’étude"))
    filling.store_concepts(home, [group, other])
    both = ["Groupe d’experts", "Groupe d’étude"]
    assert known(DatabaseNames(home, "en", "fr"), "Group of Experts") == both
    names = DatabaseNames(home, "en", "fr")
    assert known(names, "Panel") == ["Groupe d’étude"]
    assert known(names, "Group of Experts") == both
    assert known(names, "group of Experts") == both
    assert known(names, "Groups") == []


def test_the_terms_of_a_word_are_read_once_for_all_segments_that_have_it(home: Home) -> None:
    filling.store_concepts(
        home, [concept(str(n), ("en", f"United Body {n}"), ("fr", f"Organe uni {n}")) for n in range(500)]
    )
    names = DatabaseNames(home, "en", "fr")
    with at_most(1.0):
        for number in range(200):
            assert known(names, f"United Body {number}") == [f"Organe uni {number}"]
