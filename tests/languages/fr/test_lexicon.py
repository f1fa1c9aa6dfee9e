"""Tests the French lexicon: a word is found by halving, whatever lines are around it."""

from __future__ import annotations

import pytest

from tmtool.languages.fr import lexicon
from tmtool.languages.fr.lexicon import beginning


def features(word: str, category: str) -> set[str]:
    return {one for entry in lexicon.entries(word) if entry.category == category for one in entry.features}


@pytest.mark.parametrize(
    ("word", "category", "expected"),
    [
        ("document", "N", {"ms"}),
        ("présentées", "V", {"Kfp"}),
        ("pays", "N", {"ms", "mp"}),  # comes after its many compounds
        ("peut-être", "ADV", set()),
        ("œuvres", "N", {"fp", "mp"}),
        ("droits", "N", {"mp"}),
    ],
)
def test_a_word_has_its_gender_number_or_tense(word: str, category: str, expected: set[str]) -> None:
    assert any(entry.category == category for entry in lexicon.entries(word))
    assert features(word, category) >= expected


def test_words_that_differ_by_an_accent_are_kept_apart() -> None:
    assert lexicon.is_known("dépôt")
    assert not lexicon.is_known("dépot")
    assert {entry.lemma for entry in lexicon.entries("traité")} != {entry.lemma for entry in lexicon.entries("traite")}


def test_a_brand_of_vodka_or_cigarettes_is_no_reading_of_a_name() -> None:
    assert lexicon.entries("Danube") == lexicon.entries("Boston") == ()
    assert {entry.category for entry in lexicon.entries("berger")} >= {"N"}


@pytest.mark.parametrize("word", ["proejt", "", "a b", "zzzz", "aaaa", "éééé"])
def test_what_is_no_word_is_not_found(word: str) -> None:
    assert not lexicon.is_known(word)


def test_the_additions_are_words_that_the_lexicon_needs() -> None:
    for word in ("afin", "tandis", "plupart", "ci-après", "iraquien", "extrabudgétaires", "biodiversité"):
        assert lexicon.is_known(word), word


def test_a_name_is_known_with_its_capital_only() -> None:
    assert lexicon.entries("France")
    assert not lexicon.entries("france")


def test_words_are_found_by_their_letters_whatever_the_accents() -> None:
    assert lexicon.spelt("interet") == ("intérêt",)
    assert lexicon.spelt("coeur") == ("cœur",)
    assert lexicon.spelt("peut-etre") == ("peut-être",)
    assert not lexicon.spelt("proejt")


def test_every_letter_with_an_accent_is_read_without_it() -> None:
    """All words in use that begin so: their letters, accents and hyphens are those that the lexicon has."""
    words = {
        word: letters for letters in ("pre", "ete", "chev", "peu", "ai", "no") for word, letters in beginning(letters)
    }

    assert len(words) > 5000
    assert any("-" in word for word in words)
    assert [word for word, letters in words.items() if word not in lexicon.spelt(letters)] == []


def test_words_are_found_by_their_first_letters() -> None:
    found = {word for word, _ in lexicon.beginning("sensibili")}
    assert {"sensibilité", "sensibilisation"} <= found
    assert all(word.startswith("sensibili") for word in found)
