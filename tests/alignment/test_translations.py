"""Alignment knows words that translate each other from tables, directly or by way of English."""

from __future__ import annotations

import pytest

from tmtool.alignment.priors import cognate
from tmtool.alignment.tokens import tokens
from tmtool.alignment.translations import LISTED, translations
from tmtool.languages import pairs

WITH_LISTS = ("ar", "de", "es", "ru", "zh")
WITH_EVERYDAY_WORDS = ("ar", "ru")


def test_words_of_a_dictionary_are_known_in_both_directions() -> None:
    there = translations(["hospit"], ["医院"], "en", "zh-Hans")
    back = translations(["医院"], ["hospit"], "zh-Hans", "en")
    assert there["hospit"]["医院"] == back["医院"]["hospit"] > 0.3


def test_two_languages_without_a_pair_go_by_way_of_english() -> None:
    assert translations(["больни"], ["医院"], "ru", "zh")["больни"]["医院"] > 0.1


def test_a_cognate_of_the_english_word_is_a_way_too() -> None:
    assert translations(["polici"], ["警察"], "es", "zh")["polici"]["警察"] > 0.1
    assert translations(["警察"], ["polici"], "zh", "es")["警察"]["polici"] > 0.1


def test_only_words_of_the_other_document_are_given_by_way_of_english() -> None:
    assert translations(["больни"], ["学校"], "ru", "zh") == {}


def test_of_languages_without_tables_nothing_is_known() -> None:
    assert translations(["hospit"], ["医院"], "qzz", "zh") == {}


@pytest.mark.parametrize("language", WITH_LISTS)
def test_every_listed_row_is_a_stem_and_what_the_spelling_does_not_show(language: str) -> None:
    pair = pairs.get("en", language)
    assert pair is not None
    rows = pair.rows(LISTED)
    assert len({row[0] for row in rows}) == len(rows) > 5000
    for stem, *others in rows:
        shares = [int(other.partition(" ")[2] or 100) for other in others]
        assert shares == sorted(shares, reverse=True)
        assert all(0 < share <= 100 for share in shares)
        assert not any(cognate(stem, other.split(" ")[0]) for other in others)


@pytest.mark.parametrize("language", WITH_EVERYDAY_WORDS)
def test_every_everyday_row_has_words_of_both_languages_and_none_twice(language: str) -> None:
    pair = pairs.get("en", language)
    assert pair is not None
    rows = pair.rows("everyday.tsv")
    assert len(set(rows)) == len(rows) > 100
    for row in rows:
        assert len(row) == 2
        assert all(tokens(side, one) for side, one in zip(row, ("en", language), strict=True))


def test_everyday_words_are_known_directly_and_by_way_of_english() -> None:
    [said], [told] = tokens("قالت", "ar"), tokens("сказала", "ru")
    assert translations(["said"], [said], "en", "ar")["said"][said] >= 0.5
    assert translations([told], [said], "ru", "ar")[told][said] > 0.2


def test_a_name_in_a_table_is_known_by_its_sound_where_its_translations_are_not_in_the_text() -> None:
    assert 0.3 < translations(["боливи"], ["وليفيا"], "ru", "ar")["боливи"]["وليفيا"] < 0.5
