"""What two spellings of a word have in common: case, accents, apostrophes and ligatures folded."""

from __future__ import annotations

import unicodedata

_PLAIN_LETTERS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "œ": "oe", "æ": "ae"})


def fold_case(word: str) -> str:
    """Lower case with accents kept, every apostrophe as ', œ as oe: "Main-d’Œuvre" is "main-d'oeuvre"."""
    lowered = word.lower()
    return lowered if lowered.isascii() else lowered.translate(_PLAIN_LETTERS)


def fold(word: str) -> str:
    """As `fold_case`, without accents: "Élément" is "element"."""
    folded = fold_case(word)
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFD", folded)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if unicodedata.category(c) != "Mn"))
