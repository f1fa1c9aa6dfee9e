"""Which clause of a close translation has lost its denial?"""

from __future__ import annotations

import pytest

from tmtool.checks.evidence.meaning.denied_clauses import lost_in_clause
from tmtool.languages.pairs.en_fr import PAIR


def lost(source: str, target: str) -> tuple[str, str] | None:
    found = lost_in_clause(source, target, PAIR)
    return found and (found[0].of(source), found[1].of(target))


def test_a_clause_that_denies_nothing_is_told_though_another_does() -> None:
    source = "Members with arrears do not take part in the vote unless the Committee decides otherwise."
    target = "Les membres en retard prennent part au vote, à moins que le Comité n’en décide autrement."
    assert lost(source, target) == ("not", "Les membres en retard prennent part au vote")
    assert lost(source, target.replace("prennent part", "ne prennent pas part")) is None


def test_to_prevent_does_not_deny_what_it_is_denied_itself() -> None:
    source = "The delay of a member shall not prevent the Committee from adopting its report."
    target = "Le retard d’un membre peut empêcher le Comité d’adopter son rapport."
    assert lost(source, target) == ("not", target.removesuffix("."))


def test_a_participle_may_deny_by_its_prefix() -> None:
    source = "If the rules do not change, the fleet will grow by two boats a year."
    target = "Si les règles restent inchangées, la flotte s’accroîtra de deux bateaux par an."
    assert lost(source, target) is None
    assert lost(source, target.replace("restent inchangées", "changent")) is not None


def test_where_what_is_denied_has_no_counterpart_all_up_to_the_next_word_may_deny() -> None:
    source = "The Committee meets at the Palais without fuss and adopts its report."
    assert lost(source, "Le Comité se réunit au Palais sans apparat et adopte son rapport.") is None
    assert lost(source, "Le Comité se réunit au Palais avec apparat et adopte son rapport.") is not None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "The amendments must be adopted by the Parties; they may not be adopted without a vote.",
            "Les amendements sont adoptés par les Parties ; ils ne peuvent l’être sans vote.",
        ),
        (
            "By June, 121 Parties had submitted a report; 27 had not submitted a report.",
            "En juin, 121 Parties avaient présenté un rapport ; 27 ne s’étaient pas exécutées.",
        ),
        ("The decisions are not for the Secretariat to take.", "Ces décisions échappent au Secrétariat."),
        ("The hall opens at nine.", "La salle ouvre à neuf heures."),
        ("not", "pas"),
    ],
)
def test_what_a_translator_says_in_another_way_is_left_alone(source: str, target: str) -> None:
    assert lost(source, target) is None


def test_a_ne_that_denies_nothing_is_no_denial() -> None:
    source = "The decision may not be quoted before the Committee has published the report."
    target = "La décision peut être citée avant que le Comité n’ait publié le rapport."
    assert lost(source, target) is not None


def test_a_word_that_comes_twice_may_be_denied_at_either_place() -> None:
    source = "A State has six months to reply; if it does not reply in time, it may not be presumed to have agreed."
    target = "L’État a six mois pour répondre ; s’il ne répond pas à temps, son accord ne peut être présumé."
    assert lost(source, target) is None
    assert lost(source, target.replace("ne répond pas", "répond").replace("ne peut", "peut")) is not None


def test_a_denied_pronoun_denies_in_the_relative_clause_after_it() -> None:
    source = "Evidence gathered before the signing, but not after the expiry, may be used."
    target = "Les preuves recueillies avant la signature, mais non celles qui l’ont été après l’expiration, valent."
    assert lost(source, target) is None
    assert lost(source, target.replace("mais non", "et")) is not None
