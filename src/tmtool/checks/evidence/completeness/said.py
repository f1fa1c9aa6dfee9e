"""Which words of a source does its translation say in a way of its own, or by a value that other checks compare?

Phrases whose words do not answer one by one (Whit Monday, lundi de Pentecôte) are in ``said_otherwise.tsv`` of a pair,
and such as are too common to say the same wherever they are in ``said_freely.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from tmtool.checks.engine.draft import Pair
from tmtool.checks.evidence.values.bounding import bounding
from tmtool.languages import language_of
from tmtool.languages.alternatives import any_of, plain
from tmtool.languages.expression_matches import matches
from tmtool.languages.letters import fold
from tmtool.languages.needed_letters import ExpressionSieve, may_find
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_TABLE, _FREELY = "said_otherwise.tsv", "said_freely.tsv"
_NEAR = 0.25
"""The share of a text by which the places of two common phrases may differ at most that say the same."""
_JOINED = re.compile(r"\b([A-Za-z]{2,6})-(\w{4,})")
_SHORT, _STEM = 2, 3
"""The letters of a beginning that so many of the rest of the word must follow: re-import, réimportation."""
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
"""An abbreviation with points: B.C.N."""
_BOUNDS = ("least", "most")
"""What numbers may be by ``bounds.tsv``."""


def said(pair: Pair, known: LanguagePair) -> Iterator[Span]:
    """Yields the terms and bounds of the source that the translation names, and what other checks compare by value:
    days, dates, numbers."""
    here = {occurrence.concept.id for occurrence in pair.target_terms}
    yield from (one.span for one in pair.source_terms if one.concept.id in here)
    yield from (one.span for one in pair.source_placeables)
    yield from _bounds(pair.source or "", pair.target, known)
    yield from said_otherwise(pair, known)
    yield from _in_one_word(plain(pair.source or ""), plain(pair.target))


def _in_one_word(source: str, target: str) -> Iterator[Span]:
    """Yields the words that a hyphen joins to their beginning in the source, where the translation has a word with the
    same beginning: anti-corruption, anticorruption; multi-country, multipays."""
    if "-" not in source:
        return
    words = fold(target)
    for found in _JOINED.finditer(source):
        begins = fold(found[1])
        rest = re.escape(fold(found[2])[:_STEM]) if len(begins) <= _SHORT else ""
        if re.search(rf"(?<!\w){begins}-?{rest}\w{{3,}}", words):
            yield Span(*found.span())


def said_otherwise(pair: Pair, known: LanguagePair) -> Iterator[Span]:
    """Yields the phrases of the source that the translation has a phrase of its own for."""
    yield from (there for there, _ in _otherwise(pair.source or "", pair.target, known))


def said_by_source(pair: Pair, known: LanguagePair) -> Iterator[Span]:
    """Yields the terms of the translation that the source names, and what other checks compare by value."""
    there = {occurrence.concept.id for occurrence in pair.source_terms}
    yield from (one.span for one in pair.target_terms if one.concept.id in there)
    yield from (one.span for one in pair.target_placeables)
    yield from (here for _, here in _otherwise(pair.source or "", pair.target, known))


@lru_cache(maxsize=32)  # several checks ask of a pair
def _otherwise(source: str, target: str, known: LanguagePair) -> tuple[tuple[Span, Span], ...]:
    """Returns each phrase of the source that the translation has a phrase of its own for, with each of these."""
    return tuple(_answered(plain(source), plain(target), known, _TABLE))


@lru_cache(maxsize=32)  # asked of both texts
def said_freely(source: str, target: str, known: LanguagePair) -> tuple[tuple[Span, Span], ...]:
    """Returns the common phrases of the source that the translation says in another way in about the same place, each
    with its place there."""
    there, here = plain(source), plain(target)
    near = (
        (one, answer)
        for one, answer in _answered(there, here, known, _FREELY)
        if abs(_place(one, there) - _place(answer, here)) <= _NEAR
    )
    return (*_abbreviated(there, here, known), *near)


def _answered(source: str, target: str, known: LanguagePair, table: str) -> Iterator[tuple[Span, Span]]:
    """Yields each phrase of a table in the source with each of those in the translation that may answer to it, both
    texts with plain signs."""
    folded = target.casefold()
    for of_source, of_target in _phrases(known, table).let_through(source.casefold()):
        if not may_find(of_target, folded):
            continue
        found = [Span(*one.span()) for one in matches(of_source, source, re.IGNORECASE)]
        answers = matches(of_target, target, re.IGNORECASE) if found else ()
        yield from ((one, Span(*answer.span())) for answer in answers for one in found)


def _abbreviated(source: str, target: str, known: LanguagePair) -> Iterator[tuple[Span, Span]]:
    """Yields the abbreviations of the source for which the translation has that of its language."""
    others = _abbreviations(known)
    here = {one.group(): Span(*one.span()) for one in _abbreviation(known.target).finditer(target)}
    here |= {one.group().replace(".", ""): Span(*one.span()) for one in _DOTTED.finditer(target)}
    for one in _abbreviation(known.source).finditer(source):
        if (answer := here.get(others.get(one.group(), ""))) is not None:
            yield Span(*one.span()), answer


@cache
def _abbreviation(language: str) -> re.Pattern[str]:
    """Returns the pattern of an abbreviation, in capitals or as its language writes it like a word: sida."""
    words = any_of(map(re.escape, sorted(language_of(language).word_set("abbreviation"))))
    return re.compile(rf"\b(?:[A-Z][\w-]*[A-Z]\w*|{words})\b")


@cache
def _abbreviations(known: LanguagePair) -> Mapping[str, str]:
    """Maps the abbreviations of the source to those of the translation."""
    found = {}
    for there, here in known.rows("abbreviations.tsv"):
        found[here if known.is_turned else there] = there if known.is_turned else here
    return found


def _place(span: Span, text: str) -> float:
    """Says where the middle of a span is in a text, from 0 to 1."""
    return (span.start + span.end) / 2 / len(text)


@cache
def _phrases(known: LanguagePair, table: str) -> ExpressionSieve[tuple[str, str]]:
    """Returns the expressions of such phrases in the source and in the translation, in the order of the question."""
    rows = (tuple(rf"(?<!\w)(?:{words})(?!\w)" for words in row) for row in known.rows(table))
    return ExpressionSieve(
        (there, (there, here)) for there, here in (row[::-1] if known.is_turned else row for row in rows)
    )


@lru_cache(maxsize=32)
def _bounds(source: str, target: str, known: LanguagePair) -> tuple[Span, ...]:
    """Returns the words of the source that make something the least or the most where the translation has words that do
    so, which are in another place: satisfactory or higher, au moins satisfaisant."""
    spans: list[Span] = []
    for bound in _BOUNDS:
        found = list(bounding(known.source, bound).finditer(source))
        if found and bounding(known.target, bound).search(target):
            spans += (Span(*one.span()) for one in found)
    return tuple(spans)
