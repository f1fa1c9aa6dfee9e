"""Tests what words of content are cut to."""

from __future__ import annotations

from tmtool.languages.stems import stems


def test_function_words_and_figures_are_no_content() -> None:
    assert stems("The 12 of them", "en") == []


def test_forms_of_a_word_have_one_stem() -> None:
    assert len({*stems("renforcer, renforcement, renforcés", "fr")}) == 1
    assert len({*stems("establish, established, establishing", "en")}) == 1


def test_words_that_only_begin_alike_have_different_stems() -> None:
    assert stems("international", "fr") != stems("interne", "fr")
