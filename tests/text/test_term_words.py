"""Tests the words by which the store finds the terms that a text may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.model import Concept, Term
from tmtool.terminology.recognise import Recogniser
from tmtool.text.term_words import abbreviation, first_words, needed_words, words_of


@pytest.mark.parametrize(
    ("term", "language", "forms"),
    [
        ("victim of trafficking", "en", {"victim", "victims", "trafficking", "traffickings"}),
        ("terms of reference", "en", {"term", "terms"}),
        ("la traite des personnes", "fr", {"traite", "traites"}),
        ("État partie", "fr", {"etat", "etats"}),
        ("NGO", "en", {"ngo", "ngos"}),
        ("WHO", "en", {"who", "whos"}),
        ("inter alia", "en", {"inter"}),
        ("Criminalità", "it", {"criminalita"}),
        ("%", "fr", set()),
    ],
)
def test_the_first_word_with_content_is_given_in_its_forms_without_accents(
    term: str, language: str, forms: set[str]
) -> None:
    assert first_words(Term(term, language), language) == forms


def test_the_words_of_a_text_are_given_without_case_accents_and_elisions() -> None:
    assert words_of("L’État-major, d’abord", "fr") == {"l'", "etat", "major", "d'", "abord"}


@pytest.mark.parametrize(
    ("word", "base"),
    [("ONUDC", "ONUDC"), ("NGOs", "NGO"), ("H1N1", "H1N1"), ("É", ""), ("Onu", ""), ("2030", ""), ("s", "")],
)
def test_an_abbreviation_is_two_capitals_at_least(word: str, base: str) -> None:
    assert abbreviation(word) == base


TERMS = ("droits de l’homme", "ONG", "ONU-Femmes", "État partie", "où", "conformément à", "œuvre", "le", "VIH/sida")
PIECES = """droits droit des hommes de l' ONGs ONG ONU-Femmes Etats États parties où ou OÙ conformément aux à
oeuvres Œuvre le Le VIH / sida - ’ ,"""


@given(st.lists(st.sampled_from(PIECES.split()), max_size=12).map(" ".join), st.sampled_from(TERMS), st.booleans())
def test_a_text_that_holds_a_term_has_one_of_its_first_words(text: str, term: str, tolerant: bool) -> None:
    wanted = Term(term, "fr")
    if Recogniser([Concept("c", (wanted,))], "fr", tolerant=tolerant, gap=2).find(text):
        assert first_words(wanted, "fr") & words_of(text, "fr")


def test_a_concept_needs_the_words_that_texts_seldom_have_and_no_more_than_its_terms_share() -> None:
    terms = [Term(text, "en") for text in ("stolen asset recovery", "recovery of assets", "asset recovery")]
    counts = {"stolen": 1, "asset": 9, "assets": 9, "recovery": 5}
    assert needed_words(terms, "en", counts, {}) == {"stolen", "stolens", "recovery", "recoveries"}
    assert needed_words(terms, "en", counts, {"asset": 4}) == {"recovery", "recoveries"}
    assert needed_words(terms, "en", counts, {"recovery": 4}) == {"asset", "assets"}
