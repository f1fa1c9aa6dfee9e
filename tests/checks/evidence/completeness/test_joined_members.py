"""Which of two joined members has nothing on the other side, where nothing is joined to the other."""

from __future__ import annotations

import pytest

from tmtool.checks.engine.draft import Pair
from tmtool.checks.evidence.completeness.joined_members import joined_members_added, joined_members_left_out
from tmtool.checks.evidence.words.linked import linked_by
from tmtool.languages import pairs


def lost(source: str, target: str) -> list[tuple[str, str]]:
    """Returns the members left out, each with the word of the translation that it should be joined to."""
    found = linked_by(Pair(1, target, source), pairs.get("en", "fr"))
    assert found is not None
    return [(there.of(source), here.of(target)) for there, here in joined_members_left_out(found)]


@pytest.mark.parametrize(
    ("source", "target", "members"),
    [
        (
            "A meeting, to which employers' and workers' organizations are invited, will follow in May.",
            "Une réunion, à laquelle les organisations d’employeurs sont invitées, suivra en mai.",
            [("workers", "employeurs")],
        ),
        (
            "Under the resolution, it provides the Council with expertise and advice on the rights of the peoples.",
            "Aux termes de la résolution, il fournit au Conseil des connaissances spécialisées sur les droits.",
            [("advice", "connaissances")],
        ),
        (
            "The working paper is not intended to amend the Guidance or to impose new obligations on States.",
            "Le document de travail ne vise pas à imposer de nouvelles obligations aux États.",
            [("Guidance", "imposer")],
        ),
    ],
)
def test_a_member_is_missed_where_nothing_is_joined_to_the_other(
    source: str, target: str, members: list[tuple[str, str]]
) -> None:
    assert lost(source, target) == members


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "A meeting, to which employers' and workers' organizations are invited, will follow in May.",
            "Une réunion, à laquelle les organisations d’employeurs et de travailleurs sont invitées, suivra en mai.",
        ),
        ("Ways and means of expediting the work of the Committee", "Moyens d’accélérer les travaux du Comité"),
        (
            "The outgoing Chair has served two terms and is not eligible for re-election.",
            "La Présidente sortante, qui a accompli deux mandats, n’est pas rééligible.",
        ),
        (
            "Statements will be made on behalf of groups first, and then by individual delegations.",
            "Les déclarations seront faites d’abord au nom de groupes, puis par les délégations à titre individuel.",
        ),
        (
            "The survey conducted between January and April drew many replies.",
            "L’enquête menée de janvier à avril a suscité de nombreuses réponses.",
        ),
        ("One hundred and eighteenth session of the Council", "Cent dix-huitième session du Conseil"),
        (
            "Matters referred to the Committee by the Commission and/or other Codex subsidiary bodies",
            "Questions soumises au Comité par la Commission du Codex et/ou ses autres organes subsidiaires",
        ),
    ],
)
def test_what_joins_less_often_and_says_as_much_is_left_alone(source: str, target: str) -> None:
    assert lost(source, target) == []


def gained(source: str, target: str) -> list[tuple[str, str]]:
    """Returns the members added, each with the word of the source that it would be joined to."""
    found = linked_by(Pair(1, target, source), pairs.get("en", "fr"))
    assert found is not None
    return [(here.of(target), there.of(source)) for here, there in joined_members_added(found)]


@pytest.mark.parametrize(
    ("source", "target", "members"),
    [
        (
            "The port charges fees for heated warehouses near the quay.",
            "Le port perçoit des droits pour les entrepôts chauffés et gardés près du quai.",
            [("gardés", "heated")],
        ),
        (
            "The museum protects the privacy of visitors.",
            "Le musée protège la vie privée des guides et des visiteurs.",
            [("guides", "visitors")],
        ),
        (
            "Judges found the tender too expensive, and some firms withdrew.",
            "Les juges ont trouvé l’offre trop chère et trop complexe, et certaines entreprises se sont retirées.",
            [("complexe", "expensive")],
        ),
    ],
)
def test_a_member_is_added_where_nothing_is_joined_to_what_answers_to_the_other(
    source: str, target: str, members: list[tuple[str, str]]
) -> None:
    assert gained(source, target) == members


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "The port charges fees for heated and guarded warehouses near the quay.",
            "Le port perçoit des droits pour les entrepôts chauffés et gardés près du quai.",
        ),
        ("Every delegation elects a head.", "Chaque délégation élit un chef ou une cheffe."),
        (
            "The museum protects visitors with their guides.",
            "Le musée protège les visiteurs et leurs guides.",
        ),
        (
            "The port closes at noon, reopening at four.",
            "Le port ferme à midi et rouvre à seize heures.",
        ),
    ],
)
def test_what_joins_more_often_and_says_as_much_is_left_alone(source: str, target: str) -> None:
    assert gained(source, target) == []
