"""Every unit with a phrase, whatever its word forms, and how it was translated."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tmtool.model import Concept, Span, Term
from tmtool.store.full_text import segments_with
from tmtool.store.memory import StoredPair, pairs_of_segments
from tmtool.store.termbase import concepts_for
from tmtool.terminology.recognise import Recogniser
from tmtool.text.term_words import language_of

_SEGMENTS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """A unit with the phrase. `target_span` is where the term base's translation of the phrase stands,
    `confidence` the chance that it is this one: 1 shared among the places where it stands; both
    are None where the term base does not know the phrase or the target has another wording."""

    pair: StoredPair
    source_span: Span
    target_span: Span | None
    confidence: float | None


def concordance(
    connection: sqlite3.Connection,
    phrase: str,
    *,
    language: str,
    other_language: str,
    limit: int = 20,
    literal: bool = False,
) -> list[ConcordanceLine]:
    """The units whose text in `language` has the phrase, newest and most trusted first, at most `limit`
    (0 for all). `literal` asks for these very letters, whatever their case."""
    find = _literally(phrase) if literal else _by_forms(phrase, language)
    counterpart = _Counterpart(connection, phrase, language, other_language)
    hits: dict[int, Span] = {}
    for segment, text in _candidates(connection, phrase, language, literal):
        if span := find(text):
            hits[segment] = span
    segments = list(hits)
    pairs = [
        pair
        for start in range(0, len(segments), _SEGMENTS_AT_ONCE)
        for pair in pairs_of_segments(connection, segments[start : start + _SEGMENTS_AT_ONCE], language, other_language)
    ]
    pairs.sort(key=lambda pair: pair.unit)
    pairs.sort(key=lambda pair: (pair.changed or pair.date, pair.status.trust), reverse=True)
    return [
        ConcordanceLine(pair, hits[pair.source_segment], *counterpart.in_text(pair.target))
        for pair in (pairs[:limit] if limit else pairs)
    ]


def _candidates(connection: sqlite3.Connection, phrase: str, language: str, literal: bool) -> Iterator[tuple[int, str]]:
    """Segments that hold all the words."""
    if literal:
        return segments_with(connection, [[phrase]], language, begun=True)
    tongue = language_of(language)
    words = [span.of(phrase) for span in tongue.words(phrase)]
    content = [word for word in words if tongue.fold(word.strip("'’")) not in tongue.function_words] or words
    return segments_with(
        connection, [sorted({word, *tongue.forms(tongue.fold_case(word), "")}) for word in content], language
    )


def _literally(phrase: str) -> Callable[[str], Span | None]:
    wanted = re.compile(re.escape(phrase), re.IGNORECASE)

    def find(text: str) -> Span | None:
        found = wanted.search(text)
        return Span(*found.span()) if found else None

    return find


def _by_forms(phrase: str, language: str) -> Callable[[str], Span | None]:
    recogniser = Recogniser([Concept("phrase", (Term(phrase, language),))], language, tolerant=True)

    def find(text: str) -> Span | None:
        found = recogniser.find(text)
        return found[0].span if found else None

    return find


class _Counterpart:
    """Where a target has the term base's translation of the phrase."""

    def __init__(self, connection: sqlite3.Connection, phrase: str, language: str, other_language: str) -> None:
        known = Recogniser(concepts_for(connection, [phrase], language), language, tolerant=True).find(phrase)
        longest = max((hit.span.end - hit.span.start for hit in known), default=0)
        concepts = [hit.concept for hit in known if hit.span.end - hit.span.start == longest]
        self._recogniser = Recogniser(concepts, other_language)

    def in_text(self, target: str) -> tuple[Span | None, float | None]:
        found = self._recogniser.find(target)
        return (found[0].span, round(1 / len(found), 3)) if found else (None, None)
