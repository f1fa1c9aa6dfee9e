"""The catalogues are whole, are what gettext says they are, and keep what must be kept."""

from __future__ import annotations

import re
import string
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tmtool.model.terms import NOTE
from tmtool.present import catalogues
from tmtool.tasks.packaged import packaged_concepts

pytest.importorskip("babel", reason="Babel reads the texts of the program: pip install -e '.[dev]'")
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from catalogue import forms, missing, template, translated

OF_DAYS = {"{iso}": {"day", "month", "year"}}
"""What is written in words with other values than in English."""
LANGUAGES = catalogues.languages()[1:]
_PLAIN_SPACE = re.compile(r" [:;!?»]| %(?!\()|« ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_text_of_the_program(language: str) -> None:
    kept = translated(language)
    texts = {str(message.id) for message in template() if message.id and kept.get(first(message.id)) is None}
    assert (texts, missing(kept)) == (set(), []), "run benchmarks/catalogue.py, and translate what it prints"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_no_text_that_the_program_has_not(language: str) -> None:
    texts = {message.id for message in template()}
    assert [message.id for message in translated(language) if message.id not in texts] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_values_of_its_text(language: str) -> None:
    for message in (*translated(language), *translated(language, "click")):
        if not message.id:
            continue
        texts = message.id if isinstance(message.id, tuple) else (message.id,)
        for translation in filter(None, forms(message)):
            values = fields(translation)
            assert values in (fields(texts[0]), fields(texts[-1]), OF_DAYS.get(str(message.id))), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_read_as_gettext_reads_it(language: str) -> None:
    read = catalogues.catalogue(language).forms
    for message in translated(language):
        if message.id:
            text = message.id if isinstance(message.id, str) else message.id[0]
            assert read[text] == forms(message)


def test_french_has_no_break_spaces_at_its_signs_and_its_own_apostrophe() -> None:
    for translations in catalogues.catalogue("fr").forms.values():
        for translation in translations:
            assert not _PLAIN_SPACE.search(translation.replace("`", "")), translation
            assert not re.search(r"\w'\w", translation), translation


def test_the_locale_chooses_among_the_languages_that_there_are() -> None:
    assert catalogues.of_locale({"LC_ALL": "fr_CA.UTF-8", "LANG": "en_GB.UTF-8"}) == "fr"
    assert catalogues.of_locale({"LC_ALL": "", "LC_MESSAGES": "fr", "LANG": "en_GB"}) == "fr"
    assert catalogues.of_locale({"LC_ALL": "C", "LANG": "fr_FR"}) == "en"
    assert catalogues.of_locale({"LANG": "de_DE"}) == catalogues.of_locale({}) == "en"


def test_a_text_without_translation_is_said_in_english() -> None:
    french = catalogues.catalogue("fr")
    assert french.gettext("no text of the program") == "no text of the program"
    assert french.ngettext("{n} of none", "{n} of nones", 2) == "{n} of nones"


def test_every_note_of_the_packaged_term_base_is_in_every_language() -> None:
    for concept in packaged_concepts():
        said = {name.removeprefix(NOTE) for name in concept.properties if name.startswith(NOTE)}
        assert said == (set(LANGUAGES) if concept.note else set()), concept.id


def first(text: str | Sequence[str]) -> str:
    """Returns a text, or the one of two that is for one."""
    return text if isinstance(text, str) else text[0]


def fields(text: str) -> set[str]:
    """Returns the names of the values that a template takes."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}
    except ValueError:
        return set()
