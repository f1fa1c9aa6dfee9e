"""A text is indexed by the words that it is found by."""

from __future__ import annotations

import pytest

from tmtool.text.word_index import asked, has_own_words, indexed


@pytest.mark.parametrize("language", ["en", "fr-CA", "es", "ru", "qzz"])
def test_a_text_whose_words_are_found_by_their_spelling_is_indexed_as_it_is(language: str) -> None:
    text = "Le Conseil de sécurité, 7364e séance"
    assert indexed(text, language) is text
    assert asked(text, language) is text


@pytest.mark.parametrize("language", ["zh-Hans", "ja", "en"])
def test_han_and_kana_are_indexed_by_the_character(language: str) -> None:
    assert indexed("第7次会议，第7次カナ", language) == "第 7 次 会 议 カ ナ"
    assert asked("会议", language) == "会 议"


def test_an_arabic_word_is_indexed_without_what_is_joined_to_its_front() -> None:
    assert {"وللامن", "للامن", "الامن", "امن"} <= set(indexed("وللأمْنِ", "ar").split())
    assert asked("الأَمْن", "ar") == "الامن"


def test_it_is_told_whether_a_text_is_indexed_as_it_is() -> None:
    assert [has_own_words("Annex", tag) for tag in ("ru", "ar")] == [False, True]
    assert [has_own_words(text, "en") for text in ("Mr. 习近平", "naïf")] == [True, False]
