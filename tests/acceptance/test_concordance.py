"""Phrases in use, in the memories that come along."""

from __future__ import annotations

import pytest

from tests.acceptance.conftest import Tmtool


def test_word_forms_are_found_and_marked(made: Tmtool) -> None:
    for line in made.json("concordance", "smuggled migrant"):
        start, end = line["source_span"]
        assert line["source"][start:end].casefold() in ("smuggled migrant", "smuggled migrants")


def test_the_counterpart_that_the_term_base_knows_is_marked(made: Tmtool) -> None:
    line = made.json("concordance", "smuggling of migrants")[0]
    start, end = line["target_span"]
    assert line["target"][start:end].casefold().startswith("trafic illicite")
    assert 0 < line["confidence"] <= 1


def test_a_literal_phrase_is_found_as_it_stands_only(made: Tmtool) -> None:
    assert made.json("concordance", "smuggled migrants", "--literal")
    found = made.json("concordance", "smuggled migrant ", "--literal")
    assert all("smuggled migrant " in line["source"].casefold() for line in found)


@pytest.mark.parametrize(
    "phrase", ["l’ordre du jour", "Groupe de travail", "trafic illicite d'un migrant", "10 heures"]
)
def test_french_phrases_with_elisions_and_numbers_can_be_asked(made: Tmtool, phrase: str) -> None:
    made.json("concordance", phrase, "--lang", "fr")
    made.json("concordance", phrase, "--lang", "fr", "--literal")


@pytest.mark.parametrize("phrase", ["", "  ", '"', "***", "AND", "NEAR(a b)", "a OR", "_", "’"])
def test_nothing_that_a_person_types_is_taken_for_a_query_language(made: Tmtool, phrase: str) -> None:
    made.json("concordance", phrase)
    made.json("concordance", phrase, "--literal")
