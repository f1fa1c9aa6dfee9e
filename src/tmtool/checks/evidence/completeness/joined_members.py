"""Which of two joined members has nothing on the other side: workers where employers and workers are employeurs alone,
or abordables where logements accessibles et abordables is accessible housing?

A close translation joins as often as its source: of 18,800 sentences of right agendas 263 have fewer joints, since they
make a relative clause of a second verb, or go on by puis. Where one text has a joint and more than the other, one of
two words that it joins has no counterpart, and about that of the other nothing is joined to it, the one was left out or
added. The words are in ``joined_members.tsv`` of a pair.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.rendered import RenderedSide, rendered
from tmtool.checks.evidence.words.sides import Side, mutual
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_TABLE = "joined_members.tsv"
_JOINS, _ALSO, _NO_MEMBER, _NO_LIST = "joins", "also", "no member", "no list"
_OTHERWISE, _DOUBLET = "otherwise", "doublet"


def joined_members_left_out(found: Linked) -> Iterator[tuple[Span, Span]]:
    """Yields the first member of the source whose counterpart is missing where the translation has fewer joints, with
    the place of the member in the translation that it should be joined to."""
    yield from _alone(*found.sides, 0)


def joined_members_added(found: Linked) -> Iterator[tuple[Span, Span]]:
    """Yields the first member of the translation for which the source, which has fewer joints, has nothing, with the
    place in the source of the member that it is joined to."""
    yield from _alone(*found.sides[::-1], 1)


def _alone(side: Side, other: Side, which: int) -> Iterator[tuple[Span, Span]]:
    """Yields the first member of one text to which nothing in the other answers; `which` says whether the text is the
    source or the translation."""
    joints = _joints(side)
    if len(joints) <= _count(other):
        return
    texts = (side, other)[::-1] if which else (side, other)
    both = rendered(*(one.text for one in texts), side.pair)
    alone = _unrendered(both[which]) if both is not None else frozenset()
    for joint in _between_members(joints, side):
        before = bisect_right(side.words, joint.start, key=lambda word: word.span.end) - 1
        after = bisect_left(side.words, joint.end, key=lambda word: word.span.start)
        if before < 0 or after == len(side.words):
            continue
        for lost, kept in ((before, after), (after, before)):
            there = mutual(side, other, kept)
            word = side.words[lost].span
            is_unrendered = word.start in alone
            if there is None or not (is_unrendered or mutual(side, other, lost) is None):
                continue
            if not _is_joined(other, side, there, lost, is_unrendered=is_unrendered):
                yield word, other.words[there].span
                return


def _between_members(joints: Sequence[Span], side: Side) -> Iterator[Span]:
    """Yields those of the joints of a text that are between members of a list."""
    patterns, text = _patterns(side.pair, side.language), side.text
    for joint in joints:
        if any(pattern.match(text, joint.end) for pattern in patterns.get(_NO_MEMBER, ())):
            continue
        if not any(pattern.search(text, 0, joint.start) for pattern in patterns.get(_NO_LIST, ())):
            yield joint


def _joints(side: Side) -> list[Span]:
    """Returns what joins members in a text, but two words for which the other language has one."""
    patterns, text = _patterns(side.pair, side.language), side.text
    found = [Span(*one.span()) for pattern in patterns.get(_JOINS, ()) for one in pattern.finditer(text)]
    of_one = doublets(text, side.pair, side.language)
    return [joint for joint in found if not any(one.holds(joint) for one in of_one)]


def doublets(text: str, pair: LanguagePair, language: str) -> list[Span]:
    """Returns where a text of that language of a pair has two words, with what joins them, for which the other language
    has one: un président ou une présidente."""
    patterns = _patterns(pair, language).get(_DOUBLET, ())
    return [Span(*one.span()) for pattern in patterns for one in pattern.finditer(text)]


def _is_joined(other: Side, side: Side, place: int, lost: int, *, is_unrendered: bool) -> bool:
    """Tells whether a text joins anything to a word, between the words of content next to it. Where nothing in it
    renders what is `lost` of the other text, a neighbour that answers to another word of that is not it."""
    words, patterns = other.words, _patterns(other.pair, other.language)
    for neighbour in (place - 1, place + 1):
        first, last = sorted((neighbour, place))
        start = words[first].span.end if first >= 0 else 0
        end = words[last].span.start if last < len(words) else len(other.text)
        joins = (pattern for kind in (_JOINS, _OTHERWISE) for pattern in patterns.get(kind, ()))
        if not any(_is_between(pattern, other.text, start, end) for pattern in joins):
            continue
        if not is_unrendered or mutual(other, side, neighbour) in (None, lost):
            return True
    return False


def _is_between(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Tells whether an expression finds anything between two places of a text; it may look at what comes after, since
    no comma joins anything to a word before en revanche."""
    return any(found.end() <= end for found in islice(pattern.finditer(text, start), 1))


def _count(side: Side) -> int:
    """Returns how often a text joins anything."""
    patterns = _patterns(side.pair, side.language)
    return sum(1 for kind in (_JOINS, _ALSO) for pattern in patterns.get(kind, ()) for _ in pattern.finditer(side.text))


def _unrendered(side: RenderedSide) -> frozenset[int]:
    """Returns where the words of a text begin that nothing in the other renders."""
    flags = zip(side.answers.words, side.unrendered, strict=True)
    return frozenset(word.span.start for word, is_alone in flags if is_alone)


@cache
def _patterns(pair: LanguagePair, language: str) -> Mapping[str, Sequence[re.Pattern[str]]]:
    """Returns the expressions of a language of a pair, by kind."""
    found: dict[str, list[re.Pattern[str]]] = {}
    for tag, kind, words in pair.rows(_TABLE):
        if tag == language:
            found.setdefault(kind, []).append(re.compile(words, re.IGNORECASE))
    return found
