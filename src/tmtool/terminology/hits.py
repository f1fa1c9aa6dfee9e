"""Which of the places where a term may be are to be believed?

A way through the tree of terms (`recognise`) makes a hit where the text around it and the capitals fit, and where a
term that is split or turned leaves no doubt. Of the hits of a text those are left that no better one covers, and that
are not cut from other words, phrases or names.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from tmtool.model import Span, TermStatus
from tmtool.model.span_index import SpanIndex
from tmtool.terminology.interval import Split
from tmtool.terminology.pattern import Pattern
from tmtool.terminology.reading import Reading
from tmtool.terminology.splits import ends_phrase

_RANKS = {status: rank for rank, status in enumerate(TermStatus)}


@dataclass(frozen=True, slots=True)
class Way:
    """A `Way` leads through the tree along the words of a text: the `places` of the parts, how far apart they are
    (`loose`, 0 for not at all), and where."""

    places: tuple[int, ...]
    loose: int = 0
    splits: tuple[Split, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A `Hit` is a place where a term may be. `loose` is 0 if it is not split, and grows with what is inside; `spelt`
    is True for the term's own capitals and accents, `joined` for its own prepositions, `literal` for the term
    itself."""

    span: Span
    parts: tuple[Span, ...]
    pattern: Pattern
    loose: int
    spelt: bool
    joined: bool
    literal: bool

    @property
    def merit(self) -> tuple[int, bool, int, bool, bool, bool, int, int]:
        """Sorts the hits of a concept, the one to believe first."""
        length = self.span.end - self.span.start
        rank = _RANKS[self.pattern.term.status]
        unlike = not self.literal, not self.joined, not self.spelt
        return self.loose, self.pattern.variant, -length, *unlike, rank, self.pattern.place


def hit_at(pattern: Pattern, reading: Reading, way: Way) -> Hit | None:
    """Returns the hit at the end of a way, or None where the term of the pattern is not there."""
    places = way.places
    span = reading.fits_around(pattern, places[0], places[-1])
    if span is None:
        return None
    spelt = reading.has_capitals_of(pattern, places)
    if pattern.strict and (way.splits or not spelt):
        return None
    if pattern.proper and not reading.has_name_of(pattern, places):
        return None
    if reading.lacks_capital_of(pattern, places):
        return None
    if (way.splits or pattern.variant) and not _is_sure(pattern, reading, way):
        return None
    if _is_cut_off(pattern, reading, places[-1]):
        return None
    literal = not way.splits and reading.is_literal(pattern, span)
    joined = reading.joints_between(places[0], places[-1]) == pattern.joints
    return Hit(span, _parts(reading, span, way.splits), pattern, way.loose, spelt, joined, literal)


def _is_sure(pattern: Pattern, reading: Reading, way: Way) -> bool:
    """Is false for a split term or a variant that only looks like the term.

    Names are never split, and a noun at the end is no qualifier of the next one. A rejected term needs more: in
    « la traite et le trafic de migrants » nobody speaks of « traite de migrants », and « loi relative aux droits »
    has not the preposition of « loi du droit ».
    """
    if pattern.term.is_name or (not pattern.term.part_of_speech and pattern.cases.count("capital") > 1):
        return False
    if not reading.has_name_of(pattern, way.places):
        return False
    open_end = pattern.parts[-1].link.joined and not pattern.after and not any(split.parallel for split in way.splits)
    if open_end and not ends_phrase(reading, way.places[-1]):
        return False
    return pattern.term.status.accepted or all(
        not (split.shared_tail and pattern.parts[part].link.joined)
        and reading.joints_between(split.after, way.places[part]) <= pattern.joints
        for split, part in zip(way.splits, _parts_after(way), strict=True)
    )


def _parts_after(way: Way) -> list[int]:
    """Returns the number of the part that each split leads to."""
    return [next(part for part, place in enumerate(way.places) if place >= split.after) for split in way.splits]


def _is_cut_off(pattern: Pattern, reading: Reading, last: int) -> bool:
    """Tells whether the plural at the end of a term is in the singular before another noun: "trafficking for organ
    removal" has no "trafficking in organs"."""
    is_plural = reading.language.word_classes.is_plural
    if pattern.after or not pattern.parts[-1].link.joined or not is_plural(pattern.term.text):
        return False
    return not ends_phrase(reading, last)


def _parts(reading: Reading, span: Span, splits: tuple[Split, ...]) -> tuple[Span, ...]:
    """Returns the pieces of a span that the splits leave, or empty for none."""
    if not splits:
        return ()
    starts = [span.start, *(reading.words[split.after].start for split in splits)]
    ends = [*(reading.words[split.before].end for split in splits), span.end]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))


def without_covered(hits: list[Hit]) -> Iterator[Hit]:
    """Yields of the hits of one concept those that no better one covers; a split one must not even touch a better
    one."""
    group: list[Hit] = []
    end = 0
    for hit in sorted(hits, key=lambda hit: hit.span):
        if hit.span.start >= end:
            yield from best_of(group)
            group = []
        group.append(hit)
        end = max(end, hit.span.end)
    yield from best_of(group)


def best_of(hits: list[Hit]) -> list[Hit]:
    """Returns of hits that hang together those that `without_covered` leaves."""
    kept: list[Hit] = []
    spans: list[Span] = []
    longest = max((hit.span.end - hit.span.start for hit in hits), default=0)
    for hit in sorted(hits, key=lambda hit: hit.merit):
        first = bisect_left(spans, hit.span.start - longest, key=lambda span: span.start)
        near = islice(spans, first, bisect_left(spans, hit.span.end, key=lambda span: span.start))
        if not any(span.holds(hit.span) or (hit.loose and span.overlaps(hit.span)) for span in near):
            kept.append(hit)
            insort(spans, hit.span)
    return kept


def without_cut(hits: list[Hit], reading: Reading) -> Iterator[Hit]:
    """Yields the hits that are not cut from other words, as far as the language knows them; where one ends another may
    begin."""
    starts, ends = {hit.span.start for hit in hits}, {hit.span.end for hit in hits}
    for hit in hits:
        cut_before = hit.span.start not in ends and reading.cuts_before(hit.span)
        cut_after = hit.span.end not in starts and reading.cuts_after(hit.span)
        people = hit.pattern.term.is_name and reading.goes_on_as_people(hit.span)
        if not (cut_before or cut_after or people):
            yield hit


def without_overlapped(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yields the hits that no longer one overlaps: where no spaces are between words, what is inside or across another
    term is none."""
    spans: list[Span] = []
    for hit in sorted(hits, key=lambda hit: (hit.span.start - hit.span.end, hit.span.start)):
        if not any(span.overlaps(hit.span) and span != hit.span for span in spans):
            spans.append(hit.span)
            yield hit


def outside_phrases(hits: list[Hit], reading: Reading) -> list[Hit]:
    """Returns the hits that are not within a phrase in which a word is no term, as far as the language knows such
    phrases."""
    phrases = reading.phrases_without_terms()
    return [hit for hit in hits if not phrases.holds_more_than(hit.span)] if phrases else hits


def without_parts_of_names(hits: list[Hit]) -> Iterator[Hit]:
    """Yields the hits that are no name of one word in a longer name: "Guinea-Bissau" is no mention of Guinea."""
    names = SpanIndex(hit.span for hit in hits if hit.pattern.term.is_name)
    for hit in hits:
        short = hit.pattern.term.is_name and len(hit.pattern.parts) == 1
        if not (short and names.holds_more_than(hit.span)):
            yield hit
