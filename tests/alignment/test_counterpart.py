"""A phrase finds its translation by the words that occur together in a memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.alignment.cooccurrence import Evidence, Strengths
from tmtool.alignment.counterpart import Counterpart, Finder
from tmtool.alignment.words import words
from tmtool.model import Span

PAIRS = (
    ("The zorb falls on the table.", "Le gluk tombe sur la table."),
    ("A blue zorb never sleeps.", "Un gluk bleu ne dort jamais."),
    ("The committee saw every blue zorb.", "Le comité a vu chaque gluk bleu."),
    ("No blue zorb was late.", "Aucun gluk bleu n’était en retard."),
    ("The zorb of the committee came.", "Le gluk du comité est venu."),
    ("The committee sleeps.", "Le comité dort."),
    ("The blue table is here.", "La table bleue est ici."),
    ("The committee saw the table.", "Le comité a vu la table."),
)


def strengths(word: str) -> Strengths:
    """Returns what goes with a word of the source, by these pairs."""
    targets = [target for source, target in PAIRS if word in source]

    def frequency(asked: Collection[str]) -> Mapping[str, int]:
        return {one: sum(one in target.lower() for _, target in PAIRS) for one in asked}

    return Strengths(targets, len(targets), "fr", frequency)


def found(source: str, phrase: str, target: str, *, seldom: bool = False) -> str:
    start = source.index(phrase)
    parts = phrase.split() if " " in phrase else []
    evidence = Evidence(strengths(phrase), {part: strengths(part) for part in parts})
    finder = Finder(evidence, source_language="en", target_language="fr", others=strengths, seldom=seldom)
    place = finder.counterpart(source, target, Span(start, start + len(phrase)))
    return place.span.of(target) if place else ""


@pytest.mark.parametrize(
    ("pair", "phrase", "wanted"),
    [(0, "zorb", "gluk"), (2, "zorb", "gluk"), (2, "blue zorb", "gluk bleu"), (4, "committee", "comité")],
)
def test_what_meets_the_phrase_again_and_again_is_its_counterpart(pair: int, phrase: str, wanted: str) -> None:
    source, target = PAIRS[pair]
    assert found(source, phrase, target) == wanted


@pytest.mark.parametrize(
    ("source", "phrase", "target", "wanted"),
    [
        ("A report on climate", "climate", "Un rapport sur le climat", "climat"),
        ("The resolutions adopted", "resolutions", "Les résolutions adoptées", "résolutions"),
    ],
)
def test_cognates_and_the_dictionary_tell_where_the_memory_does_not(
    source: str, phrase: str, target: str, wanted: str
) -> None:
    assert found(source, phrase, target) == wanted


def test_of_words_that_occur_twice_the_nearer_is_taken() -> None:
    source, target = "A zorb and the table and a zorb", "Un gluk et la table et un gluk"
    place = Finder(
        Evidence(strengths("zorb"), {}), source_language="en", target_language="fr", others=strengths
    ).counterpart(source, target, Span(27, 31))
    assert place is not None
    assert place.span.start == target.rindex("gluk")


def test_a_phrase_seldom_met_has_what_the_other_words_leave() -> None:
    source, target = "The committee saw the xyzzy", "Le comité a vu la babiole"
    assert found(source, "xyzzy", target) == ""
    assert found(source, "xyzzy", target, seldom=True) == "babiole"


@pytest.mark.parametrize(
    ("phrase", "target", "wanted"),
    [
        ("on behalf of", "Il parle au nom du comité", "au nom du"),
        ("behalf of", "Il parle au nom du comité", "nom du"),
        ("behalf", "Il parle au nom du comité", "nom"),
        ("on behalf of", "Il parle (au nom) du comité", "au nom"),
    ],
)
def test_words_without_content_at_the_ends_of_a_phrase_have_theirs(phrase: str, target: str, wanted: str) -> None:
    source = "He speaks on behalf of the committee"
    pairs = [(source, target)] * 3 + [("It is late", "Il est tard")] * 5

    def frequency(asked: Collection[str]) -> Mapping[str, int]:
        return {one: sum(one in text.lower() for _, text in pairs) for one in asked}

    targets = ["au nom", "nom de tous", "en mon nom"]
    evidence = Evidence(Strengths(targets, 3, "fr", frequency), {})
    finder = Finder(evidence, source_language="en", target_language="fr", others=strengths)
    start = source.index(phrase)
    place = finder.counterpart(source, target, Span(start, start + len(phrase)))
    assert place is not None
    assert place.span.of(target) == wanted


def test_what_has_no_counterpart_finds_none() -> None:
    assert found("The xyzzy report", "xyzzy", "Le rapport") == ""
    assert found("Report", "Report", "") == ""


@given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.booleans())
def test_spans_and_probabilities_are_always_valid(
    source: str, target: str, start: int, length: int, seldom: bool
) -> None:
    evidence = Evidence(strengths("zorb"), {"blue": strengths("blue")})
    span = Span(start, start + length)
    place = Finder(evidence, source_language="en", target_language="fr", others=strengths, seldom=seldom).counterpart(
        source, target, span
    )
    assert place is None or isinstance(place, Counterpart)
    if place:
        assert 0 <= place.probability <= 1
        assert place.span.of(target)


HAN_PAIRS = (
    ("The Security Council met.", "安全理事会举行会议。"),
    ("The report went to the Security Council.", "报告提交安全理事会。"),
    ("The President of the Security Council spoke.", "安全理事会主席发言。"),
    ("The Security Council adopted it in June.", "安全理事会六月通过。"),
    ("The report was adopted.", "报告获得通过。"),
    ("The President spoke in June.", "主席六月发言。"),
)


def test_letters_that_are_words_by_themselves_are_found_without_their_neighbours() -> None:
    def frequency(asked: Collection[str]) -> Mapping[str, int]:
        return {one: sum(one in target for _, target in HAN_PAIRS) for one in asked}

    targets = [target for source, target in HAN_PAIRS if "Security Council" in source]
    evidence = Evidence(Strengths(targets, len(targets), "zh", frequency), {})
    finder = Finder(
        evidence, source_language="en", target_language="zh", others=lambda _: Strengths([], 0, "zh", frequency)
    )
    counterparts = []
    for source, target in HAN_PAIRS[:4]:
        start = source.index("Security Council")
        place = finder.counterpart(source, target, Span(start, start + len("Security Council")))
        counterparts.append(place.span.of(target) if place else "")
    assert counterparts == ["安全理事会"] * 4


def test_no_counterpart_is_looked_for_in_a_text_of_thousands_of_words() -> None:
    assert found("a blue zorb", "zorb", "un gluk bleu") == "gluk"
    assert found("a blue zorb " * 1_000, "zorb", "un gluk bleu " * 1_000) == ""


def test_what_was_forgotten_of_earlier_lines_is_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmtool.alignment.counterpart._LINES_KEPT", 1)
    finder = Finder(
        Evidence(strengths("zorb"), {}), source_language="en", target_language="fr", others=strengths, seldom=False
    )
    source, target = PAIRS[0]
    start = source.index("zorb")
    found = [finder.counterpart(source, target, Span(start, start + 4)) for _ in range(4)]
    assert found[0]
    assert len(set(found)) == 1


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [("ar", "اعتُمد التقرير", "اعتُمد"), ("es", "te\u0301rmino nuevo", "te\u0301rmino"), ("zh", "报告", "报")],
)
def test_marks_on_letters_belong_to_their_word(language: str, text: str, first: str) -> None:
    found = words(text, language)
    assert text[found.starts[0] : found.ends[0]] == first
    assert len(found.known) == 2
