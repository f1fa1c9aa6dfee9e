"""Says which stretches of a translation are not the translator's own words: quotations, and words taken from the
source."""

from __future__ import annotations

import re

from tmtool.checks.evidence.foreign_words import SET_APART
from tmtool.languages.language import Language
from tmtool.model import Span

_WORD = re.compile(r"[^\W\d_]{3,}")


def quoted_spans(text: str, source: str, language: Language) -> list[Span]:
    """Returns the addresses and foreign quotations of a `text` in a language, and its words with a capital that are
    in `source` too."""
    spans = [Span(*found.span()) for found in SET_APART.finditer(text) if found.group()[0] not in "([«<"]
    names = {word for word in _WORD.findall(source) if word[0].isupper()}
    names |= {name for word in names if not language.knows(name := word.removesuffix("s"))}  # the Clintons
    spans += [Span(*found.span()) for found in _WORD.finditer(text) if found.group() in names]
    return spans
