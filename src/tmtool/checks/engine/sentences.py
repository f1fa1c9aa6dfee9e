"""Takes a pair of several sentences apart, so that each is held against its own translation.

In a paragraph whatever one sentence has lost finds something like it in another one: a second denial, another number,
a word of the same family. Where a close translation has as many sentences as its source, a check may look at each of
them by itself too (`SegmentCheck.by_sentence`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.moved_values import moves
from tmtool.checks.engine.sentence_spans import SentenceSpans, sentence_spans
from tmtool.model import Occurrence, Placeable, Span

_LONGER = 1.8
"""So much longer than its source a sentence is that holds more than that says, however short both are."""
_SHORTEST = 20
"""Characters of a sentence at least, without which it says too little by itself."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A `Sentence` is a pair of one sentence, and the places in the texts of the whole pair from which it was taken."""

    pair: Pair
    source: Span
    target: Span


def sentences_of(pair: Pair) -> tuple[Sentence, ...]:
    """Returns the sentences of a pair that go one by one, two at least; none where they do not seem to."""
    spans = sentence_spans(pair.source or "", pair.target)
    if len(spans) == 1 or any(_length(one.target) > _LONGER * _length(one.source) for one in spans):
        return ()
    if _are_shifted(pair, spans):
        return ()
    return tuple(Sentence(_within(pair, *one), *one) for one in spans if min(map(_length, one)) >= _SHORTEST)


def sentences_or_whole(pair: Pair) -> tuple[Sentence, ...]:
    """Returns the sentences of a pair as `sentences_of` does, or the pair as if it were one sentence where it has
    none."""
    return sentences_of(pair) or (Sentence(pair, Span(0, len(pair.source or "")), Span(0, len(pair.target))),)


def _length(span: Span) -> int:
    return span.end - span.start


def _are_shifted(pair: Pair, spans: Sequence[SentenceSpans]) -> bool:
    """Tells whether a value that both texts have once is in another sentence of the translation, and none from there in
    its place: the sentences end elsewhere."""
    there = [_placeables(pair.source_placeables, one.source) for one in spans]
    return bool(moves(there, [_placeables(pair.target_placeables, one.target) for one in spans]))


def _within(pair: Pair, source: Span, target: Span) -> Pair:
    """Returns the pair of a part of both texts, with what the whole pair has there."""
    return replace(
        pair,
        source=source.of(pair.source or ""),
        target=target.of(pair.target),
        source_placeables=_placeables(pair.source_placeables, source),
        target_placeables=_placeables(pair.target_placeables, target),
        source_terms=_terms(pair.source_terms, source),
        target_terms=_terms(pair.target_terms, target),
        split_terms=_terms(pair.split_terms, target),
        approved=(),
    )


def _placeables(found: Iterable[Placeable], part: Span) -> tuple[Placeable, ...]:
    return tuple(replace(one, span=moved(one.span, -part.start)) for one in found if part.holds(one.span))


def _terms(found: Iterable[Occurrence], part: Span) -> tuple[Occurrence, ...]:
    return tuple(
        replace(one, span=moved(one.span, -part.start), parts=tuple(moved(piece, -part.start) for piece in one.parts))
        for one in found
        if part.holds(one.span)
    )


def moved(span: Span, by: int) -> Span:
    """Returns a stretch so many characters farther on."""
    return Span(span.start + by, span.end + by)
