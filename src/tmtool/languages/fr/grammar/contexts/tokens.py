"""Cuts a text into what the model of forms reads: words, figures, marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tmtool.languages.fr.grammar.words.lexical_forms import PLAIN
from tmtool.languages.fr.grammar.words.reading import word_expression
from tmtool.model import Span

_WORD = word_expression(r"[^\W\d_]")
_TOKEN = re.compile(rf"{_WORD}|\d+(?:[.,/\u00a0\u202f-]\d+)*|[^\w\s]", re.IGNORECASE)
_MARKS = {"’": "'", "“": '"', "”": '"', "–": "-", "—": "-"}
FIGURE, LONG_FIGURE = "0", "00"
"""What stands for all figures, and for those of four signs or more, as years are."""
_LONG = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A `Token` is a word in lower case with plain apostrophes and hyphens, a figure or a mark, in its place. `capital`
    is 1 for a word that begins with one, 2 for one in capitals."""

    span: Span
    text: str
    capital: int


def tokens(text: str) -> list[Token]:
    """Returns the words, figures and marks of a text, in order."""
    found = []
    for match in _TOKEN.finditer(text):
        written, capital = match.group(), 0
        read = as_read(written)
        if written[0].isalpha():
            read = read.translate(PLAIN)
            capital = 2 if len(written) > 1 and written.isupper() else int(written[0].isupper())
        found.append(Token(Span(*match.span()), read, capital))
    return found


def as_read(written: str) -> str:
    """Returns a word in lower case, what stands for a figure, or a mark in its plain form."""
    if written[0].isdigit():
        return LONG_FIGURE if len(written) >= _LONG else FIGURE
    return _MARKS.get(written, written.lower())
