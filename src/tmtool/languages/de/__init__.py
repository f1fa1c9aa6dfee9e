"""Knows German."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages import letters
from tmtool.languages.de.inflection import forms
from tmtool.languages.de.placeables import placeables
from tmtool.languages.language import Language


def fold(word: str) -> str:
    """Returns the word in lower case with ss for ß, without the dots of ä, ö and ü."""
    return letters.fold(word.replace("ß", "ss"))


LANGUAGE = Language(
    tag="de",
    folder=Path(__file__).parent,
    placeables=placeables,
    fold=fold,
    forms=forms,
)
