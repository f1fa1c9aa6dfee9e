"""A word of the translation is compared with what the source has in its place, not with the whole sentence."""

from __future__ import annotations

import pytest

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.evidence.meaning.exchange_in_place import exchanged_in_place


def exchanged(source: str, target: str, table: str = "opposites.tsv") -> list[str]:
    """Returns the words of the translation that are in the place of their opposite."""
    pair = Pair(1, target, source)
    draft = prepare([pair], source_language="en", target_language="fr")
    flags = exchanged_in_place(table, pair, draft, keeps_sense=True)
    return [flag.target_span.of(target) for flag in flags if flag.target_span]


def test_an_opposite_is_seen_though_the_sentence_has_both_words_elsewhere() -> None:
    source = "The budget for training was increased while the number of permanent posts in the offices decreased."
    assert exchanged(
        source,
        "Le budget de la formation a été réduit, tandis que le nombre de postes permanents des bureaux a diminué.",
    ) == ["réduit"]
    assert not exchanged(
        source,
        "Le budget de la formation a augmenté, tandis que le nombre de postes permanents des bureaux a diminué.",
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The Secretary-General is confident of success.", "Le Secrétaire général ne doute pas du succès."),
        ("Measures were taken without delay.", "Des mesures ont été prises immédiatement, sans retard."),
        ("The Committee lifted the restrictions imposed.", "Le Comité a levé les restrictions imposées."),
    ],
)
def test_a_denied_word_and_one_with_its_own_counterpart_are_left_alone(source: str, target: str) -> None:
    assert not exchanged(source, target)


def test_it_looks_in_both_directions() -> None:
    for target, flagged in (("The number of cases decreased.", ["decreased"]), ("The number of cases increased.", [])):
        draft = prepare(
            [Pair(1, target, "Le nombre d’affaires a augmenté.")], source_language="fr", target_language="en"
        )
        found = exchanged_in_place("opposites.tsv", draft.pairs[0], draft, keeps_sense=True)
        assert [flag.target_span.of(target) for flag in found if flag.target_span] == flagged


def test_what_answers_to_another_word_excuses_nothing() -> None:
    source = "If there is more than one candidate, the election will be held by secret ballot, in a private meeting."
    target = "S’il y a plus d’un candidat, l’élection aura lieu au scrutin secret, en séance publique."
    assert exchanged(source, target) == ["publique"]
    assert not exchanged(source, target.replace("publique", "privée"))
    source = "Safety and security are distinct items and will be discussed separately in the Committee of the Whole."
    target = "La sûreté et la sécurité sont deux points distincts, dont la Commission plénière débattra conjointement."
    assert exchanged(source, target) == ["conjointement"]
    assert not exchanged(source, target.replace("conjointement", "séparément"))


def test_a_word_that_is_part_of_another_name_names_nothing() -> None:
    assert not exchanged("Agreement is unlikely before the session.", "Un accord est peu probable avant la session.")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "The rights of the girl child are violated where widows are poor.",
            "Les droits des petites filles sont bafoués là où les mères veuves sont pauvres.",
        ),
        (
            "The Board asked that the strategic plan be finalized and approved at the earliest.",
            "Le Comité a demandé que le plan stratégique du projet soit arrêté et approuvé dans les meilleurs délais.",
        ),
    ],
)
def test_a_term_of_two_words_and_another_word_for_the_same_are_no_exchange(source: str, target: str) -> None:
    assert not exchanged(source, target)


def test_children_and_a_final_text_are_still_told_from_their_opposites() -> None:
    source = "The rights of children are violated where widows are poor."
    assert exchanged(source, "Les droits des mères sont bafoués là où les veuves sont pauvres.") == ["mères"]
    assert exchanged("The final text was read at the session.", "Le projet de texte a été lu à la session.") == [
        "projet"
    ]
    assert exchanged(
        "Equity and freedom are the basis of growth.", "L’égalité et la liberté fondent la croissance.", "fields"
    )
    assert not exchanged(
        "Gender equity is the basis of growth.", "L’égalité des sexes est à la base de la croissance.", "fields"
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("the allocation of net income of the Agency", "l’affectation du bénéfice net de l’Agence"),
        (
            "It shall cooperate with organizations having specialized responsibilities in related fields.",
            "Il collabore avec les organisations ayant des fonctions spécialisées dans des domaines connexes.",
        ),
        (
            "The Fund pays to each member its share of the amount to be distributed.",
            "Le Fonds verse à chaque membre la partie du montant à répartir qui revient audit État.",
        ),
    ],
)
def test_words_of_treaties_for_money_and_duties_are_no_exchange(source: str, target: str) -> None:
    assert not exchanged(source, target, "fields")


def test_a_word_that_itself_denies_is_not_taken_for_denied() -> None:
    source = "Slurry would have to be incorporated, except on frozen soils, where spreading would be prohibited."
    target = "Le lisier devrait être enfoui, sauf sur sols gelés, où l’épandage serait autorisé."
    assert exchanged(source, target) == ["autorisé"]
    assert not exchanged(source, target.replace("serait autorisé", "ne serait pas autorisé"))


def test_two_denied_words_are_still_opposites() -> None:
    source = "The dialogue could not be held before the session, for lack of funds."
    assert exchanged(source, "Le dialogue n’a pu avoir lieu après la session, faute de fonds.") == ["après"]
    assert not exchanged(source, "Le dialogue n’a pu avoir lieu avant la session, faute de fonds.")
