"""A word that limits, a language or people that a close translation does not name are missed in an agenda."""

from __future__ import annotations

from dataclasses import replace

from tests.checks.test_close_translations import alone, in_agenda
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.model import Level


def test_each_of_two_onlys_is_asked_for_in_an_agenda_only() -> None:
    source = "Interpretation is provided into French and Arabic only, and on the first day alone."
    target = "L’interprétation est assurée en français et en arabe seulement, et le premier jour."
    assert in_agenda(source, target) == {"meaning-negation": Level.WARNING}
    assert in_agenda(source, target.replace("le premier jour", "le premier jour uniquement")) == {}
    assert alone(source, target) == set()


def test_a_part_or_the_whole_that_is_not_said_is_missed_in_an_agenda_only() -> None:
    source = "The budget assumes that every tenant pays the rent in full."
    target = "Le budget suppose que chaque locataire paie son loyer."
    assert in_agenda(source, target) == {"meaning-connective": Level.WARNING}
    assert in_agenda(source, target.replace("paie son loyer", "paie intégralement son loyer")) == {}
    assert in_agenda(source, target.replace("paie son loyer", "acquitte son loyer")) == {}
    assert alone(source, target) == set()


def test_a_language_that_one_clause_has_lost_is_missed_in_an_agenda() -> None:
    source = "Languages: English and French for the papers; English, Russian and French for the meetings."
    target = "Langues : anglais pour les documents ; anglais, russe et français pour les séances."
    assert in_agenda(source, target) == {"completeness-omission": Level.WARNING}
    assert in_agenda(source, target.replace("anglais pour", "français et anglais pour")) == {}


def test_people_who_are_not_named_are_missed_in_an_agenda_only() -> None:
    source = "Loans will go to small fishing ports managed by women, as in the year before."
    target = "Des prêts seront accordés à de petits ports de pêche, comme l’année précédente."
    assert in_agenda(source, target) == {"completeness-word": Level.INFO}
    assert in_agenda(source, target.replace("pêche", "pêche gérés par des femmes")) == {}
    assert alone(source, target) == set()


def test_a_number_of_a_list_of_three_is_missed_in_an_agenda_only() -> None:
    lines = [("1. Fish", "1. Poissons"), ("2. Boats", "2. Bateaux"), ("3. Nets", "Filets")]
    pairs = [Pair(number, here, there) for number, (there, here) in enumerate(lines, 1)]
    draft = prepare(pairs, source_language="en", target_language="fr")

    def told(draft: Draft) -> list[str]:
        return [finding.target for finding in run_checks(draft, names=["markup-label-lost"])]

    assert told(replace(draft, is_programme=True)) == ["Filets"]
    assert told(draft) == []
