"""A hyphen at the end of a line is told from the hyphens and words of the rest of the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.documents.hyphens import Hyphens
from tmtool.languages.tables import classes, of_every_language


def joined(*lines: str) -> str:
    hyphens = Hyphens.of(lines, pairwise(lines))
    text = lines[0]
    for line in lines[1:]:
        text = hyphens.joins(text, line) or f"{text} {line}"
    return text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Il souhaitera peut-", "être venir."], "Il souhaitera peut-être venir."),
        (["The coordi-", "nation group"], "The coordi-nation group"),
        (["La coordination, la coordi-", "nation"], "La coordination, la coordination"),
        (["Vis-à-vis, et vis-à-", "vis"], "Vis-à-vis, et vis-à-vis"),
        (["The Anglo-", "American text"], "The Anglo- American text"),
        (["soft coordi\u00ad", "nation"], "soft coordination"),
        (["troop-", "and police-contributing"], "troop- and police-contributing"),
    ],
)
def test_the_text_tells_a_cut_word_from_a_compound(lines: list[str], text: str) -> None:
    assert joined(*lines) == text


def test_a_text_that_cuts_words_is_known_by_a_word_that_it_has_whole() -> None:
    certain = ["An investigation.", "The investi-", "gation of"]
    assert joined(*certain, "the imple-", "mentation") == "An investigation. The investigation of the implementation"
    assert joined(*certain, "low-", "income States") == "An investigation. The investigation of low-income States"


def test_a_text_that_cuts_words_is_known_by_parts_that_are_no_words() -> None:
    assert joined("The imple-", "mentation and investi-", "gation.") == "The implementation and investigation."


def test_the_parts_of_a_cut_word_are_no_words_of_the_text() -> None:
    lines = ["The imple-", "mentation and investi-", "gation."]
    assert not Hyphens.of(lines, pairwise(lines)).words & {"imple", "mentation", "investi", "gation"}


@given(st.lists(st.text("abé-\u00ad \u2010", min_size=1, max_size=8), min_size=2, max_size=6))
def test_no_letter_is_lost(lines: list[str]) -> None:
    letters = [character for line in lines for character in line if character.isalpha()]
    assert [character for character in joined(*lines) if character.isalpha()] == letters


def test_parts_of_compounds_are_in_lower_case_and_are_once_in_a_table() -> None:
    for path in of_every_language("page.tsv"):
        for name in ("first", "last"):
            words = " ".join(classes(path)[name]).split()
            assert words
            assert len(set(words)) == len(words)
            assert all(map(str.islower, words))


def test_one_word_of_a_hundred_thousand_letters_is_read_in_one_go() -> None:
    known = Hyphens.of(["x" * 100_000, "A word."], [])
    assert known.compounds == frozenset()
    assert "word" in known.words
    assert known.joins("x" * 100_000, "word") is None
