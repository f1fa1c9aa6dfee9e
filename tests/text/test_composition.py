"""Tests text with combining marks made whole, and places in it led back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.processor import at_most
from tmtool.model import Concept, Span, Term
from tmtool.terminology.recognise import Recogniser
from tmtool.text.composition import Composition, composed, readable

ARABIC = "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f"
"""The name Muhammad with shadda before the vowel, as it is typed; NFC has the vowel first."""
KANA = unicodedata.normalize("NFD", "がぎ")
HANGUL = unicodedata.normalize("NFD", "한글")


@pytest.mark.parametrize("text", [ARABIC, KANA, HANGUL, "E\u0301tats", "", "\u0301a"])
def test_a_text_is_made_whole_in_every_script(text: str) -> None:
    whole = Composition(text)

    assert whole.text == unicodedata.normalize("NFC", text)
    assert whole.original(Span(0, len(whole.text))) == Span(0, len(text))


@given(st.text(st.sampled_from("aEe\u0301\u0323\u0651\u064e\u064fか\u3099\u1112\u1161\u11ab한\u09c7\u09be\u0958 ")))
def test_what_is_made_whole_is_nfc(text: str) -> None:
    assert Composition(text).text == unicodedata.normalize("NFC", text)


def test_a_soft_hyphen_is_no_part_of_a_word_and_stays_in_the_text_as_it_came() -> None:
    text = "the co\u00adop\u00aderation\u00ad and E\u0301tats"
    whole = Composition(text)

    assert whole.text == readable(text) == "the cooperation and États"
    assert whole.original(Span(4, 15)).of(text) == "co\u00adop\u00aderation\u00ad"


def test_a_term_is_found_in_words_with_soft_hyphens() -> None:
    concept = Concept(id="1", terms=(Term(text="illicit traf\u00adficking", language="en"),))
    text = "the illi\u00adcit trafficking in firearms"

    (found,) = Recogniser([concept], "en").find(text)

    assert found.span.of(text) == "illi\u00adcit trafficking"


@pytest.mark.parametrize("marks", [ARABIC, KANA, HANGUL])
def test_terms_are_found_next_to_letters_with_marks_of_every_script(marks: str) -> None:
    concept = Concept(id="1", terms=(Term(text="firearm", language="en"),))
    text = f"{marks} firearm"

    (found,) = Recogniser([concept], "en").find(text)

    assert found.span.of(text) == "firearm"


@given(st.lists(st.sampled_from("ae\u0301\u0323\u0651\u064e\u0344\u0f73\u09c7\u09be"), max_size=80), st.integers(1, 3))
def test_long_rows_of_marks_are_made_whole_as_unicode_says(letters: list[str], times: int) -> None:
    text = "".join(letters) * times
    assert composed(text) == unicodedata.normalize("NFC", text)


def test_a_hundred_thousand_marks_on_one_letter_are_made_whole_without_sorting_them_one_by_one() -> None:
    text = "\u0628" + "\u0651\u064e" * 50_000

    with at_most(1):
        assert composed(text) == "\u0628" + "\u064e" * 50_000 + "\u0651" * 50_000
