"""Tests small words compared in front of the words that they govern."""

from __future__ import annotations

import pytest

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.evidence.meaning import exchange_before


def flags(table: str, english: str, french: str, *together: str) -> list[str]:
    draft = prepare([Pair(1, french, english)], source_language="en", target_language="fr")
    pairs = [frozenset(one.split()) for one in together]
    found = exchange_before.exchanged_before(table, draft.pairs[0], draft, pairs)
    return [flag.target_span.of(french) for flag in found if flag.target_span]


def test_a_quantifier_is_compared_before_its_noun_though_the_other_is_elsewhere() -> None:
    english = (
        "All delegations spoke on the first afternoon of the session, and some experts replied in writing later on."
    )
    french = (
        "Certaines délégations se sont exprimées le premier après-midi de la session, et certains experts ont répondu."
    )

    assert flags("quantifiers.tsv", english, french) == ["Certaines"]


def test_the_same_quantifier_is_no_exchange() -> None:
    assert flags("quantifiers.tsv", "All delegations spoke.", "Toutes les délégations ont parlé.") == []


def test_what_goes_together_is_no_exchange() -> None:
    pair = ("Several delegations spoke.", "Certaines délégations ont parlé.")

    assert flags("quantifiers.tsv", *pair, "some several") == []
    assert flags("quantifiers.tsv", *pair) == ["Certaines"]


@pytest.mark.parametrize(
    ("english", "french", "found"),
    [
        ("The Committee may examine it.", "Le Comité doit l’examiner.", ["doit"]),
        ("The Committee must examine it.", "Le Comité peut l’examiner.", ["peut"]),
        ("The Committee must not examine it.", "Le Comité ne peut l’examiner.", []),
    ],
)
def test_a_modal_verb_is_compared_before_its_verb(english: str, french: str, found: list[str]) -> None:
    assert flags("modality.tsv", english, french) == found
