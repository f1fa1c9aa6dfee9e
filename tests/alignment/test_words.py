"""Words of a pair find each other, and a phrase its counterpart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.alignment.words import Counterpart, counterpart, links
from tmtool.model import Span

LANGUAGES = {"source_language": "en", "target_language": "fr"}
SOURCE = "The Conference adopted 12 resolutions on climate change."
TARGET = "La Conférence a adopté 12 résolutions sur les changements climatiques."


def linked(source: str, target: str, lexicon: dict[str, dict[str, float]] | None = None) -> set[tuple[str, str]]:
    found = links(source, target, **LANGUAGES, lexicon=lexicon)
    return {(link.source.of(source), link.target.of(target)) for link in found}


def found(source: str, phrase: str, target: str, lexicon: dict[str, dict[str, float]] | None = None) -> str:
    start = source.index(phrase)
    place = counterpart(source, target, Span(start, start + len(phrase)), **LANGUAGES, lexicon=lexicon)
    return place.span.of(target) if place else ""


def test_numbers_cognates_and_words_of_the_dictionary_are_linked() -> None:
    pairs = linked(SOURCE, TARGET)
    assert {("Conference", "Conférence"), ("12", "12"), ("adopted", "adopté"), ("resolutions", "résolutions")} <= pairs
    assert ("on", "sur") in pairs


def test_a_lexicon_links_words_that_look_nothing_alike() -> None:
    assert ("zorb", "gluk") in linked("Every zorb sleeps", "Tout gluk dort", {"zorb": {"gluk": 0.8}})


@pytest.mark.parametrize(
    ("source", "phrase", "target", "wanted"),
    [
        (SOURCE, "climate change", TARGET, "changements climatiques"),
        (SOURCE, "12 resolutions", TARGET, "12 résolutions"),
        ("The rights of migrants", "rights of migrants", "Les droits des migrants", "droits des migrants"),
        ("Human rights and human dignity", "human dignity", "Droits humains et dignité humaine", "dignité humaine"),
    ],
)
def test_the_counterpart_of_a_phrase_is_the_stretch_that_it_explains(
    source: str, phrase: str, target: str, wanted: str
) -> None:
    assert found(source, phrase, target, {"rights": {"droits": 0.8}, "human": {"humain": 0.6}}) == wanted


def test_of_words_that_stand_twice_the_nearer_is_taken() -> None:
    source, target = "Meetings in 2020 and meetings in 2021", "Réunions en 2020 et réunions en 2021"
    lexicon = {"meetin": {"reunio": 0.9}}
    assert links(source, target, **LANGUAGES, lexicon=lexicon)
    place = counterpart(source, target, Span(20, 28), **LANGUAGES, lexicon=lexicon)
    assert place is not None
    assert place.span.start == target.index("réunions")


def test_what_has_no_counterpart_finds_none() -> None:
    assert found("The xyzzy report", "xyzzy", "Le rapport") == ""
    assert found("Report", "Report", "") == ""


@given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_spans_and_probabilities_are_always_valid(source: str, target: str, start: int, length: int) -> None:
    for link in links(source, target, **LANGUAGES):
        assert 0 < link.probability <= 1
        assert link.source.of(source) and link.target.of(target)
    place = counterpart(source, target, Span(start, start + length), **LANGUAGES)
    assert place is None or isinstance(place, Counterpart)
    if place:
        assert 0 <= place.probability <= 1
        assert place.span.of(target)
