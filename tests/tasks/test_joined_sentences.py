"""Sentences of a paragraph that end elsewhere in the translation are one text for the checks."""

from __future__ import annotations

import pytest

from tmtool.documents.reading import parse_text
from tmtool.model import Bead
from tmtool.tasks.joined_sentences import joined

Sides = tuple[tuple[int, ...], tuple[int, ...]]

ENGLISH = (
    "The ferry plan was shown in May. It now serves 96 ports, and a crossing takes 3 days. Crews are hired locally."
)
FRENCH = (
    "Le plan des transbordeurs, qui dessert à présent 96 ports, a été exposé en mai. Une traversée y prend 3 jours. "
    "Les équipages sont recrutés sur place."
)


def beads(english: str, french: str, *given: Sides) -> list[Sides]:
    """Returns the beads of two texts, once the sentences that end elsewhere are joined."""
    source, target = parse_text(english, language="en"), parse_text(french, language="fr")
    return [(bead.source, bead.target) for bead in joined([Bead(*sides, 1.0) for sides in given], source, target)]


STRAIGHT: tuple[Sides, ...] = (((0,), (0,)), ((1,), (1,)), ((2,), (2,)))


def test_sentences_between_which_a_number_has_moved_are_one() -> None:
    assert beads(ENGLISH, FRENCH, *STRAIGHT) == [((0, 1), (0, 1)), ((2,), (2,))]


def test_a_number_that_is_wrong_joins_nothing() -> None:
    french = "Le plan a été exposé en mai. Il dessert à présent 69 ports. Les équipages sont recrutés sur place."
    assert beads(ENGLISH, french, *STRAIGHT) == list(STRAIGHT)


def test_numbers_that_have_changed_places_join_nothing() -> None:
    english = "The ferry serves 96 ports. The tanker serves 48 ports. Crews are hired locally."
    french = "Le transbordeur dessert 48 ports. Le pétrolier dessert 96 ports. Les équipages sont recrutés sur place."
    assert beads(english, french, *STRAIGHT) == list(STRAIGHT)


def test_sentences_of_two_paragraphs_are_never_one() -> None:
    assert beads(ENGLISH.replace(". It", ".\n\nIt"), FRENCH.replace(". Une", ".\n\nUne"), *STRAIGHT) == list(STRAIGHT)


def test_a_sentence_that_is_said_in_another_one_is_joined_with_it() -> None:
    english = "Three plans for the harbour are set out. Crews are hired locally. Their costs differ widely."
    french = "Trois plans pour le port, dont les coûts varient, y sont exposés. Les équipages sont recrutés sur place."
    given: tuple[Sides, ...] = (((0,), (0,)), ((1,), (1,)), ((2,), ()))
    assert beads(english, french, *given) == [((0, 1, 2), (0, 1))]


def test_a_sentence_that_is_left_out_stays_alone() -> None:
    english = "Three plans for the harbour are set out. Crews are hired locally. Their costs differ widely."
    french = "Trois plans pour le port y sont exposés. Les équipages sont recrutés sur place."
    given: tuple[Sides, ...] = (((0,), (0,)), ((1,), (1,)), ((2,), ()))
    assert beads(english, french, *given) == list(given)


@pytest.mark.parametrize(
    ("source", "target", "is_said"),
    [
        ("No time limit is laid down.", "répondre aux lettres, sans toutefois fixer de délai", True),
        ("No time limit is laid down.", "répondre promptement aux lettres des habitants", False),
        ("Their costs differ by half.", "répondre aux lettres, dont les coûts varient de moitié", True),
        ("Their costs differ by half.", "répondre aux lettres, et les brûler aussitôt après", False),
    ],
)
def test_a_sentence_is_said_by_words_of_another_one_that_answer_to_nothing_else(
    source: str, target: str, *, is_said: bool
) -> None:
    given: tuple[Sides, ...] = (((0,), (0,)), ((1,), ()))
    found = beads(f"The mayors are to answer letters. {source}", f"Les maires doivent {target}.", *given)
    assert found == ([((0, 1), (0,))] if is_said else list(given))
