"""Whose document it is decides which of several accepted terms comes first."""

from __future__ import annotations

import pytest

from tmtool.languages.tables import of_every_language, rows
from tmtool.model import Concept, Term, TermStatus
from tmtool.terminology.bodies import for_body, is_of

OFFICIAL = Concept(
    "official",
    (
        Term("public official", "en"),
        Term("agent public", "fr"),
        Term("fonctionnaire", "fr", TermStatus.ADMITTED, bodies=("General Assembly",)),
        Term("agent de l’État", "fr", TermStatus.ADMITTED, bodies=("Human Rights Council", "CAT")),
        Term("officiel", "fr", TermStatus.DEPRECATED, bodies=("CTOC",)),
    ),
)


@pytest.mark.parametrize(
    ("body", "symbol", "is_its_own"),
    [
        ("CTOC", "CTOC/COP/WG.7/2027/1", True),
        ("CTOC", "CTOCX/1", False),
        ("ctoc/cop", "CTOC/COP/2027/1", True),
        ("General Assembly", "A/79/1", True),
        ("Assemblée générale", "A/RES/55/25", True),
        ("Security Council", "A/79/1", False),
        ("", "A/79/1", False),
        ("CTOC", "", False),
    ],
)
def test_a_symbol_tells_whose_document_it_is(body: str, symbol: str, is_its_own: bool) -> None:
    assert is_of(body, symbol) is is_its_own


@pytest.mark.parametrize(
    ("symbol", "best"),
    [
        ("A/79/1", "fonctionnaire"),
        ("A/HRC/60/2", "agent de l’État"),
        ("CAT/C/1", "agent de l’État"),
        ("CTOC/COP/2027/1", "agent public"),
        ("", "agent public"),
    ],
)
def test_the_term_of_the_closest_body_comes_first_and_no_rejected_one(symbol: str, best: str) -> None:
    accepted = [term for term in for_body(OFFICIAL, symbol).in_language("fr") if term.status.accepted]

    assert accepted[0].text == best
    assert [term.status for term in accepted].count(TermStatus.PREFERRED) == 1
    assert {term.text for term in accepted} == {"agent public", "fonctionnaire", "agent de l’État"}


def test_a_concept_that_is_as_its_body_uses_it_stays_what_it_is() -> None:
    used = for_body(OFFICIAL, "A/HRC/1")
    assert used is not OFFICIAL
    assert for_body(used, "A/HRC/1") is used


def test_the_table_of_bodies_names_each_once_in_lower_case() -> None:
    names = [name for table in of_every_language("bodies.tsv") for name, _ in rows(table)]

    assert len(names) == len(set(names))
    assert all(name == name.casefold() for name in names)
