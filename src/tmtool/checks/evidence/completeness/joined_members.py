"""Which of two members that the source joins is missing: workers where employers and workers are employeurs alone?

A close translation joins as often as its source: of 18,800 sentences of right agendas 263 have fewer joints, since they
make a relative clause of a second verb, or go on by puis. Where one joint and more is missing, one of two joined words
of the source has no counterpart, and about that of the other nothing is joined to it, the one was left out: so it is in
88 sentences of drafts, and seven of right agendas (30 November 2026). The words are in ``joined_members.tsv`` of a
pair.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.rendered import rendered
from tmtool.checks.evidence.words.sides import Side, mutual
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_TABLE = "joined_members.tsv"
_JOINS, _NO_MEMBER, _NO_LIST, _OTHERWISE, _DOUBLET = "joins", "no member", "no list", "otherwise", "doublet"


def joined_members_left_out(found: Linked) -> Iterator[tuple[Span, Span]]:
    """Yields the first member of the source whose counterpart is missing where the translation has fewer joints, with
    the place of the member in the translation that it should be joined to."""
    of_source, of_target = found.sides
    if _count(of_source) <= _count(of_target):
        return
    alone = _unrendered(found)
    for joint in _members(of_source):
        before = bisect_right(of_source.words, joint.start, key=lambda word: word.span.end) - 1
        after = bisect_left(of_source.words, joint.end, key=lambda word: word.span.start)
        if before < 0 or after == len(of_source.words):
            continue
        for lost, kept in ((before, after), (after, before)):
            here = mutual(of_source, of_target, kept)
            word = of_source.words[lost].span
            is_lost = mutual(of_source, of_target, lost) is None or word.start in alone
            if here is not None and is_lost and not _is_joined(of_target, here):
                yield word, of_target.words[here].span
                return


def _members(side: Side) -> Iterator[Span]:
    """Yields the joints of the source between members of a list."""
    patterns, text = _patterns(side.pair, side.language), side.text
    doublets = [one.span() for pattern in patterns.get(_DOUBLET, ()) for one in pattern.finditer(text)]
    for joint in (one for pattern in patterns.get(_JOINS, ()) for one in pattern.finditer(text)):
        if any(start <= joint.start() < end for start, end in doublets):
            continue
        if any(pattern.match(text, joint.end()) for pattern in patterns.get(_NO_MEMBER, ())):
            continue
        if not any(pattern.search(text, 0, joint.start()) for pattern in patterns.get(_NO_LIST, ())):
            yield Span(*joint.span())


def _is_joined(side: Side, place: int) -> bool:
    """Tells whether a text joins anything to a word, between the words of content next to it."""
    words, patterns = side.words, _patterns(side.pair, side.language)
    start = words[place - 1].span.end if place else 0
    end = words[place + 1].span.start if place + 1 < len(words) else len(side.text)
    around = side.text[start:end]
    return any(pattern.search(around) for kind in (_JOINS, _OTHERWISE) for pattern in patterns.get(kind, ()))


def _count(side: Side) -> int:
    """Returns how often a text joins members."""
    joins = _patterns(side.pair, side.language).get(_JOINS, ())
    return sum(1 for pattern in joins for _ in pattern.finditer(side.text))


def _unrendered(found: Linked) -> frozenset[int]:
    """Returns where the words of the source begin that nothing in the translation renders."""
    of_source, of_target = found.sides
    both = rendered(of_source.text, of_target.text, of_source.pair)
    if both is None:
        return frozenset()
    side = both[0]
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
