"""Says by which words a home finds a text, and which it asks for: those of full-text searches, the concordance and the
terms of a text.

A text of a language in which a word is found by its spelling is given as it is, and cut into words by the home, which
knows runs of letters without case and accents. Where that is not enough, the words are given: each as it is folded,
with its readings in a language that writes words together (`Language.readings`), and each Han or kana character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.languages import language_of, letters
from tmtool.languages.language import Language
from tmtool.model import Span
from tmtool.text.term_words import readings_alone

_SINGLE = re.compile(f"[{letters.SINGLE}]")


def indexed(text: str, language: str) -> str:
    """Returns what the index of words has for a text in a language: the text itself, or its words with spaces
    between."""
    return " ".join(dict.fromkeys(_words(text, language))) if has_own_words(text, language) else text


def asked(phrase: str, language: str) -> str:
    """Returns the words to ask the index for, so that all words of a phrase are in a text in a language: the phrase
    itself, or its words with spaces between."""
    if not has_own_words(phrase, language):
        return phrase
    known = language_of(language)
    return " ".join(known.fold(span.of(phrase)) for span in _spans(phrase, known))


def has_own_words(text: str, language: str) -> bool:
    """Tells whether a text is not indexed as it is."""
    return language_of(language).readings is not None or (not text.isascii() and _SINGLE.search(text) is not None)


def _words(text: str, language: str) -> Iterator[str]:
    known = language_of(language)
    for span in _spans(text, known):
        word = span.of(text)
        yield known.fold(word)
        yield from readings_alone(known.fold_case(word), known)


def _spans(text: str, known: Language) -> tuple[Span, ...]:
    """Returns the words; a language in which they are found by their spelling need not know the letters that are
    words."""
    return letters.words(text) if known.readings is None else known.words(text)
