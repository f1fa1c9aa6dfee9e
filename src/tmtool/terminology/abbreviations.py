"""Which abbreviations does a document bring in for its terms? "the Financial Board (FB) … The FB decided."

A document gives the long form once, with the abbreviation in brackets (docs/un-french.md, fact 89); from there on the
abbreviation alone names the concept, whether or not the term base has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tmtool.languages.language import Language
from tmtool.languages.letters import fold
from tmtool.model import Occurrence, Span
from tmtool.model.span_index import SpanIndex
from tmtool.text.term_words import abbreviation, words_in

_BRACKET = re.compile(
    r"""\s*\(\s*(?:[«“"]?\s*[^\W_]+(?:-[^\W_]+)?[\s,'’]+){0,3}[«“"]?\s*(?P<short>[^\W_]+(?:-[^\W_]+)*)\s*[»”"]?\s*\)"""
)
"""What follows a long form: "(FB)", "(the “FB”)", "(ci-après « le CF »)"."""


class Abbreviations:
    """`Abbreviations` are the abbreviations brought in so far in a document, in the order of its texts."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._known: dict[str, Occurrence] = {}

    def with_abbreviations(self, text: str, found: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
        """Returns what was found in the next text, and the abbreviations in it that this text or one before has brought
        in; by start, the longest first."""
        occurrences = list(found)
        self._learn(text, occurrences)
        occurrences += self._in(text, occurrences)
        return tuple(sorted(occurrences, key=lambda one: (one.span.start, -one.span.end)))

    def _learn(self, text: str, found: list[Occurrence]) -> None:
        covered = SpanIndex(one.span for one in found)
        for occurrence in sorted(found, key=lambda one: one.span.start):
            bracket = _BRACKET.match(text, occurrence.span.end)
            if bracket is None or not abbreviation(bracket["short"]):
                continue
            if not _begins_in(bracket["short"], occurrence.span.of(text)):
                continue
            inside = Span(*bracket.span("short"))
            # The longest term that ends here has the abbreviation; one that the term base knows is left to it.
            if not covered.overlaps(inside):
                self._known.setdefault(bracket["short"], occurrence)

    def _in(self, text: str, found: list[Occurrence]) -> Iterator[Occurrence]:
        if not self._known:
            return
        covered = SpanIndex(one.span for one in found)
        for word in words_in(text, self._language):
            span = Span(word.start, word.end)
            known = self._known.get(word.abbreviation)
            if known is not None and not covered.overlaps(span):
                yield Occurrence(span, known.concept, known.term)


def _begins_in(short: str, name: str) -> bool:
    """Tells whether an abbreviation begins as a word of the name does: FAFICS is not short for Civil Servants, which is
    the end of a longer name."""
    return fold(short[0]) in {fold(word[0]) for word in re.findall(r"[^\W_]+", name)}
