"""Gives the sentences of a source and its translation that belong together as texts, for who reads one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tmtool.checks.engine.sentence_spans import sentence_spans
from tmtool.checks.engine.sentences import moved
from tmtool.model import Span

SHORTEST = 40
"""Shorter sentences, in characters, are headings and cells, which choose their words freely."""


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A `SentencePair` is a sentence of a source and what translates it, both with plain apostrophes, and where both
    begin in their texts."""

    source: str
    target: str
    source_start: int
    target_start: int

    def in_source(self, span: Span) -> Span:
        """Returns the place in the whole source of a place in this sentence of it."""
        return moved(span, self.source_start)

    def in_target(self, span: Span) -> Span:
        """Returns the place in the whole translation of a place in this sentence of it."""
        return moved(span, self.target_start)

    @property
    def whole_target(self) -> Span:
        """Returns the place of this sentence in the whole translation."""
        return self.in_target(Span(0, len(self.target)))


def sentence_pairs(source: str, target: str, shortest: int = SHORTEST) -> Iterator[SentencePair]:
    """Yields the sentences that belong together, but for those of which either has fewer characters."""
    there, here = (text.replace("’", "'") for text in (source, target))
    for spans in sentence_spans(source, target):
        texts = spans.source.of(there), spans.target.of(here)
        if min(map(len, texts)) >= shortest:
            yield SentencePair(*texts, spans.source.start, spans.target.start)
