"""Which clause of a close translation denies what its source does not?"""

from __future__ import annotations

import pytest

from tmtool.checks.evidence.meaning.gained_in_clauses import gained_in_clause
from tmtool.languages.pairs.en_fr import PAIR


def gained(source: str, target: str) -> str | None:
    found = gained_in_clause(source, target, PAIR)
    return found.of(target) if found is not None else None


@pytest.mark.parametrize(
    ("source", "target", "denied"),
    [
        (
            "Only members whose credentials have been recognized may vote.",
            "Seuls peuvent voter les membres dont les pouvoirs n’ont pas été reconnus.",
            "n’ont pas",
        ),
        (
            "Observers will not be heard unless time permits.",
            "Les observateurs ne seront entendus que si le temps ne le permet pas.",
            "que si le temps ne le permet pas",
        ),
    ],
)
def test_a_denial_of_a_clause_that_denies_nothing_is_told_whatever_the_sentence_denies(
    source: str, target: str, denied: str
) -> None:
    assert gained(source, target) == denied


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "Only members whose credentials have been recognized may vote.",
            "Seuls peuvent voter les membres dont les pouvoirs ont été reconnus.",
        ),
        (
            "Observers will not be heard unless time permits.",
            "Les observateurs ne seront entendus que si le temps le permet.",
        ),
        (
            "The status is of little use unless those who speak for the river are given the means.",
            "Ce statut ne sert guère si ceux qui parlent au nom du fleuve n’ont pas les moyens.",
        ),
        (
            "Their meetings are closed to observers.",
            "Leurs réunions ne sont pas ouvertes aux observateurs.",
        ),
        (
            "The item will be taken up only if the report is not ready.",
            "Le point ne sera abordé que si le rapport n’est pas prêt.",
        ),
    ],
)
def test_a_denial_that_a_word_of_the_source_may_stand_for_is_right(source: str, target: str) -> None:
    assert gained(source, target) is None
