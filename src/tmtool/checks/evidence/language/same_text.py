"""Says which stretches of a translation are not the translator's own words: quotations, and words kept from the
source, such as the title of a book or the name of a firm."""

from __future__ import annotations

import re
from functools import lru_cache

from tmtool.checks.evidence.language.set_apart import stretches_apart
from tmtool.languages.language import Language
from tmtool.model import Span
from tmtool.model.span_index import SpanIndex

_WORD_BEFORE = re.compile(r"[^\W\d_][\w’'-]+\s+$")
_TOKEN_BEFORE, _TOKEN_AFTER = re.compile(r"\S+$"), re.compile(r"\S+")
_REACH = 40
"""Characters of the word before a place, or of an address around it."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_CAPITAL_AFTER = re.compile(r" [A-Z][a-z]+")


@lru_cache(maxsize=32)  # several checks ask of a pair
def quoted_spans(text: str, source: str, language: Language) -> SpanIndex:
    """Returns the addresses and foreign quotations of a `text` in a language, and its words with a capital that are
    in `source` too."""
    spans = [span for span in stretches_apart(text) if text[span.start] not in "([«<"]
    names = {word for word in _WORD.findall(source) if word[0].isupper()}
    plurals = [word for word in names if word.endswith("s")]
    names |= {name for word in plurals if not language.knows(name := word.removesuffix("s"))}  # the Clintons
    spans += [Span(*found.span()) for found in _WORD.finditer(text) if found.group() in names]
    return SpanIndex(spans)


def is_in_an_address(span: Span, text: str) -> bool:
    """Tells whether a place is part of an address of electronic mail or of a page of the web."""
    before = _TOKEN_BEFORE.search(text, max(0, span.start - _REACH), span.start)
    after = _TOKEN_AFTER.match(text, span.end, span.end + _REACH)
    around = (before[0] if before else "") + " " + (after[0] if after else "")
    return any(mark in around for mark in ("@", "://", "www."))


def is_copied(span: Span, text: str, source: str) -> bool:
    """Tells whether the source has the words at a place together with the word before them, as the text has."""
    before = _WORD_BEFORE.search(text, max(0, span.start - _REACH), span.start)
    return before is not None and text[before.start() : span.end].strip() in source


def begins_a_kept_name(span: Span, text: str, source: str) -> bool:
    """Tells whether an abbreviation and the word with a capital after it are in both texts, a name that is kept as it
    is: UNESCO Chairs in a list of programmes."""
    after = _CAPITAL_AFTER.match(text, span.end)
    return after is not None and span.of(text).isupper() and text[span.start : after.end()] in source
