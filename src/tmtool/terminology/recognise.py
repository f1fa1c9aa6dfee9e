"""Which terms of the term base are in a text, and where?

Terms are kept in a tree of their words of content, so that a word of the text costs the same however many
terms the base has; `pattern` says what a term may look like. A term comes into the tree with the first text that may
have it (`waiting`): making the patterns of a whole term base takes longer than checking an agenda.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from threading import Lock

from tmtool.languages import language_of
from tmtool.model import Concept, Occurrence
from tmtool.terminology.abbreviations import Abbreviations
from tmtool.terminology.hits import (
    Hit,
    Way,
    best_of,
    hit_at,
    outside_phrases,
    without_covered,
    without_cut,
    without_overlapped,
    without_parts_of_names,
)
from tmtool.terminology.homographs import ranked
from tmtool.terminology.interval import REACH, Split
from tmtool.terminology.pattern import NO_LINK, Pattern, pattern_of
from tmtool.terminology.reading import STOPS, Between, Reading, blocks, read
from tmtool.terminology.splits import split_between
from tmtool.terminology.tree import Node
from tmtool.terminology.waiting import Waiting
from tmtool.text.composition import Composition, readable

_REMEMBERED = 1024
"""Texts of which a recogniser remembers which terms are in them."""
_AT_ONCE = 512
"""Texts of a document for which terms are taken into the tree together."""

_Dead = set[tuple[Node, int]]
"""Places in the tree from which no term goes on after a word."""


class Recogniser:
    """Finds the terms of some concepts in texts of one language.

    A word of content of a term stands for its inflected forms; accents count unless `tolerant` is True (for what
    people type), case does not. Abbreviations keep their capitals. Where a term has a preposition or a determiner
    between two words of content, a text may have up to four of any; an article may be anywhere; other words
    without content ("and", "not", "least") must be just where the term has them. Hyphens and spaces are equal, and
    so are the two apostrophes. A rejected term that differs from an accepted one of its concept by capitals or
    accents alone is found only as it is spelt, a rejected proper name only with its capitals.

    A term may be split where that leaves no doubt (`splits`): by the other members of a series, by a qualifier, by an
    aside. Terms are found in another word order too, where the language has one (`Language.variants`).

    With `gap`, up to so many further words of content, any words without content and commas or brackets may be
    between two words of a term: good to ask whether a term is there in some split form, too loose to raise an alarm.

    In a language without spaces between words a term is a run of letters, of terms that overlap the longest is given,
    and none of one letter. Of what is written together with a word, the article belongs to its span, "and" and "for" do
    not.

    In a language that tmtool does not know, terms are found as they are, without regard to case.

    `needed` are the ids of the concepts by the words that their terms need (`Waiting`), where that is known beforehand.
    """

    def __init__(
        self,
        concepts: Iterable[Concept],
        language: str,
        *,
        tolerant: bool = False,
        gap: int = 0,
        needed: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self._language = language_of(language)
        self._tolerant = tolerant
        self._gap = gap
        self._root = Node(NO_LINK)
        self._planted = 0
        self._concepts = tuple(concepts)
        self._waiting = Waiting(self._concepts, self._language, needed)
        self._planting = Lock()
        self._ready = frozenset[str]()
        """Texts whose terms are all in the tree: those of which it was last asked."""
        self.find_again = lru_cache(maxsize=_REMEMBERED)(self.find)
        """Returns what `find` does, and remembers it: segments are looked at before they are put together, and a draft
        that is edited is looked at again and again."""

    def find(self, text: str) -> tuple[Occurrence, ...]:
        """Returns the terms in a text, by start, the longest first; of homographs first the one whose domain most other
        terms of the text have.

        Terms of other concepts inside a term are given too. Of one concept, what another occurrence covers is
        dropped; where several of its terms fit the same words, the literal one is given, else the best in status.
        """
        if text != readable(text):
            composition = Composition(text)
            return tuple(
                replace(
                    found,
                    span=composition.original(found.span),
                    parts=tuple(map(composition.original, found.parts)),
                )
                for found in self.find(composition.text)
            )
        return self._found(self._read(text))

    def first(self, text: str) -> Occurrence | None:
        """Returns the first of what `find` returns. Where one term is looked for, what comes after it is mostly left
        alone: a text may have it over and over."""
        if text != readable(text):
            return next(iter(self.find(text)), None)
        reading = self._read(text)
        dead: _Dead = set()
        first = next(filter(None, (self._hits(reading, start, dead) for start in range(len(reading.keys)))), None)
        if first is None:
            return None
        best = best_of(first)
        # What comes later neither covers a hit nor touches a better one than this, which is not split.
        if self._planted == 1 and not best[0].loose and self._language.spaced and not reading.phrases_without_terms():
            longest = max(best, key=lambda hit: hit.span.end)
            return Occurrence(longest.span, longest.pattern.concept, longest.pattern.term, longest.parts)
        return next(iter(self._found(reading)), None)

    def _read(self, text: str) -> Reading:
        """Returns a text prepared, with all terms in the tree that it may have."""
        self._make_ready((text,))
        return read(text, self._language, tolerant=self._tolerant)

    def _make_ready(self, texts: Collection[str]) -> None:
        """Takes the terms into the tree that one of some texts may be the first to have."""
        if self._ready.issuperset(texts):
            return
        with self._planting:  # Several threads ask one recogniser.
            reach = max(REACH, Between.most(self._gap) + 1)
            for spelling in self._waiting.met([one for text in texts for one in blocks(text, self._language, reach)]):
                concept = self._concepts[spelling.order]
                if found := pattern_of(spelling, concept, self._language, tolerant=self._tolerant):
                    self._root.plant(found)
                    self._planted += 1
            self._ready = frozenset(texts)

    def _hits(self, reading: Reading, start: int, dead: _Dead) -> list[Hit]:
        """Returns the hits whose first part is the word at that place."""
        nodes = self._root.at(reading.keys[start])
        if not nodes:
            return []
        first = Way((start,))
        return [
            hit
            for node in nodes
            for pattern, way in self._ends(node, reading, first, dead)
            if (hit := hit_at(pattern, reading, way))
        ]

    def _found(self, reading: Reading) -> tuple[Occurrence, ...]:
        hits: dict[int, list[Hit]] = defaultdict(list)
        dead: _Dead = set()
        for start in range(len(reading.keys)):
            for hit in self._hits(reading, start, dead):
                hits[hit.pattern.order].append(hit)
        kept = [hit for of_one in hits.values() for hit in without_covered(of_one)]
        if not self._language.spaced:
            kept = list(without_overlapped(without_cut(kept, reading)))
        kept = list(without_parts_of_names(outside_phrases(kept, reading)))
        kept.sort(key=lambda hit: (hit.span.start, -hit.span.end, hit.pattern.order))
        return ranked(Occurrence(hit.span, hit.pattern.concept, hit.pattern.term, hit.parts) for hit in kept)

    def find_in_document(self, texts: Iterable[str]) -> tuple[tuple[Occurrence, ...], ...]:
        """Returns the terms in each text of a document, as `find` gives them, and the abbreviations that the document
        itself brings in for its terms (`abbreviations`)."""
        abbreviations = Abbreviations(self._language)
        given = tuple(texts)
        found: list[tuple[Occurrence, ...]] = []
        for start in range(0, len(given), _AT_ONCE):
            some = given[start : start + _AT_ONCE]
            self._make_ready([readable(text) for text in some])
            found += (abbreviations.with_abbreviations(text, self.find_again(text)) for text in some)
        return tuple(found)

    def _ends(self, node: Node, reading: Reading, way: Way, dead: _Dead) -> Iterator[tuple[Pattern, Way]]:
        """Yields the patterns that go on from the word at the last of the places and are complete there or later, with
        the way to their end. Of a phrase of equal words the ways to one word are beyond number: where the first led
        nowhere, the place is dead."""
        for pattern in node.patterns:
            yield pattern, way
        if not node.goes_on:
            return
        last = way.places[-1]
        end = len(reading.words) if self._language.spaced else last + 2
        if not self._gap and not _leads_on(node, reading, last + 1, min(end, last + REACH + 1)):
            return
        if (node, last) in dead:
            return
        is_dead = True
        for found in self._later_ends(node, reading, way, end, dead):
            is_dead = False
            yield found
        if is_dead:
            dead.add((node, last))

    def _later_ends(
        self, node: Node, reading: Reading, way: Way, end: int, dead: _Dead
    ) -> Iterator[tuple[Pattern, Way]]:
        """Yields what `_ends` does of the words after the last of the places, up to `end`."""
        last = way.places[-1]
        between, small_words = Between(self._gap), reading.small_words
        for index in range(last + 1, min(end, len(reading.words))):
            between.mark += reading.marks[index]
            if index > last + REACH and between.exhausted:
                return
            if not STOPS.isdisjoint(reading.marks[index]) and not node.marked:
                return
            for child in node.at(reading.keys[index]):
                if between.is_like(child.link):
                    yield from self._ends(child, reading, Way((*way.places, index), way.loose, way.splits), dead)
                elif split := split_between(reading, last, index, child.link):
                    yield from self._ends(child, reading, _split_way(way, index, split, between.contents), dead)
                elif not between.exhausted and between.may_split(child.link):
                    loose = Split(index - 1, index) if index == last + 1 else Split(last, index)
                    yield from self._ends(child, reading, _split_way(way, index, loose, between.contents), dead)
            between.take(reading.words[index], small_words)
            if between.contents and not node.splits and not self._gap:
                return


def _leads_on(node: Node, reading: Reading, start: int, end: int) -> bool:
    """Tells whether one of these words goes on from a node, up to a mark at which no term does: most words that begin a
    term are no term."""
    for keys, mark in zip(reading.keys[start:end], reading.marks[start:end], strict=True):
        if mark and not node.marked and not STOPS.isdisjoint(mark):
            return False
        if node.has(keys):
            return True
    return False


def _split_way(way: Way, index: int, split: Split, contents: int) -> Way:
    loose = way.loose if split.numbered else way.loose + 1 + contents
    return Way((*way.places, index), loose, (*way.splits, split))
