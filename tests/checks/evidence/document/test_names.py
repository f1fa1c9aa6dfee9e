"""The names of a source are told from other words, and what the translation writes for them is told from the rest."""

from __future__ import annotations

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.evidence.document.names import named


def draft(*rows: tuple[str, str]) -> Draft:
    pairs = [Pair(number, target, source) for number, (source, target) in enumerate(rows, 1)]
    return prepare(pairs, source_language="en", target_language="fr")


def names(*rows: tuple[str, str]) -> dict[str, str]:
    return {one.name: one.model.written for one in named(draft(*rows))}


def test_a_name_inside_a_longer_one_is_known_by_itself() -> None:
    found = names(
        ("Report of the Drafting Committee", "Rapport du Comité de rédaction"),
        ("The Drafting Committee will meet.", "Le Comité de rédaction se réunira."),
    )
    assert found["Drafting Committee"] == "Comité de rédaction"


def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name() -> None:
    assert names(("Delegations may speak.", "Les délégations peuvent parler."), ("Delegations left.", "Parties.")) == {}


def test_what_follows_a_name_is_no_part_of_it() -> None:
    found = names(
        ("The Executive Director, on the execution, said so.", "Le Directeur exécutif sur l’exécution l’a dit."),
        ("The Executive Director spoke of the execution.", "Le Directeur exécutif sur l’exécution a parlé."),
    )
    assert found["Executive Director"] == "Directeur exécutif"
