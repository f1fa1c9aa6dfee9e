"""A query is asked in the language that it is in."""

from __future__ import annotations

import pytest

from tmtool.languages.direction import direction_of, directions_of

FRENCH = [
    "trafic illicite de migrants",
    "Adoption de l’ordre du jour",
    "criminalité organisée",
    "Le but de la réunion",
    "coopération internationale",
    "Groupe de travail",
    "traite des personnes",
    "d'autres questions",
    "Note du Secrétariat sur les enquêtes",
]
ENGLISH = [
    "smuggling of migrants",
    "Adoption of the agenda",
    "de facto recognition of the Government",
    "de facto recognition",
    "organized crime",
    "Côte d’Ivoire",
    "The situation in Côte d’Ivoire and the Comité des Sages",
    "Other matters",
    "chargé d’affaires of the embassy",
    "plus size",
    "migrants",
    "A/80/1",
    "",
]


@pytest.mark.parametrize("text", FRENCH)
def test_a_french_phrase_is_asked_from_french(text: str) -> None:
    assert direction_of(text, "en", "fr") == ("fr", "en")
    assert direction_of(text, "fr", "en") == ("fr", "en")


@pytest.mark.parametrize("text", ENGLISH)
def test_an_english_phrase_is_asked_from_english(text: str) -> None:
    assert direction_of(text, "en", "fr-CA") == ("en", "fr-CA")


def test_of_a_language_of_which_nothing_is_known_the_order_stays() -> None:
    assert direction_of("trafic illicite de migrants", "qzz", "qzy") == ("qzz", "qzy")


def test_a_phrase_without_a_word_of_grammar_may_be_in_either() -> None:
    assert directions_of("Questions diverses", "en", "fr") == (("en", "fr"), ("fr", "en"))
    assert directions_of("other questions", "en", "fr") == (("en", "fr"),)
    assert directions_of("les questions", "en", "fr") == (("fr", "en"),)


@pytest.mark.parametrize(
    ("text", "language"), [("Совета Безопасности", "ru"), ("安全理事会第1267号决议", "zh"), ("مجلس الأمن", "ar")]
)
def test_a_phrase_in_another_script_is_asked_from_the_language_of_that(text: str, language: str) -> None:
    assert directions_of(text, "en", "fr") == ((language, "en"), (language, "fr"))
    assert directions_of(text, "en", language) == ((language, "en"),)
    assert directions_of(text, language, "en") == ((language, "en"),)


@pytest.mark.parametrize(
    "text", ["Совета Безопасности", "El Consejo se reunió el lunes.", "Le compte rendu de la réunion"]
)
def test_a_third_language_is_asked_for_the_language_that_was_named(text: str) -> None:
    (language, other), *rest = directions_of(text, "en", "zh", "zh")
    assert language in ("ru", "es", "fr") and other == "zh"
    assert (language, "en") not in rest


def test_a_name_in_another_script_does_not_tell() -> None:
    assert directions_of("the report on 习近平", "en", "fr") == (("en", "fr"),)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El Consejo se reunió el lunes.", "es"),
        ("informe de la Comisión sobre el programa", "es"),
        ("Die Sitzung wurde von der Präsidentin eröffnet.", "de"),
    ],
)
def test_a_sentence_in_a_third_language_is_asked_from_that_first(text: str, language: str) -> None:
    assert directions_of(text, "en", "fr")[:2] == ((language, "en"), (language, "fr"))
    assert directions_of(text, "en", "ar")[0] == (language, "en")
    assert directions_of(text, language, "en") == ((language, "en"),)


@pytest.mark.parametrize("text", ["the El Niño phenomenon", "San José de los Altos", "le phénomène El Niño", "los"])
def test_names_from_a_third_language_do_not_tell(text: str) -> None:
    assert all({"en", "fr"} == set(pair) for pair in directions_of(text, "en", "fr"))
