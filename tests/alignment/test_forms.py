"""A word that a dictionary has in another form only is known by what both have in common."""

from __future__ import annotations

from tmtool.alignment.forms import other_forms
from tmtool.alignment.translations import translations


def test_forms_of_an_arabic_verb_and_noun_are_known() -> None:
    dictionary = frozenset({"اعلن", "بحث", "طبيب"})
    assert other_forms(["اعلنت", "يبحثون", "طبيبات"], dictionary, "ar") == {
        "اعلنت": ["اعلن"],
        "يبحثون": ["بحث"],
        "طبيبات": ["طبيب"],
    }


def test_two_letters_are_too_few_to_be_the_same_word() -> None:
    assert other_forms(["يدها"], frozenset({"يد"}), "ar") == {}


def test_a_language_that_names_no_letters_of_forms_has_none() -> None:
    assert other_forms(["houses"], frozenset({"house"}), "en") == {}


def test_a_form_is_less_likely_than_the_word_itself_on_either_side() -> None:
    whole = translations(["hospit"], ["مستشف"], "en", "ar")
    form = translations(["hospit"], ["مستشفات"], "en", "ar")
    assert 0 < form["hospit"]["مستشفات"] < max(whole["hospit"].values())
    back = translations(["مستشفات"], ["hospit"], "ar", "en")
    assert back["مستشفات"]["hospit"] > 0
