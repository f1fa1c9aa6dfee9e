"""Tests which known words are one slip of the hand away, and which are made by rule."""

from __future__ import annotations

import pytest

from tmtool.languages.fr.grammar.words.slips import accented, is_small, lengthened, near
from tmtool.languages.fr.grammar.words.word_building import is_built, is_of_1990
from tmtool.languages.slips import Sureness, is_exchange, is_one_slip


def test_of_several_words_with_the_same_letters_none_is_chosen() -> None:
    assert accented("depot") == "dépôt"
    assert accented("pres") is None


def test_one_slip_is_a_letter_lost_added_or_wrong_or_two_exchanged() -> None:
    assert all(is_one_slip("conseil", other) for other in ("conseil", "conesil", "consil", "conseeil", "conseul"))
    assert not is_one_slip("conseil", "consul")
    assert is_exchange("conesil", "conseil")
    assert not is_exchange("centre", "center")


@pytest.mark.parametrize(
    ("word", "meant", "sureness"),
    [
        ("depot", "dépôt", Sureness.ACCENT),
        ("manuvre", "manœuvre", Sureness.ACCENT),
        ("proejt", "projet", Sureness.SURE),
        ("cidessus", "ci-dessus", Sureness.SURE),
        ("stationnment", "stationnement", Sureness.LIKELY),
        ("ession", "session", Sureness.DOUBTFUL),
    ],
)
def test_a_slip_is_the_surer_the_oftener_hands_make_it(word: str, meant: str, sureness: Sureness) -> None:
    assert (meant, sureness) in near(word)


def test_a_few_letters_may_be_left_out_in_the_middle_of_a_long_word() -> None:
    assert "sensibilisation" in lengthened("sensibilation")
    assert list(lengthened("sensibil")) == []


def test_small_words_are_those_of_every_document() -> None:
    assert is_small("dans")
    assert not is_small("dépôt")


@pytest.mark.parametrize("word", ["birégional", "vingt-deuxième", "existe-t-il", "vaccinateur", "ex-président"])
def test_a_word_is_built_of_known_ones(word: str) -> None:
    assert is_built(word)


def test_a_word_with_a_slip_is_built_of_nothing() -> None:
    assert not is_built("proejt")
    assert not is_built("nonprolifération")


def test_the_spelling_of_1990_is_told_from_a_slip() -> None:
    assert is_of_1990("protègera", "protégera")
    assert is_of_1990("connaitre", "connaître")
    assert not is_of_1990("depot", "dépôt")
