"""Which terms of the term base stand in a text, and where?

Terms are kept in a tree of their words of content, so that a word of the text costs the same however many
terms the base has; `pattern` says what a term may look like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tmtool.model import Concept, Occurrence, Span, TermStatus
from tmtool.terminology.pattern import NO_LINK, Pattern, patterns
from tmtool.terminology.reading import Between, Reading, read
from tmtool.terminology.tree import Node
from tmtool.text.term_words import language_of

_RANKS = {status: rank for rank, status in enumerate(TermStatus)}


@dataclass(frozen=True, slots=True)
class _Hit:
    """A place where a term may stand. `loose` is 0 if it is not split, and grows with what stands inside;
    `spelt` is True for the term's own capitals and accents, `literal` for the term itself."""

    span: Span
    pattern: Pattern
    loose: int
    spelt: bool
    literal: bool

    @property
    def merit(self) -> tuple[int, int, bool, bool, int]:
        """Sorts the hits of a concept, the one to believe first."""
        length = self.span.end - self.span.start
        return self.loose, -length, not self.literal, not self.spelt, _RANKS[self.pattern.term.status]


class Recogniser:
    """Finds the terms of some concepts in texts of one language.

    A word of content of a term stands for its inflected forms; accents count unless `tolerant` is True (for what
    people type), case does not. Abbreviations keep their capitals. Where a term has a preposition or a determiner
    between two words of content, a text may have up to four of any; an article may stand anywhere; other words
    without content ("and", "not", "least") stand just where the term has them. Hyphens and spaces are equal, and
    so are the two apostrophes. A rejected term that differs from an accepted one of its concept by capitals or
    accents alone is found only as it is spelt, a rejected proper name only with its capitals.

    With `gap`, up to so many further words of content, any words without content and commas or brackets may stand
    between two words of a term: good to ask whether a term is there in some split form, too loose to raise an alarm.

    In a language that the house does not know, terms are found as they stand, without regard to case.
    """

    def __init__(self, concepts: Iterable[Concept], language: str, *, tolerant: bool = False, gap: int = 0) -> None:
        self._language = language_of(language)
        self._tolerant = tolerant
        self._gap = gap
        self._root = Node(NO_LINK)
        for order, concept in enumerate(concepts):
            for pattern in patterns(order, concept, self._language, tolerant=tolerant):
                self._root.plant(pattern)

    def find(self, text: str) -> tuple[Occurrence, ...]:
        """The terms in a text, by start, the longest first.

        Terms of other concepts inside a term are given too. Of one concept, what another occurrence covers is
        dropped; where several of its terms fit the same words, the literal one is given, else the best in status.
        """
        reading = read(text, self._language, tolerant=self._tolerant)
        hits: dict[int, list[_Hit]] = defaultdict(list)
        for start, keys in enumerate(reading.keys):
            for node in self._root.at(keys):
                for pattern, places, loose in self._ends(node, reading, (start,), 0):
                    if hit := _hit(pattern, reading, places, loose):
                        hits[pattern.order].append(hit)
        kept = [hit for of_one in hits.values() for hit in _without_covered(of_one)]
        kept.sort(key=lambda hit: (hit.span.start, -hit.span.end, hit.pattern.order))
        return tuple(Occurrence(hit.span, hit.pattern.concept, hit.pattern.term) for hit in kept)

    def _ends(
        self, node: Node, reading: Reading, places: tuple[int, ...], loose: int
    ) -> Iterator[tuple[Pattern, tuple[int, ...], int]]:
        """The patterns that go on from the word at the last of the places and are complete there or later, the
        places of all their parts, and how much they are split."""
        for pattern in node.patterns:
            yield pattern, places, loose
        if not node.goes_on:
            return
        between = Between(self._gap)
        for index in range(places[-1] + 1, len(reading.words)):
            between.mark += reading.marks[index]
            if between.exhausted or (between.mark and not self._gap and not node.marked):
                return
            for child in node.at(reading.keys[index]):
                if between.is_like(child.link):
                    yield from self._ends(child, reading, (*places, index), loose)
                elif between.may_split(child.link):
                    yield from self._ends(child, reading, (*places, index), loose + 1 + between.contents)
            between.take(reading.words[index], reading.grammar)


def _hit(pattern: Pattern, reading: Reading, places: tuple[int, ...], loose: int) -> _Hit | None:
    span = reading.fits_around(pattern, places[0], places[-1])
    if span is None:
        return None
    spelt = reading.has_capitals_of(pattern, places)
    if pattern.strict and (loose or not spelt):
        return None
    if pattern.proper and not reading.has_name_of(pattern, places):
        return None
    return _Hit(span, pattern, loose, spelt, literal=reading.is_literal(pattern, span))


def _without_covered(hits: list[_Hit]) -> list[_Hit]:
    """Of the hits of one concept, those that no better one covers; a split one must not even touch a better one."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: hit.merit):
        if not any(_covers(other.span, hit.span) or (hit.loose and other.span.overlaps(hit.span)) for other in kept):
            kept.append(hit)
    return kept


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
