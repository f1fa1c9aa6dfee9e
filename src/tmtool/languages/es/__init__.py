"""Knows Spanish as documents of the United Nations write it."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages import letters
from tmtool.languages.es.inflection import forms
from tmtool.languages.es.placeables import placeables
from tmtool.languages.language import Language


def fold(word: str) -> str:
    """Returns the word in lower case without accents; ñ is a letter, and stays: "año" is not "ano"."""
    return letters.without_marks(letters.fold_case(word), kept="ñ")


LANGUAGE = Language(
    tag="es",
    folder=Path(__file__).parent,
    placeables=placeables,
    fold=fold,
    forms=forms,
    names_have_capitals=True,
    ordinal_endings=("o", "a", "er", "º", "ª"),
)
