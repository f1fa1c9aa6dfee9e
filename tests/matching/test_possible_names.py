"""Stretches with capitals may be names, and a text full of capitals is no reason to look for ever."""

from __future__ import annotations

from tmtool.matching.possible_names import possible_names

TREATY = "United Nations Convention against Transnational Organized Crime"


def test_a_name_is_among_what_may_be_one() -> None:
    found = possible_names(f"States parties to the {TREATY} met in “Room A”.")
    assert TREATY in found
    assert "Room A" in found
    assert "Transnational Organized Crime" in found


def test_two_words_are_no_name_and_a_small_word_opens_none() -> None:
    assert possible_names("the Secretary General of it") == ()
    found = possible_names("The report of the Working Group on Firearms")
    assert "Working Group on Firearms" in found
    assert all(name[0].isupper() for name in found)


def test_what_a_text_of_capitals_gives_grows_with_its_length_only() -> None:
    words = [f"W{number}" for number in range(400)]
    found = possible_names(" ".join(words))
    assert " ".join(words[:20]) in found
    assert len(found) < 40 * len(words)
