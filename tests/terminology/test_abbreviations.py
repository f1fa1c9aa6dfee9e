"""Tests abbreviations that a document brings in for its terms."""

from __future__ import annotations

import pytest

from tmtool.model import Concept, Term
from tmtool.terminology.recognise import Recogniser

BOARD = Concept("board", (Term("financial board", "en"), Term("conseil financier", "fr")))
COUNCIL = Concept("council", (Term("Economic Council", "en"), Term("EC", "en")))


def found(*texts: str, language: str = "en") -> list[list[str]]:
    recogniser = Recogniser([BOARD, COUNCIL], language)
    return [
        [one.span.of(text) for one in occurrences]
        for text, occurrences in zip(texts, recogniser.find_in_document(texts), strict=True)
    ]


def test_an_abbreviation_in_brackets_names_the_concept_from_there_on() -> None:
    assert found("FB is unknown.", "The Financial Board (FB) met.", "The FB decided; FBs elsewhere.") == [
        [], ["Financial Board", "FB"], ["FB", "FBs"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["Le Conseil financier (CF)", "Le Conseil financier (ci-après « le CF »)", "Le Conseil financier (le « CF »)"],
)
def test_brackets_may_say_hereinafter(text: str) -> None:
    assert found(text, "Le CF", language="fr")[1] == ["CF"]


@pytest.mark.parametrize(
    "text", ["The Financial Board (chaired by Ms. B)", "The Financial Board, (FB)", "A board (FB)"]
)
def test_other_brackets_bring_nothing_in(text: str) -> None:
    assert found(text, "The FB")[1] == []


def test_the_abbreviation_of_a_longer_name_is_none_of_the_term_at_its_end() -> None:
    assert found("The League of Financial Boards (LFB) met.", "LFB decided.") == [["Financial Boards"], []]


def test_an_abbreviation_of_the_term_base_stays_its_own() -> None:
    assert found("The Financial Board (EC) met.", "The EC")[1] == ["EC"]
    [_, [occurrence]] = Recogniser([BOARD, COUNCIL], "en").find_in_document(["The Financial Board (EC)", "The EC"])
    assert occurrence.concept is COUNCIL


def test_the_next_document_knows_nothing_of_it() -> None:
    recogniser = Recogniser([BOARD], "en")
    recogniser.find_in_document(["The Financial Board (FB)"])
    assert recogniser.find_in_document(["The FB"]) == ((),)
