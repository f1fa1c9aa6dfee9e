"""A glance at a text overlooks no term that reading it finds, and spares the reading of most texts without it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.processor import at_most
from tmtool.languages import language_of
from tmtool.model import Concept, Term
from tmtool.terminology.glance import glance
from tmtool.terminology.recognise import Recogniser

TEXTS = {
    "en": (
        "Preventing and combating the smuggling of migrants, and trafficking in persons, by sea",
        "The Chair’s report on the law-enforcement officers of the States Parties",
        "Origin, transit and destination countries met; the WHO’s Directors-General spoke of the countries of origin.",
        "Item 3 (a) of the agenda of the session",
    ),
    "fr": (
        "Prévention du trafic illicite, par mer, de migrants et d’armes à feu",
        "L’organisation des travaux de la Conférence des États Parties",
        "Les points 3 a) et b) de l’ordre du jour ; le Secrétaire général de l’Organisation mondiale de la Santé",
    ),
    "ru": ("Организация работы Конференции участников; доклады Генерального секретаря",),
    "es": ("Prevención del tráfico ilícito de migrantes por tierra, mar y aire; los Estados Partes",),
    "de": ("Die Maßnahmen gegen den Menschenhandel und die Schleusung von Migranten",),
}
PHRASES = (
    "smuggling of migrants",
    "the smuggling of persons",
    "combating smuggling",
    "country of origin",
    "transit countries",
    "States Party",
    "director general",
    "who",
    "item of the agenda",
    "trafic de migrants",
    "trafic d'armes",
    "travail",
    "point de l'ordre du jour",
    "organisation du travail",
    "secretaires generaux",
    "организации работ",
    "trafico de migrante",
    "mar",
    "maßnahme",
    "der Mensch",
)


def cases() -> Iterator[tuple[str, str]]:
    words = {
        language: dict.fromkeys(word for text in texts for word in text.split()) for language, texts in TEXTS.items()
    }
    for language in TEXTS:
        yield from ((language, phrase) for phrase in (*PHRASES, *words[language]))


@pytest.mark.parametrize("language", TEXTS)
def test_no_text_with_the_phrase_is_left_out(language: str) -> None:
    found = 0
    for phrase in (phrase for one, phrase in cases() if one == language):
        concept = Concept("phrase", (Term(phrase, language),))
        recogniser = Recogniser([concept], language, tolerant=True)
        perhaps = glance(concept, language_of(language))
        for text in TEXTS[language]:
            if recogniser.find(text):
                found += 1
                assert perhaps is not None and perhaps(text), (phrase, text)
    assert found > len(TEXTS[language])


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("where an action has", "The action that the Committee has taken, where there is an appeal"),
        ("migrants of smuggling", "smuggling of migrants"),
        ("report on trafficking", "trafficking is the subject of the report"),
    ],
)
def test_a_text_with_the_words_only_is_left_out(phrase: str, text: str) -> None:
    perhaps = glance(Concept("phrase", (Term(phrase, "en"),)), language_of("en"))
    assert perhaps is not None and not perhaps(text)


@pytest.mark.parametrize(("language", "phrase"), [("ar", "الدول الأطراف"), ("zh", "缔约国"), ("en", "–")])
def test_where_spelling_does_not_tell_there_is_no_glance(language: str, phrase: str) -> None:
    assert glance(Concept("phrase", (Term(phrase, language),)), language_of(language)) is None


def test_a_text_that_repeats_the_first_words_of_a_phrase_costs_no_more_than_another() -> None:
    perhaps = glance(Concept("phrase", (Term("report/report/report/session", "en"),)), language_of("en"))
    with at_most(0.2):
        assert perhaps is not None and not perhaps("session " + "report/" * 2_000)
