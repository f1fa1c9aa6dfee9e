"""Knows Russian as documents of the United Nations write it."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages import letters
from tmtool.languages.language import Language


def fold(word: str) -> str:
    """Returns the word in lower case with е for ё, as most texts write; й is a letter, and stays."""
    return letters.without_marks(letters.fold_case(word), kept="й")


LANGUAGE = Language(
    tag="ru",
    folder=Path(__file__).parent,
    fold=fold,
)
