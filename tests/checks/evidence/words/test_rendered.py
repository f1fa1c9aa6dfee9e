"""Tests which words have none of their renderings on the other side."""

from __future__ import annotations

import pytest

from tmtool.checks.evidence.words.rendered import has_unrendered, rendered
from tmtool.languages.pairs.en_fr import PAIR


def _alone(source: str, target: str) -> list[str]:
    """Returns the stems of the words of both texts that have no counterpart."""
    both = rendered(source, target, PAIR)
    assert both is not None
    return [
        word.stem for side in both for word, alone in zip(side.answers.words, side.answers.alone, strict=True) if alone
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The strategy would replace annual grants.", "La stratégie remplacerait les dons annuels."),
        ("Conclusions of the co-rapporteurs", "Conclusions des corapporteurs"),
        ("The pan-European network", "Le réseau paneuropéen"),
        ("Re-exportation of the vehicle", "Réexportation du véhicule"),
        ("The regional subcommissions", "Les sous-commissions régionales"),
        ("The experts met in New York.", "Les experts se sont réunis à New York."),
    ],
)
def test_a_word_is_rendered_by_a_form_or_a_compound_that_no_list_has(source: str, target: str) -> None:
    assert not _alone(source, target)


def test_a_word_of_which_the_other_text_has_nothing_is_alone() -> None:
    assert _alone("The dangerous network", "Le réseau")


def test_a_word_is_rendered_by_the_end_of_a_compound_that_no_list_has() -> None:
    source, surveillance = "Video surveillance of the cellars was praised.", {"surveillanc"}

    assert not has_unrendered(source, "La vidéosurveillance des caves a été louée.", PAIR, surveillance)
    assert has_unrendered(source, "La vidéo des caves a été louée.", PAIR, surveillance)
    assert has_unrendered("Notes on pension", "Notes sur la suspension", PAIR, {"pension"})
