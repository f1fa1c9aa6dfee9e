"""The terms of this repository's term base, put in a sentence, are recognised as what they are."""

from __future__ import annotations

import time
from itertools import takewhile
from pathlib import Path

import pytest

from tmtool.formats.table.term_reading import read_concepts
from tmtool.languages import get
from tmtool.languages.letters import fold
from tmtool.model import Concept, Occurrence, Term
from tmtool.terminology.recognise import Recogniser

Found = list[tuple[Term, list[Occurrence]]]
TABLES = sorted((Path(__file__).parents[2] / "termbase").glob("*.tsv"))
CARRIERS = {
    "en": "It was said that {} mattered.",
    "fr": "Il a été dit que {} importait.",
    "es": "Se dijo que {} importaba.",
    "ru": "Было сказано, что {} важно.",
    "ar": "قيل إن {} مهم.",
    "zh": "有说，{}，很重要。",
    "de": "Es hieß, dass {} wichtig sei.",
}

IRREGULAR = {
    "criterion",
    "cattle",
    "potato",
    "shelf",
    "life",
    "media",
    "child",
    "children",
    "police",
    "data",
    "leaf",
    "women",
    "men",
    "people",
    "person",
    "foi",
    "equipment",
}


@pytest.fixture(scope="module")
def concepts() -> list[Concept]:
    return [
        entry
        for table in TABLES
        for entry in read_concepts(table, source_language="en", target_language="fr")
        if isinstance(entry, Concept)
    ]


@pytest.fixture(scope="module", params=CARRIERS)
def language(request: pytest.FixtureRequest) -> str:
    """Gives each language in turn: to find all terms of one takes seconds, so that its tests share what is found."""
    return str(request.param)


@pytest.fixture(scope="module")
def recogniser(concepts: list[Concept], language: str) -> Recogniser:
    return Recogniser(concepts, language)


@pytest.fixture(scope="module")
def found(concepts: list[Concept], recogniser: Recogniser, language: str) -> Found:
    """Gives each term of a concept with its occurrences in a sentence that has it."""
    return [
        (term, occurrences(recogniser, language, concept, term.text))
        for concept in concepts
        for term in concept.in_language(language)
    ]


def occurrences(recogniser: Recogniser, language: str, concept: Concept, spelling: str) -> list[Occurrence]:
    """Returns where a concept is found in a sentence with a spelling, if it is found up to the end of that."""
    carrier = CARRIERS[language]
    end = carrier.index("{") + len(spelling)
    here = recogniser.find(carrier.format(spelling))
    return [one for one in here if one.concept.id == concept.id and one.span.end >= end]


def is_whole(spelling: str, language: str, found: list[Occurrence]) -> bool:
    """Tells whether one of the occurrences has all of the spelling, but for the mark before a Chinese title."""
    start = CARRIERS[language].index("{") + spelling.startswith("《")
    return any(one.span.start <= start for one in found)


def test_every_term_is_recognised_as_it_is(found: Found, language: str) -> None:
    assert [term.text for term, those in found if not is_whole(term.text, language, those)] == []


def test_every_occurrence_of_a_literal_term_has_the_status_of_that_term(found: Found, language: str) -> None:
    start = CARRIERS[language].index("{")
    wrong = [
        term.text
        for term, those in found
        for one in those
        if one.span.end == start + len(term.text) and one.span.start >= start and one.term.status is not term.status
    ]
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "fr"], indirect=True)
def test_every_preferred_noun_is_recognised_in_the_plural(
    concepts: list[Concept], recogniser: Recogniser, language: str
) -> None:
    wanted = [(concept, plural) for concept in concepts for plural in plurals(concept, language)]
    assert len(wanted) > 200
    missed = [
        plural
        for concept, plural in wanted
        if not is_whole(plural, language, occurrences(recogniser, language, concept, plural))
    ]
    assert missed == []


def test_names_of_states_and_bodies_are_recognised_in_german_cases(concepts: list[Concept]) -> None:
    text = (
        "Deutschlands und der Vereinigten Staaten von Amerika, mit der Islamischen Republik Iran, im Namen des "
        "Ausschusses für die Rechte des Kindes und des Wirtschafts- und Sozialrats, des Internationalen Gerichtshofs"
    )
    assert [one.concept.id for one in Recogniser(concepts, "de").find(text)] == [
        "germany",
        "united-states-of-america",
        "iran-islamic-republic-of",
        "committee-on-the-rights-of-the-child",
        "economic-and-social-council",
        "international-court-of-justice",
    ]


def test_the_term_base_is_ready_in_less_than_a_second(concepts: list[Concept]) -> None:
    def seconds() -> float:
        begin = time.process_time()
        Recogniser(concepts, "fr")
        return time.process_time() - begin

    # Other tests beside this one make the first slower than it is.
    assert min(seconds() for _ in range(3)) < 1


def plurals(concept: Concept, language: str) -> list[str]:
    """Returns the plain plural of a preferred noun: of the words before the first one without content in French, of the
    last of these in English. None for names, abbreviations, plurals and what takes no plain s."""
    term = concept.in_language(language)[0]
    words = term.text.split(" ")
    head = list(takewhile(lambda word: fold(word) not in get(language).function_words, words))
    regular = all(word.isalpha() and word.islower() and word[-1] not in "sxzyhlu" for word in head)
    if term.part_of_speech != "noun" or term.number or not head or not regular or head[-1] in IRREGULAR:
        return []
    inflected = [word + "s" for word in head] if language == "fr" else [*head[:-1], head[-1] + "s"]
    return [" ".join(inflected + words[len(head) :])]
