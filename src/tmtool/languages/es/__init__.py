"""Knows Spanish as documents of the United Nations write it."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages import letters
from tmtool.languages.es.inflection import forms
from tmtool.languages.es.placeables import placeables
from tmtool.languages.language import Language
from tmtool.languages.rendering import Change, Rewritten
from tmtool.model import Placeable


def fold(word: str) -> str:
    """Returns the word in lower case without accents; ñ is a letter, and stays: "año" is not "ano"."""
    return letters.without_marks(letters.fold_case(word), kept="ñ")


def _rewrite(text: str, place: Placeable, change: Change) -> Rewritten:
    """Writes a value, which adapting alone asks."""
    from tmtool.languages.es.rendering import rewrite

    return rewrite(text, place, change)


LANGUAGE = Language(
    tag="es",
    folder=Path(__file__).parent,
    placeables=placeables,
    rewrite=_rewrite,
    fold=fold,
    forms=forms,
    names_have_capitals=True,
    ordinal_endings=("o", "a", "er", "º", "ª"),
)
