"""Which word a misspelt one is taken for, and when none is."""

from __future__ import annotations

import pytest

from tmtool.checks.evidence.spelling_correction import accented, correction, is_exchange, is_one_slip


@pytest.mark.parametrize(
    ("word", "source", "expected"),
    [
        ("proejt", "the draft", "projet"),
        ("interet", "interest", "intérêt"),
        ("manuvre", "", "manœuvre"),
        ("cidessus", "", "ci-dessus"),
        ("aggression", "aggression", "agression"),
        ("stationnment", "parking", "stationnement"),
        ("sensibilation", "awareness", "sensibilisation"),
    ],
)
def test_the_word_meant_is_a_slip_away(word: str, source: str, expected: str) -> None:
    assert correction(word, source) == expected


@pytest.mark.parametrize(
    ("word", "source"),
    [("collectrine", "collectrin"), ("carolinienne", "Carolinian"), ("xylographe", ""), ("bodégas", "bodegas")],
)
def test_a_new_term_is_taken_for_no_other_word(word: str, source: str) -> None:
    assert correction(word, source) is None


def test_of_several_words_with_the_same_letters_none_is_chosen() -> None:
    assert accented("depot") == "dépôt"
    assert accented("pres") is None


def test_one_slip_is_a_letter_lost_added_or_wrong_or_two_exchanged() -> None:
    assert all(is_one_slip("conseil", other) for other in ("conseil", "conesil", "consil", "conseeil", "conseul"))
    assert not is_one_slip("conseil", "consul")
    assert is_exchange("conesil", "conseil")
    assert not is_exchange("centre", "center")
