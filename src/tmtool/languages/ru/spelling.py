"""Takes off what two spellings of a Russian word differ in: case, and the dots of ё, which most texts leave out."""

from __future__ import annotations

from tmtool.languages import letters


def fold_case(word: str) -> str:
    """Returns the word in lower case with е for ё."""
    return letters.fold_case(word).replace("ё", "е")


def fold(word: str) -> str:
    """Returns what `fold_case` does, without accents; й is a letter, and stays."""
    return letters.without_marks(fold_case(word), kept="й")
