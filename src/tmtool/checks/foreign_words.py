"""Which words of a text belong to the grammar of another language? The evidence that something was left untranslated.

Looked for are lower-case function words of the other language that the text's own language lacks, outside
quotations, brackets and runs of capitals, which are names (fact 105 of docs/un-french.md). Words that
are something else in the text's language as well are in ``foreign_words.tsv``.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.language import Language
from tmtool.model import Span

SET_APART = re.compile(r"«[^»]*»|<<.*?>>|“[^”]*”|\"[^\"]*\"|\([^)]*\)|\[[^\]]*\]|https?://\S+|\S+@\S+")
"""What may be in another language: quotations, brackets, addresses."""


@cache
def _ambiguous() -> frozenset[tuple[str, ...]]:
    """(language of the text, other language, word) for the words that tell nothing."""
    return frozenset(tables.rows(Path(__file__).with_suffix(".tsv")))


def foreign_words(text: str, own: Language, foreign: Language) -> tuple[Span, ...]:
    """The words of `text`, written in `own`, that belong to the grammar of `foreign`."""
    apart = [Span(*found.span()) for found in SET_APART.finditer(text)]
    spans = own.words(text)
    found = []
    for index, span in enumerate(spans):
        word = span.of(text)
        if not (word.islower() and word.isascii() and len(word) > 1):
            continue
        if word not in foreign.function_words or word in own.function_words:
            continue
        if (own.tag, foreign.tag, word) in _ambiguous() or any(span.overlaps(other) for other in apart):
            continue
        if not _between_names(text, spans, index):
            found.append(span)
    return tuple(found)


def _between_names(text: str, spans: tuple[Span, ...], index: int) -> bool:
    """True for the small words of a name: "Bill of Rights", "Center for Human Rights"."""
    beside = [spans[other].of(text)[0] for other in (index - 1, index + 1) if 0 <= other < len(spans)]
    return any(letter.isupper() for letter in beside)
