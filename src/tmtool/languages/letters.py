"""Takes words as runs of letters and digits, and folds what two spellings of one differ in: case, accents, apostrophes
and ligatures."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tmtool.model import Span

SINGLE = "\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
"""What a class of a regular expression has in it for the letters of scripts without spaces, each of which is taken as
a word: Han and kana."""
FIRST_SINGLE = "\u3041"
"""The first of these letters; above it are hardly any others."""
MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06ea-\u06ed"
"""What a class of a regular expression has in it for the marks on letters of Latin, Cyrillic, Hebrew and Arabic: vowel
signs, and accents that are written apart from their letters."""
WORD = rf"[^\W_{SINGLE}]+(?:[{MARKS}]+[^\W_{SINGLE}]*)*"
"""A regular expression for a word of letters and digits, with the marks on them."""
_WORD_LENGTH = 32
"""Letters of a word that is kept with what it is folded to, at most."""
_SINGLE = re.compile(rf"[{SINGLE}]")
_WORD = re.compile(rf"[{SINGLE}]|{WORD}")
_PLAIN_LETTERS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "œ": "oe", "æ": "ae"})


def size(text: str) -> int:
    """Returns the characters of a text, with those that are taken as a word each as three."""
    if not text or max(text) < FIRST_SINGLE:
        return len(text)
    return len(text) + 2 * len(_SINGLE.findall(text))


def fold_case(word: str) -> str:
    """Returns the text in lower case with accents kept, every apostrophe as ', œ as oe: "Main-d’Œuvre" is
    "main-d'oeuvre"."""
    lowered = word.lower()
    return lowered if lowered.isascii() else lowered.translate(_PLAIN_LETTERS)


def fold(word: str) -> str:
    """Returns what `fold_case` does, without accents: "Élément" is "element"."""
    return _fold(word) if len(word) <= _WORD_LENGTH else without_marks(fold_case(word))


@lru_cache(maxsize=1 << 16)  # the same words are asked for again and again
def _fold(word: str) -> str:
    return without_marks(fold_case(word))


def without_marks(text: str, kept: str = "") -> str:
    """Returns the text without accents and other marks; letters that are `kept`, in NFC, have theirs."""
    if text.isascii():
        return text
    if kept:
        return "".join(c if c in kept else _without_mark(c) for c in unicodedata.normalize("NFC", text))
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if unicodedata.category(c) != "Mn"))


@lru_cache(maxsize=1 << 10)  # there are a few dozen letters in a script
def _without_mark(letter: str) -> str:
    return without_marks(letter)


def words(text: str) -> tuple[Span, ...]:
    """Returns the spans of the words of a text in a language that has no rules of its own for them."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))


def words_written(text: str) -> list[str]:
    """Returns the words as they are written: what the spans of `words` cover."""
    found: list[str] = _WORD.findall(text)
    return found


def shared_beginning(one: str, other: str) -> int:
    """Returns the number of first letters that are the same."""
    shorter = min(len(one), len(other))
    return next((place for place in range(shorter) if one[place] != other[place]), shorter)
