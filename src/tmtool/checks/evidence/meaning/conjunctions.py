"""Which words does the source join by and whose counterparts are joined by or, or the reverse: urgents et importants?

The words are those of ``conjunctions.tsv`` of a pair.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache

from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.marks import END
from tmtool.checks.evidence.words.sides import Side, mutual
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_TABLE, _DENIAL, _CHOICE = "conjunctions.tsv", "denial", "no choice"
_ANY_OR, _ANY_AND = "any or", "any and"
AND = "and"
OR = "or"
_ONE = "one"
_LIMITED = "limited after"
_IS = "is"
_OTHER_KINDS = frozenset({_DENIAL, _CHOICE, _ANY_OR, _ANY_AND, _ONE, _LIMITED, _IS})
"""What is no whole of what is between two neighbours."""
_BEFORE = 80
"""Characters before two words in which a denial may be."""
_END = re.compile(r"[.;:()]")
_AROUND = 4
"""Words of the translation at most from one of two that are joined to the other, where others are between."""


@cache
def patterns(pair: LanguagePair, language: str) -> Mapping[str, re.Pattern[str]]:
    """Returns what joins two words in a language of a pair, by kind, and what denies them."""
    return {kind: re.compile(words) for tag, kind, words in pair.rows(_TABLE) if tag == language}


def joined_otherwise(found: Linked) -> Iterator[tuple[Span, Span]]:
    """Yields what is between two neighbours in the source, and between their counterparts, in the order of these, where
    one is and and the other or."""
    of_source, of_target = found.sides
    for place in range(len(of_source.words) - 1):
        link, next_link = of_source.links[place], of_source.links[place + 1]
        if link is None or next_link != link + 1 or of_source.words[place].stem == of_source.words[place + 1].stem:
            continue
        there, here = _joint(of_source, place), _joint(of_target, link)
        if there is None or here is None or there[0] == here[0]:
            continue
        if there[0] == AND and _tell_of_one(of_source, of_target, place, link):
            continue
        if there[0] == AND and _has_before(of_target, link, _IS) and not _has_before(of_source, place, _IS):
            continue  # small and medium-sized enterprises, les entreprises sont petites ou moyennes
        if not _has_before(of_source, place, _DENIAL) and not _has_before(of_target, link, _CHOICE):
            yield there[1], here[1]


def _tell_of_one(of_source: Side, of_target: Side, place: int, link: int) -> bool:
    """Tells whether two words tell of a noun that comes after them in the source and before their counterparts, in the
    singular: bodies in general and special status, des organes dotés du statut général ou spécial."""
    after, before = place + 2, link - 1
    while after < len(of_source.words) and before >= 0 and of_source.links[after] == before:
        after, before = after + 1, before - 1
    one = patterns(of_target.pair, of_target.language).get(_ONE)
    noun = before + 1
    if noun == link or one is None:
        return False
    end = of_target.words[noun].span.start
    return one.search(of_target.text, max(0, end - _BEFORE), end) is not None


def joined_by_and(found: Linked) -> Iterator[tuple[Span, Span]]:
    """Yields each or of the source, and the et between the counterparts of what it joins, where no ou is. One of these
    may be a word further off: contributors, or that participated."""
    of_source, _ = found.sides
    words = patterns(of_source.pair, of_source.language).get(_ANY_OR)
    for joint in words.finditer(of_source.text) if words is not None else ():
        after = bisect_left(of_source.words, joint.end(), key=lambda word: word.span.start)
        both = ((one, two) for one in (after - 1, after - 2) for two in (after, after + 1))
        joined = next((pair for pair in both if None not in [mutual(*found.sides, one) for one in pair]), None)
        here = _only_and(found, *joined) if joined is not None else None
        if here is not None:
            yield Span(*joint.span()), here


def _only_and(found: Linked, one: int, two: int) -> Span | None:
    """Returns the et between the counterparts of two words of the source, which these have no and between; None where
    there is more, or less."""
    of_source, of_target = found.sides
    first, second = of_source.links[one], of_source.links[two]
    assert first is not None and second is not None
    if not 0 < second - first <= _AROUND or of_source.words[one].stem == of_source.words[two].stem:
        return None
    there, here = (patterns(side.pair, side.language) for side in found.sides)
    start, end = of_source.words[one].span, of_source.words[two].span.start
    between = Span(of_target.words[first].span.end, of_target.words[second].span.start)
    gap, words = of_source.text[start.end : end], between.of(of_target.text)
    if there[_ANY_AND].search(gap) or here[_ANY_OR].search(words) or _END.search(gap + words):
        return None
    joint = here[_ANY_AND].search(of_target.text, between.start, between.end)
    if joint is None or there[_CHOICE].search(of_source.text, max(0, start.start - _BEFORE), end):
        return None
    clause_end = _END.search(of_source.text, end, end + _BEFORE)
    if there[_LIMITED].search(of_source.text, end, clause_end.start() if clause_end else end + _BEFORE):
        return None
    return Span(*joint.span())


def _joint(side: Side, place: int) -> tuple[str, Span] | None:
    """Returns the kind of what joins a word to the next, and its place."""
    span = Span(side.words[place].span.end, side.words[place + 1].span.start)
    for kind, words in patterns(side.pair, side.language).items():
        if kind not in _OTHER_KINDS and words.fullmatch(side.text, span.start, span.end):
            return kind, span
    return None


def _has_before(side: Side, place: int, kind: str) -> bool:
    """Tells whether words of a kind come before a place in its sentence."""
    end = side.words[place].span.start
    start = side.since(END, max(0, end - _BEFORE), end)
    words = patterns(side.pair, side.language).get(kind)
    return words is not None and words.search(side.text, start, end) is not None
