"""Tests words of another language in a French text, and words that only look like that."""

from __future__ import annotations

import pytest

from tmtool import languages
from tmtool.checks.evidence.language.copied_words import copied_words, false_twins
from tmtool.checks.evidence.language.foreign_words import foreign_words, others_words
from tmtool.languages.pairs.en_fr import PAIR

FRENCH, ENGLISH = languages.get("fr"), languages.get("en")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Les femmes in les provinces or les villes", ["in", "or"]),
        ("une étude in situ, de l’or et des métaux", []),
        ("Il ne l’a pas dit, or il le savait.", []),
        ("Haïti, with l’aide de tous", ["with"]),
        ("le Center for the Rights of Women", []),
        ("le benzodiazépine-1,4 one-2", []),
    ],
)
def test_words_of_english_grammar(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in foreign_words(text, FRENCH, ENGLISH)] == found


@pytest.mark.parametrize(
    ("tag", "foreign", "text", "found"),
    [
        ("en", "fr", "Youth leaders helped to de-escalate the dispute.", []),
        ("en", "fr", "The expert, Mr. B. de Castro, spoke.", []),
        ("en", "fr", "The report de the Secretariat", ["de"]),
        ("es", "en", "El jefe Ra'is Karim fue capturado.", []),
        ("es", "en", "La resolución se cita in extenso.", []),
        ("es", "en", "Las mujeres in las provincias", ["in"]),
    ],
)
def test_words_of_other_pairs_that_are_parts_of_names_and_of_longer_words_are_left_alone(
    tag: str, foreign: str, text: str, found: list[str]
) -> None:
    flagged = foreign_words(text, languages.get(tag), languages.get(foreign))
    assert [span.of(text) for span in flagged] == found


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("le government du pays", "the government", ["government"]),
        ("le report du Secrétaire général", "the report", ["report"]),
        ("le report de la séance", "the postponement", []),
        ("le mandat de la mission", "the mandate of the mission", []),
        ("des essais in vitro", "tests in vitro", []),
        ("le programme “green economy”", "the programme green economy", []),
    ],
)
def test_words_copied_from_the_source(text: str, source: str, found: list[str]) -> None:
    copied = {*copied_words(text, source, FRENCH, PAIR), *false_twins(text, source, FRENCH, PAIR)}

    assert [span.of(text) for span in sorted(copied)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("la paix y la sécurité", [("y", "Spanish")]),
        ("il y a des questions y relatives", []),
        ("José Ortega y Gasset", []),
        ("les États und les organisations", [("und", "German")]),
        ("les droits e les devoirs, point e)", [("e", "Italian or Portuguese")]),
    ],
)
def test_words_of_third_languages(text: str, found: list[tuple[str, str]]) -> None:
    assert [(span.of(text), language) for span, language in others_words(text, "", FRENCH)] == found


def test_a_word_that_the_source_has_is_no_word_of_a_third_language() -> None:
    assert list(others_words("le mouvement para la paz", "the movement para la paz", FRENCH)) == []


def test_the_beginning_of_an_address_is_no_word() -> None:
    source = "See the pages at security.debian.org and its security."
    for text, found in (("les pages de security.debian.org", []), ("les pages de la security.", ["security"])):
        assert [span.of(text) for span in copied_words(text, source, FRENCH, PAIR)] == found
