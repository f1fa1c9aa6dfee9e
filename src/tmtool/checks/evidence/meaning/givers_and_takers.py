"""Have the one from whom a thing comes and the one to whom it goes changed places: adressée au Secrétariat par le
Bureau for addressed by the Secretariat to the Bureau?

Read are two parties that follow each other, the one after by, of or from, par or de, the other after to or à, and what
is said of both right before them, which must have its counterpart there: what a lender lends to a borrower, he borrows
from him. Only by and par may come second: in to the Chair of the Board, of tells which Chair. Likewise a letter and the
one who writes it: dans une lettre adressée au juge, le maire a protesté for the judge protested to the mayor. The small
words are in ``directions.tsv`` of each language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tmtool.checks.evidence.words.directions import pattern
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.marks import MARK
from tmtool.checks.evidence.words.sides import Side, first_counterpart, first_from, mutual
from tmtool.model import Span

_PARTY = 2
"""Words of content of a party at most."""
_BETWEEN = 4
"""Words of content between the small words of both at most."""
_SAID = 2
"""Words of content before two parties among which what is said of both is."""
_FAMILY = 6
"""Letters that words of one family have in common: the counterparts of Président and Présidente are hard to tell."""
_AGENT, _GIVER, _TAKER = "giver as agent", "giver", "taker"
_WRITING, _WRITTEN = "writing to", "written to"


@dataclass(frozen=True, slots=True)
class _Parties:
    """`_Parties` are two that follow each other in a text: the places of the first words of each, and of what is
    before both."""

    giver: range
    taker: range
    before: range


def givers_and_takers_turned(found: Linked) -> Iterator[tuple[Span, Span, Span]]:
    """Yields where the two have changed places: both in the translation, and the first of them in the source."""
    of_source, of_target = found.sides
    there = list(_parties(of_source))
    here = list(_parties(of_target)) if there else []
    for one in there:
        giver, taker = (first_counterpart(of_source, of_target, party) for party in (one.giver, one.taker))
        if giver is None or taker is None:
            continue
        said = {mutual(of_source, of_target, place) for place in one.before}
        for other in here:
            if giver in other.taker and taker in other.giver and not said.isdisjoint(other.before):
                spans = sorted(of_target.words[place].span for place in (giver, taker))
                if len({span.of(of_target.text)[:_FAMILY].lower() for span in spans}) == len(spans):
                    yield spans[0], spans[1], of_source.words[min(one.giver.start, one.taker.start)].span
                break


def writers_and_readers_turned(found: Linked) -> Iterator[tuple[Span, Span, Span]]:
    """Yields where the one who writes and the one who reads have changed places, what is written being said first in
    the translation: both there, and the first of them in the source."""
    of_source, of_target = found.sides
    there = list(pattern(of_source.language, _WRITING).finditer(of_source.text))
    here = list(pattern(of_target.language, _WRITTEN).finditer(of_target.text)) if there else []
    for one in there:
        reader, last = first_from(of_source, one.end()), first_from(of_source, one.start()) - 1
        if (
            last < 0
            or reader >= len(of_source.words)
            or MARK.search(of_source.text, _ends(of_source, last), one.start())
        ):
            continue
        for other in here:
            taker, mark = first_from(of_target, other.end()), MARK.search(of_target.text, other.end())
            writer = first_from(of_target, mark.end()) if mark is not None and mark[0] == "," else len(of_target.words)
            if writer >= len(of_target.words):
                continue
            if mutual(of_source, of_target, reader) == writer and mutual(of_source, of_target, last) == taker:
                spans = (of_target.words[taker].span, of_target.words[writer].span)
                yield *spans, of_source.words[last].span
                break


def _ends(side: Side, place: int) -> int:
    return side.words[place].span.end


def _parties(side: Side) -> Iterator[_Parties]:
    """Yields every two parties of a text that follow each other; between the second and what it is told by, there may
    be another noun: to the President of the Assembly by the Secretary-General."""
    small = sorted(
        (Span(*one.span()), kind)
        for kind in (_AGENT, _GIVER, _TAKER)
        for one in pattern(side.language, kind).finditer(side.text)
    )
    for at, (first, kind) in enumerate(small):
        second, other = next(((span, of) for span, of in small[at + 1 :] if of != _GIVER), (first, kind))
        if (kind == _TAKER) is (other == _TAKER) or MARK.search(side.text, first.end, second.start):
            continue
        start, middle = first_from(side, first.end), first_from(side, second.start)
        later = range(first_from(side, second.end), _end(side, second.end))
        if not 0 < middle - start <= _BETWEEN or not later:
            continue
        parties = (range(start, min(middle, start + _PARTY)), later)
        giver, taker = parties[::-1] if kind == _TAKER else parties
        yield _Parties(giver, taker, range(max(0, start - _SAID), start))


def _end(side: Side, start: int) -> int:
    """Returns the place after the words of a party that begins at a place of a text, up to a mark."""
    first = at = first_from(side, start)
    while at < len(side.words) and at < first + _PARTY and not MARK.search(side.text, start, side.words[at].span.start):
        at += 1
    return at
