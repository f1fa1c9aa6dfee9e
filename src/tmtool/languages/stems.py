"""Says what words of content are cut to, so that their forms, and words alike in two languages, can be compared.

A cheap stem: an ending of inflection off, seven letters, no vowel at the end.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from tmtool import languages
from tmtool.model import Span

STEM, WHOLE_STEM = 7, 12
"""Letters of a stem by which words alike in two languages find each other, and of one that tells words apart."""
_LONG_PREFIX, _LONG_STEM = "inter", 9
_SHORTEST_ROOT = 4
_KNOWN = 1 << 16
"""Words that are kept with what they are cut to: those of a long document come again and again."""
_WORD = re.compile(r"[^\W\d_]+")
_FOLDED = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae"})


@dataclass(frozen=True, slots=True)
class Word:
    """A `Word` is a word of content: its place, and what it is cut to."""

    span: Span
    stem: str


@lru_cache(maxsize=4096)
def content(text: str, language: str, letters: int = STEM) -> tuple[Word, ...]:
    """Returns the words of content of a text in a known language, in order, cut to stems of so many letters at most."""
    return tuple(Word(span, stem(folded, language, letters)) for span, folded in _words(text, language))


@lru_cache(maxsize=64)  # the checks want stems of two lengths
def _words(text: str, language: str) -> tuple[tuple[Span, str], ...]:
    """Returns the places of the words of content, in order, each with the word folded."""
    return tuple(
        (Span(*match.span()), folded)
        for match in _WORD.finditer(text)
        if (folded := _of_content(match.group(), language))
    )


@lru_cache(maxsize=_KNOWN)
def _of_content(word: str, language: str) -> str:
    """Returns a word of content folded, "" for one that is none."""
    function_words = languages.get(language).function_words
    folded = fold(word)
    return "" if len(folded) < 2 or folded in function_words or f"{folded}'" in function_words else folded


def stems(text: str, language: str) -> list[str]:
    """Returns the stems of the words of content, in order."""
    found = (_of_content(word, language) for word in _WORD.findall(text))
    return [stem(folded, language) for folded in found if folded]


def folded_words(text: str) -> list[str]:
    """Returns all words of a text, in order, small words too, as `stem` takes them."""
    return [fold(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=_KNOWN)
def stem(folded: str, language: str, letters: int = STEM) -> str:
    """Returns what a folded word is cut to: without an ending of inflection, so many letters at most, and no vowel at
    the end."""
    endings = languages.get(language).endings
    root = endings.sub("", folded) if endings and len(folded) > _SHORTEST_ROOT else folded
    root = root[: max(letters, _LONG_STEM) if root.startswith(_LONG_PREFIX) else letters]
    while (len(root) > _SHORTEST_ROOT and root[-1] in "aeo") or (len(root) > STEM - 1 and root[-1] in "iuy"):
        root = root[:-1]
    return root


def every_stem(text: str, language: str) -> frozenset[str]:
    """Returns what all words of a text are cut to, small ones too, with what else they may be looked up by."""
    words = set(folded_words(text))
    own = frozenset(stem(word, language, WHOLE_STEM) for word in words)
    return own.union(*(reduced(word, language) for word in words))


@lru_cache(maxsize=_KNOWN)
def reduced(folded: str, language: str) -> tuple[str, ...]:
    """Returns the stems of what else a folded word may be looked up by (``reductions.tsv`` of its language): its
    infinitive, what is after a prefix, that prefix."""
    found: dict[str, None] = {}
    for pattern, words in _reductions(language):
        match = pattern.fullmatch(folded)
        if match:
            found.update((stem(match.expand(word), language, WHOLE_STEM), None) for word in words)
    found.pop(stem(folded, language, WHOLE_STEM), None)
    return tuple(found)


@cache
def _reductions(language: str) -> list[tuple[re.Pattern[str], list[str]]]:
    rows = languages.get(language).rows("reductions.tsv")
    return [(re.compile(pattern), words.split(" ")) for pattern, words in rows]


def fold(word: str) -> str:
    """Returns a word in lower case without accents."""
    lower = word.lower()
    if lower.isascii():
        return lower
    plain = unicodedata.normalize("NFD", lower.translate(_FOLDED))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
