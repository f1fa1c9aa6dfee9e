"""Finds every unit with a phrase, whatever its word forms, and how it was translated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from tmtool.alignment.counterpart import Finder
from tmtool.errors import UsageError
from tmtool.languages import language_of
from tmtool.model import Span, StoredPair, UnitFilter
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.tasks.strengths import KeptStrengths, Teacher
from tmtool.terminology.phrase_places import by_beginnings, by_forms, has_beginnings, literally, words_wanted
from tmtool.terminology.recognise import Recogniser
from tmtool.text.composition import readable

MOST_WORDS = 200
"""Of a phrase whose words are looked for in any form: what has more is no phrase."""
COMMON = 100_000
"""Of a phrase whose words are each in so many segments, all units are looked through."""
SELDOM = 3
"""Up to so many units with the phrase, the other words of the lines are asked too."""
LEAST_SURE = 0.22
"""A counterpart less sure than that is not shown."""

_UNITS_AT_ONCE = 100
_LINES_AT_ONCE, _FIRST_OF_COMMON = 500, 100
"""Lines whose counterparts are found together; the first of them tell of which words occur together. Of common words
fewer come first, and sooner."""


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """A `ConcordanceLine` is a unit with the phrase. `target_span` is the place of its translation, `confidence` the
    chance of that.

    By the term base: its translation of the phrase, 1 shared among the places where it is. Where the term base
    does not know the phrase or the target has another wording: by the links of words. Both are None where
    nothing tells.
    """

    pair: StoredPair
    source_span: Span
    target_span: Span | None
    confidence: float | None


def concordance(
    home: Home,
    phrase: str,
    *,
    language: str,
    other_language: str,
    limit: int = 20,
    literal: bool = False,
    only: UnitFilter | None = None,
    kept: KeptStrengths | None = None,
) -> list[ConcordanceLine]:
    """Returns the units whose text in `language` has the phrase, newest and most trusted first, at most `limit` (0 for
    all). `literal` asks for these very letters, whatever their case; otherwise a word that ends in a star stands for
    all that begin like it; `only` says which units are wanted, None for all; `kept`
    keeps what was found out about single words, for who asks for many phrases."""
    found = concordance_lines(
        home,
        phrase,
        language=language,
        other_language=other_language,
        limit=limit,
        literal=literal,
        only=only,
        kept=kept,
    )
    return list(found)


def concordance_lines(
    home: Home,
    phrase: str,
    *,
    language: str,
    other_language: str,
    limit: int = 20,
    literal: bool = False,
    only: UnitFilter | None = None,
    kept: KeptStrengths | None = None,
) -> Iterator[ConcordanceLine]:
    """Yields what `concordance` returns, a few at a time. The first lines tell for all which words translate the
    phrase. Raises UsageError for a phrase of more than `MOST_WORDS` words, unless it is literal."""
    # As texts are stored; a phrase copied from a PDF or typed on a Mac may have its accents apart.
    phrase = readable(phrase)
    if not literal and len(language_of(language).words(phrase)) > MOST_WORDS:
        raise UsageError(
            say("a phrase has at most {most} words", most=MOST_WORDS),
            say("look a longer text up with 'tmtool lookup', or ask for it with --literal"),
        )
    begun = not literal and has_beginnings(phrase)
    if literal:
        find = literally(phrase)
    elif begun:
        find = by_beginnings(phrase, language)
    else:
        find = by_forms(phrase, language)
    ranked, candidates = _ranked(home, words_wanted(phrase, language, literal), language, begun=literal or begun)
    hits = islice(_hits(home, ranked, find, language, other_language, only), limit or None)
    known = _Counterpart(home, phrase, language, other_language)
    links: _Links | None = None
    at_once, told_by = _FIRST_OF_COMMON if candidates >= COMMON else _LINES_AT_ONCE, 0
    while some := list(islice(hits, at_once)):
        lines = [ConcordanceLine(line.pair, line.source_span, *known.of_line(line)) for line in some]
        # More lines than the first ones tell more.
        if told_by < len(lines) and any(line.target_span is None for line in lines):
            told_by = len(lines)
            links = _Links(Teacher(home, language, other_language, kept), lines, candidates, language, other_language)
        yield from map(links.linked, lines) if links else lines
        at_once = _LINES_AT_ONCE


def _ranked(
    home: Home, wanted: list[list[str]], language: str, *, begun: bool
) -> tuple[Iterable[tuple[int, int]], int]:
    """Returns the units that may have the phrase, with its segments, in their order, and about how many have its
    words. Of words that are nearly everywhere all units are gone through, so that the first lines come at once."""
    if not begun and wanted and all(wanted):
        counts = home.segments.frequencies({word for group in wanted for word in group}, language)
        seldom = min(sum(counts[word] for word in group) for group in wanted)
        if seldom >= COMMON:
            return home.units.by_time(language), seldom
    ranked = home.units.with_words(wanted, language, begun=begun)
    return ranked, len(ranked)


def _hits(
    home: Home,
    ranked: Iterable[tuple[int, int]],
    find: Callable[[str], Span | None],
    language: str,
    other_language: str,
    only: UnitFilter | None,
) -> Iterator[ConcordanceLine]:
    """Yields the units in their order that have the phrase and are wanted, as pairs."""
    left = iter(ranked)
    while some := list(islice(left, _UNITS_AT_ONCE)):
        # Of the segments with the words most do not have the phrase, and a text is read much faster than a unit.
        texts = home.segments.texts(list(dict.fromkeys(segment for _, segment in some)))
        spans = {segment: span for segment, text in texts.items() if (span := find(text))}
        pairs = defaultdict(list)
        for pair in home.units.of_segments(list(spans), language, other_language) if spans else ():
            pairs[pair.unit, pair.source_segment].append(pair)
        for place in dict.fromkeys(some):
            for pair in pairs[place]:
                if only is None or only.keeps(pair):
                    yield ConcordanceLine(pair, spans[place[1]], None, None)


class _Links:
    """`_Links` finds the counterparts that the term base could not, by which words occur together in some lines."""

    def __init__(
        self, teacher: Teacher, lines: list[ConcordanceLine], candidates: int, language: str, other_language: str
    ) -> None:
        first = lines[0]
        self._finder = Finder(
            teacher.evidence(first.pair.source, first.source_span, [line.pair.target for line in lines], candidates),
            source_language=language,
            target_language=other_language,
            others=teacher.of_other,
            seldom=len(lines) <= SELDOM,
        )

    def linked(self, line: ConcordanceLine) -> ConcordanceLine:
        """Returns the line with its counterpart, if it has none yet and one is sure enough."""
        if line.target_span is not None:
            return line
        found = self._finder.counterpart(line.pair.source, line.pair.target, line.source_span)
        if found is None or found.probability < LEAST_SURE:
            return line
        return replace(line, target_span=found.span, confidence=found.probability)


class _Counterpart:
    """A `_Counterpart` is the place where a target has the term base's translation of the phrase."""

    def __init__(self, home: Home, phrase: str, language: str, other_language: str) -> None:
        known = Recogniser(home.concepts.for_texts([phrase], language), language, tolerant=True).find(phrase)
        longest = max((hit.span.end - hit.span.start for hit in known), default=0)
        concepts = [hit.concept for hit in known if hit.span.end - hit.span.start == longest]
        self._recogniser = Recogniser(concepts, other_language) if concepts else None

    def of_line(self, line: ConcordanceLine) -> tuple[Span | None, float | None]:
        """Returns the translation that is nearest to where the phrase is, 1 shared among all places of it."""
        found = self._recogniser.find(line.pair.target) if self._recogniser else ()
        if not found:
            return None, None
        place = line.source_span.start / max(1, len(line.pair.source))
        target = max(1, len(line.pair.target))
        nearest = min(found, key=lambda one: abs(one.span.start / target - place))
        return nearest.span, round(1 / len(found), 3)
