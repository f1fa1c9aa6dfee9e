"""Tests what is passed over between a verb and what belongs to it: clitics and adverbs, up to a mark."""

from __future__ import annotations

from tmtool.languages.fr.grammar.predicates.compound_verbs import back_over_adverbs, before_adverbs, on_over_adverbs
from tmtool.languages.fr.grammar.words.closed_words import NE_OR_SE, OBJECT_CLITICS, OTHER_CLITICS
from tmtool.languages.fr.grammar.words.reading import (
    back_over,
    is_earlier_in_clause,
    is_earlier_unparted,
    next_joined,
    on_over,
    opens_sentence,
    reading,
)

_CLITICS = NE_OR_SE | OBJECT_CLITICS | OTHER_CLITICS


def test_clitics_are_passed_over_back_to_the_subject_and_on_to_the_verb() -> None:
    words = reading("Le Comité ne les y a pas vus")

    assert words[back_over(words, 4, _CLITICS)].text == "Comité"
    assert words[on_over(words, 2, _CLITICS, len(words) - 1)].text == "a"


def test_nothing_is_passed_over_where_a_mark_comes_or_the_bound_is_reached() -> None:
    words = reading("Le Comité, se les y donne")

    assert back_over(words, 4, _CLITICS) == 2  # se, right after the comma
    assert back_over(words, 4, _CLITICS, least=3) == 3
    assert on_over(words, 3, _CLITICS, 4) == 4
    assert on_over(words, 2, _CLITICS, len(words) - 1) == 2


def test_adverbs_are_passed_over_in_both_ways() -> None:
    words = reading("Le texte a déjà été pleinement et toujours appliqué")

    assert words[before_adverbs(words, 4)].text == "a"
    assert words[back_over_adverbs(words, 3)].text == "a"
    assert words[on_over_adverbs(words, 5, len(words) - 1)].text == "et"


def test_so_many_adverbs_at_most_are_passed_over() -> None:
    words = reading("Il a donc aussi toujours voté")

    assert words[before_adverbs(words, 5)].text == "a"
    assert words[before_adverbs(words, 5, most=2)].text == "donc"
    assert before_adverbs(words, 5, least=4) == 4
    assert before_adverbs(words, 5, passes=lambda word: word.text == "toujours") == 3


def test_the_next_words_are_given_only_where_no_mark_parts_them() -> None:
    words = reading("plus de textes, que")

    assert [word.text for word in next_joined(words, 0, 2)] == ["de", "textes"]
    assert next_joined(words, 1, 2) == next_joined(words, 3, 1) == ()


def test_a_word_opens_its_sentence_at_the_beginning_and_after_a_full_stop() -> None:
    words = reading("Le texte est prêt. Il sera lu ; il est court")

    assert [word.text for at, word in enumerate(words) if opens_sentence(words, at)] == ["Le", "Il"]


def test_an_earlier_word_counts_up_to_where_the_clause_begins() -> None:
    words = reading("Il sait que le texte, une fois lu, est bon ; il est court")

    assert is_earlier_in_clause(words, 8, {"que"})  # bon
    assert not is_earlier_in_clause(words, 8, {"que"}, most=3)
    assert not is_earlier_in_clause(words, len(words) - 1, {"que"})
    assert not is_earlier_unparted(words, 8, {"que"}, most=9)
    assert is_earlier_unparted(words, 4, {"que"}, most=2)
