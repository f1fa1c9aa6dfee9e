"""Tests what words of content are cut to."""

from __future__ import annotations

from tmtool.languages.stems import every_stem, reduced, stems


def test_function_words_and_figures_are_no_content() -> None:
    assert stems("The 12 of them", "en") == []


def test_forms_of_a_word_have_one_stem() -> None:
    assert len({*stems("renforcer, renforcement, renforcés", "fr")}) == 1
    assert len({*stems("establish, established, establishing", "en")}) == 1


def test_words_that_only_begin_alike_have_different_stems() -> None:
    assert stems("international", "fr") != stems("interne", "fr")


def test_a_verb_in_the_future_is_looked_up_by_its_infinitive() -> None:
    assert "remplacer" in reduced("remplacerait", "fr")
    assert "souvenir" in reduced("souviendront", "fr")
    assert "perdr" in reduced("perdront", "fr")


def test_a_word_with_a_prefix_is_looked_up_by_what_is_after_it_and_by_the_prefix() -> None:
    assert reduced("corapporteurs", "fr") == ("rapporteur", "co")
    assert reduced("subcommissions", "en") == ("commission", "sub")


def test_a_word_that_only_seems_to_have_a_prefix_is_left_whole() -> None:
    assert not {"nal", "national"} & {*reduced("international", "fr"), *reduced("multinational", "fr")}
    assert not reduced("contrats", "fr")


def test_every_stem_has_small_words_and_what_words_are_looked_up_by() -> None:
    assert {"les", "paneuropeen", "europeen"} <= every_stem("Les réseaux paneuropéens", "fr")
