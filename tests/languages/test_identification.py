"""Texts read as another language only where they cannot be in their own."""

from __future__ import annotations

import pytest

from tmtool.languages.identification import reads_as

ENGLISH = [
    "The Working Group will have before it a note by the Secretariat.",
    "It is to be considered with the report of the Chair.",
    "The list of documents for the meeting is in the annex to this agenda.",
]
FRENCH = [
    "Le Groupe de travail sera saisi d’une note du Secrétariat.",
    "Elle sera examinée avec le rapport de la présidence.",
    "La liste des documents de la réunion figure dans l’annexe au présent ordre du jour.",
]
RUSSIAN = ["Рабочая группа рассмотрит записку Секретариата и доклад Председателя о работе сессии."]


def test_a_text_reads_as_its_own_language() -> None:
    assert (reads_as(ENGLISH, "en"), reads_as(FRENCH, "fr"), reads_as(RUSSIAN, "ru")) == ("", "", "")


def test_a_text_in_another_language_is_told() -> None:
    assert (reads_as(ENGLISH, "fr"), reads_as(FRENCH, "en-GB"), reads_as(FRENCH, "es")) == ("en", "fr", "fr")


def test_a_text_of_words_that_two_languages_have_reads_as_the_likely_one() -> None:
    texts = ["Le Groupe de travail examinera la question."] * 3
    assert reads_as(texts, "en", "fr") == "fr"


def test_a_text_in_another_script_is_told() -> None:
    assert (reads_as(RUSSIAN, "fr"), reads_as(FRENCH, "ru")) == ("ru", "fr")


def test_a_text_in_two_languages_may_be_in_either() -> None:
    assert (reads_as([*ENGLISH, *FRENCH], "en"), reads_as([*ENGLISH, *FRENCH], "fr")) == ("", "")


@pytest.mark.parametrize("texts", [ENGLISH[:2], ["Adoption of the agenda", "Other matters"] * 2, ["12", "A/80/1"], []])
def test_a_few_words_tell_nothing(texts: list[str]) -> None:
    assert reads_as(texts, "fr", "en") == ""


SPANISH = "El Grupo de Trabajo examinará los informes sobre las medidas que se han adoptado."


@pytest.mark.parametrize("texts", [[SPANISH], ["12", SPANISH, "A/80/1"]])
def test_one_line_in_a_third_language_is_told(texts: list[str]) -> None:
    assert (reads_as(texts, "fr", "en"), reads_as(texts, "en", "fr")) == ("es", "es")
    assert reads_as(texts, "fr", "es") == ""
    assert reads_as([*texts, FRENCH[0]], "fr", "en") == ""


def test_a_name_in_a_third_language_tells_nothing() -> None:
    assert reads_as(["Comisión para el Mercado de las Telecomunicaciones"], "fr", "en") == ""


def test_of_a_language_of_which_nothing_is_known_nothing_is_said() -> None:
    assert reads_as(ENGLISH, "qzz") == ""
