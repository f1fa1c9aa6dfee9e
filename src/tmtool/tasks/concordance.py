"""Every unit with a phrase, whatever its word forms, and how it was translated."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tmtool.model import Concept, Span, Term
from tmtool.store.full_text import segments_with
from tmtool.store.memory import StoredPair, pairs_of_segments
from tmtool.store.termbase import concepts_for
from tmtool.terminology.recognise import Recogniser
from tmtool.text.term_words import language_of

MOST_LINKED = 40
"""Lines whose other words are looked up too, so that they are not taken for the phrase's."""
MOST_EXAMPLES = 300
LEAST_SURE = 0.2
"""A counterpart less sure than that is not shown."""

_SEGMENTS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """A unit with the phrase. `target_span` is where its translation stands, `confidence` the chance of that.

    By the term base: its translation of the phrase, 1 shared among the places where it stands. Where the term base
    does not know the phrase or the target has another wording: by the links of words. Both are None where
    nothing tells.
    """

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
    shown = pairs[:limit] if limit else pairs
    lines = [ConcordanceLine(pair, hits[pair.source_segment], *counterpart.in_text(pair.target)) for pair in shown]
    return _with_links(connection, lines, pairs, language, other_language)


def _with_links(
    connection: sqlite3.Connection,
    lines: list[ConcordanceLine],
    known: list[StoredPair],
    language: str,
    other_language: str,
) -> list[ConcordanceLine]:
    """The lines, with the counterparts that the term base could not find found by what all units with the phrase,
    and others with their words, teach."""
    texts = [line.pair.source for line in lines if line.target_span is None][:MOST_LINKED]
    if not texts:
        return lines
    # Imported when words are linked: the lexicon is learned with NumPy, which costs more than a plain concordance.
    from tmtool.alignment.training import Example, learn_lexicon
    from tmtool.alignment.words import counterpart
    from tmtool.tasks.lexicon import examples_for

    examples = examples_for(connection, texts, language, other_language, most_units=MOST_EXAMPLES)
    examples += [Example(pair.source, pair.target) for pair in known[:MOST_EXAMPLES]]
    lexicon = learn_lexicon(examples, source_language=language, target_language=other_language)
    result = []
    for line in lines:
        if line.target_span is None:
            found = counterpart(
                line.pair.source,
                line.pair.target,
                line.source_span,
                source_language=language,
                target_language=other_language,
                lexicon=lexicon,
            )
            if found and found.probability >= LEAST_SURE:
                line = replace(line, target_span=found.span, confidence=found.probability)
        result.append(line)
    return result


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
