"""Languages are found by their tags."""

from __future__ import annotations

import pytest

from tmtool import languages


def test_the_languages_of_the_united_nations_and_german_are_supported() -> None:
    assert {"ar", "de", "en", "es", "fr", "ru", "zh"} <= set(languages.supported())


@pytest.mark.parametrize("tag", ["fr", "fr-CH", "FR_fr", "fr-Latn-CA"])
def test_a_language_is_found_by_its_primary_subtag(tag: str) -> None:
    assert languages.get(tag) is languages.get("fr")


def test_an_unknown_language_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(LookupError, match="no language 'xx'; known are ar, de, en, es"):
        languages.get("xx")


@pytest.mark.parametrize("tag", languages.supported())
def test_function_words_are_folded(tag: str) -> None:
    language = languages.get(tag)
    assert {language.fold(word) for word in language.function_words} == language.function_words


@pytest.mark.parametrize(
    ("tag", "word", "folded"),
    [
        ("es", "Año", "año"),
        ("es", "Término", "termino"),
        ("ru", "Ещё", "еще"),
        ("ru", "Район", "район"),
        ("de", "Straße", "strasse"),
        ("ar", "مُحَمَّد", "محمد"),
        ("ar", "الأمــن", "الامن"),
        ("ar", "مؤتمر", "مؤتمر"),
    ],
)
def test_a_language_folds_what_two_spellings_of_a_word_differ_in(tag: str, word: str, folded: str) -> None:
    assert languages.get(tag).fold(word) == folded


@pytest.mark.parametrize(
    ("word", "folded", "with_accents"),
    [
        ("États", "etats", "états"),
        ("Main-d’Œuvre", "main-d'oeuvre", "main-d'oeuvre"),
        ("TRAITÉ", "traite", "traité"),
        ("naïf", "naif", "naïf"),
        ("Curaçao", "curacao", "curaçao"),
        ("plain", "plain", "plain"),
    ],
)
def test_folding_takes_case_and_perhaps_accents_off(word: str, folded: str, with_accents: str) -> None:
    assert languages.get("fr").fold(word) == folded
    assert languages.get("fr").fold_case(word) == with_accents
