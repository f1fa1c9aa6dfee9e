"""A phrase is found with its translation, in the term base or not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.filling import store, unit
from tests.processor import at_most
from tmtool.model import Concept, StoredPair, Term
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.tasks.concordance import ConcordanceLine, concordance, concordance_lines
from tmtool.tasks.strengths import KeptStrengths

PAIRS = (
    ("The zorb falls on the table.", "Le gluk tombe sur la table."),
    ("A zorb never sleeps.", "Un gluk ne dort jamais."),
    ("The committee saw every zorb.", "Le comité a vu chaque gluk."),
    ("The committee sleeps.", "Le comité dort."),
)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    opened = open_home(tmp_path / "t.db", create=True)
    store(opened, [unit(*pair) for pair in PAIRS])
    yield opened
    opened.close()


def marked(lines: list[ConcordanceLine]) -> set[str]:
    return {line.target_span.of(line.pair.target) if line.target_span else "" for line in lines}


def test_what_the_term_base_does_not_know_is_told_by_the_words_of_the_memory(home: Home) -> None:
    lines = concordance(home, "zorb", language="en", other_language="fr")
    assert len(lines) == 3
    assert marked(lines) == {"gluk"}
    assert all(line.confidence and 0.2 <= line.confidence <= 1 for line in lines)


def test_the_other_direction_is_told_too(home: Home) -> None:
    assert marked(concordance(home, "gluk", language="fr", other_language="en")) == {"zorb"}


@pytest.mark.parametrize("literal", [False, True])
def test_a_phrase_with_its_accents_apart_is_found_too(home: Home, literal: bool) -> None:
    phrase = unicodedata.normalize("NFD", "comité")
    lines = concordance(home, phrase, language="fr", other_language="en", literal=literal)
    assert [line.source_span.of(line.pair.source) for line in lines] == ["comité"] * 2


def test_the_term_base_comes_first(home: Home) -> None:
    with home.transaction():
        concept = Concept("zorb", (Term("zorb", "en"), Term("tombe", "fr")))
        home.concepts.add(concept)
    lines = concordance(home, "zorb", language="en", other_language="fr")
    assert "tombe" in marked(lines)


def test_of_two_places_of_a_translation_the_nearer_is_marked(home: Home) -> None:
    with home.transaction():
        home.concepts.add(Concept("zorb", (Term("zorb", "en"), Term("gluk", "fr"))))
    target = "Le gluk mange et dort, puis vient un gluk."
    store(home, [unit("It eats and sleeps, then comes a zorb.", target)], path="b.tsv")
    (line,) = [
        one for one in concordance(home, "zorb", language="en", other_language="fr") if "eats" in one.pair.source
    ]
    assert line.target_span
    assert (line.target_span.start, line.confidence) == (target.rindex("gluk"), 0.5)


def test_lines_come_before_the_rest_is_looked_at_and_are_the_same(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmtool.tasks.concordance._LINES_AT_ONCE", 3)
    monkeypatch.setattr("tmtool.tasks.concordance._UNITS_AT_ONCE", 2)
    store(home, [unit(f"The zebra number {n}", f"Le zèbre numéro {n}") for n in range(20)], path="zebras.tsv")
    asked: list[int] = []
    of_segments = home.units.of_segments

    def asking(segments: Sequence[int], *languages: str) -> list[StoredPair]:
        asked.append(len(segments))
        return of_segments(segments, *languages)

    monkeypatch.setattr(home.units, "of_segments", asking)
    lines = concordance_lines(home, "zebra", language="en", other_language="fr", limit=0)
    first = next(lines)
    before = len(asked)
    assert [first, *lines] == concordance(home, "zebra", language="en", other_language="fr", limit=0)
    assert before < len(asked) / 2


@pytest.mark.parametrize("phrase", ["report", "of the report", "reports of", "the"])
def test_a_phrase_of_common_words_has_the_same_lines(home: Home, phrase: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        [(line.pair.unit, line.source_span) for line in concordance(home, phrase, language="en", other_language="fr")]
        for _ in (monkeypatch.setattr("tmtool.tasks.concordance.COMMON", most) for most in (100_000, 0))
    ]
    assert lines[0] == lines[1]


def test_what_is_kept_of_words_answers_as_if_it_were_found_anew_and_never_for_another_home(home: Home) -> None:
    kept = KeptStrengths()

    def found(home: Home, kept: KeptStrengths | None) -> list[ConcordanceLine]:
        return concordance(home, "zorb falls", language="en", other_language="fr", kept=kept)

    assert found(home, kept) == found(home, kept) == found(home, None)
    with home.limited_to([]) as nothing:
        assert found(nothing, kept) == []


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("A/" * 20, "A/" * 10_000),
        ("report/" * 40, "report/" * 5_000),
        ("report/" * 10 + "session", "report/" * 2_000 + ", session"),
        ("report and " * 10 + "session", "report and " * 100 + "/ session"),
        ("report " * 100 + "sess*", "report " * 5_000 + "the session"),
    ],
)
def test_a_phrase_and_a_long_line_of_equal_words_cost_no_more_than_others(
    tmp_path: Path, phrase: str, text: str
) -> None:
    with open_home(tmp_path / "long.db", create=True) as home:
        store(home, [unit(text, text)])
        with at_most(1.5):
            lines = concordance(home, phrase, language="en", other_language="fr")
    assert [line.source_span.start for line in lines] == [0] * (text[-1] == "/")


@pytest.mark.parametrize(
    ("phrase", "found"), [("report* of the rep*", "reports of the report"), ("the* the*", None), ("rep* rep*", None)]
)
def test_words_by_their_beginnings_follow_each_other(tmp_path: Path, phrase: str, found: str | None) -> None:
    with open_home(tmp_path / "beginnings.db", create=True) as home:
        store(home, [unit("The report on reports of the report", "Le rapport")])
        lines = concordance(home, phrase, language="en", other_language="fr")
    assert [line.source_span.of(line.pair.source) for line in lines] == ([found] if found else [])
