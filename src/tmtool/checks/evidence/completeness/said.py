"""Which words of a source does its translation say in a way of its own, or by a value that other checks compare?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.draft import Pair
from tmtool.checks.evidence.values.bounding import bounding
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_BOUNDS = ("least", "most")
"""What numbers may be by ``bounds.tsv``."""


def said(pair: Pair, known: LanguagePair) -> Iterator[Span]:
    """Yields the terms and bounds of the source that the translation names, and what other checks compare by value:
    days, dates, numbers."""
    here = {occurrence.concept.id for occurrence in pair.target_terms}
    yield from (one.span for one in pair.source_terms if one.concept.id in here)
    yield from (one.span for one in pair.source_placeables)
    yield from _bounds(pair, known)


def said_by_source(pair: Pair) -> Iterator[Span]:
    """Yields the terms of the translation that the source names, and what other checks compare by value."""
    there = {occurrence.concept.id for occurrence in pair.source_terms}
    yield from (one.span for one in pair.target_terms if one.concept.id in there)
    yield from (one.span for one in pair.target_placeables)


def _bounds(pair: Pair, known: LanguagePair) -> Iterator[Span]:
    """Yields the words of the source that make something the least or the most where the translation has words that do
    so, which are in another place: satisfactory or higher, au moins satisfaisant."""
    for bound in _BOUNDS:
        found = list(bounding(known.source, bound).finditer(pair.source or ""))
        if found and bounding(known.target, bound).search(pair.target):
            yield from (Span(*one.span()) for one in found)
