"""Which words of a document are in the place of others, by what it has elsewhere for both?"""

from __future__ import annotations

from tmtool.checks.evidence.word_uses import Misplaced, misplaced
from tmtool.languages.pairs.en_fr import PAIR

OTHERS = [
    ("The suppliers presented their offers on Monday.", "Les fournisseurs ont présenté leurs offres lundi."),
    ("The buyers examined the offers on Tuesday.", "Les acheteurs ont examiné les offres mardi."),
]
INVITED = "The Committee invited the suppliers to the meeting."


def found(*pairs: tuple[str, str]) -> list[tuple[int, str, str]]:
    return [(one.number, *_words(one, pairs)) for one in misplaced(pairs, PAIR)]


def _words(one: Misplaced, pairs: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    source, target = pairs[one.number]
    return one.there.of(source), one.here.of(target)


def test_a_word_that_stands_for_another_elsewhere_is_in_the_place_of_one_that_has_its_own() -> None:
    pairs = [*OTHERS, (INVITED, "Le Comité a invité les acheteurs à la réunion.")]

    (one,) = misplaced(pairs, PAIR)

    assert found(*pairs) == [(2, "suppliers", "acheteurs")]
    assert (one.usual, one.other) == ("fournisseurs", "buyers")


def test_a_word_that_the_document_has_nowhere_else_may_be_another_way_to_say_it() -> None:
    assert found(*OTHERS, (INVITED, "Le Comité a invité les entreprises à la réunion.")) == []


def test_what_has_no_counterpart_in_two_places_is_a_habit_of_the_document() -> None:
    again = [
        (INVITED, "Le Comité a invité les acheteurs à la réunion."),
        ("The suppliers left the room.", "Les acheteurs ont quitté la salle."),
    ]

    assert found(*OTHERS, *again) == []


def test_words_out_of_each_others_place_are_not_compared() -> None:
    moved = (INVITED, "Les acheteurs approuvent : le Comité a tenu une réunion.")

    assert found(*OTHERS, moved) == []


def test_a_text_without_translation_tells_nothing() -> None:
    assert found(*OTHERS, (INVITED, ""), ("", "Les acheteurs se réuniront.")) == []
