"""Which member of a list has nothing in its place in the translation: prior of free, prior and informed consent?

A member stands between two commas or conjunctions. Those before and after it have their counterparts, between which the
translation has neither another word without counterpart nor so many commas and conjunctions as the source: so it is not
put otherwise, but left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.evidence.words.directions import pattern
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sides import Side, mutual, runs
from tmtool.model import Span

_BETWEEN = 3
"""Words with counterparts of their own that may be between those of the members before and after."""
_MARK = re.compile(r"[.:;()]")


def members_left_out(found: Linked) -> Iterator[tuple[Span, Span]]:
    """Yields the members of lists that have no counterpart, each with the place in the translation where it should
    be."""
    yield from _alone(*found.sides)


def members_added(found: Linked) -> Iterator[tuple[Span, Span]]:
    """Yields the members of lists of the translation for which the source has nothing, each with the place in the
    source where it would be."""
    yield from _alone(*found.sides[::-1])


def _alone(of_source: Side, of_target: Side) -> Iterator[tuple[Span, Span]]:
    for start, end in runs(of_source.strictly_alone):
        before, after = start - 1, end
        if before < 0 or after >= len(of_source.words):
            continue
        first, last = (mutual(of_source, of_target, place) for place in (before, after))
        if first is None or last is None or not 0 < last - first <= _BETWEEN + 1:
            continue
        around = of_target.links[max(0, first - 1) : last + 2]
        if None in around or not _is_member(of_source, start, end):
            continue
        there = Span(of_source.words[before].span.end, of_source.words[after].span.start)
        here = Span(of_target.words[first].span.end, of_target.words[last].span.start)
        if _MARK.search(there.of(of_source.text)) or _MARK.search(here.of(of_target.text)):
            continue
        if _joints(of_source, there) > _joints(of_target, here):
            yield (
                Span(of_source.words[start].span.start, of_source.words[end - 1].span.end),
                Span(of_target.words[first].span.start, of_target.words[last].span.end),
            )


def _is_member(side: Side, start: int, end: int) -> bool:
    """Tells whether the words from one place to another have nothing but a comma or a conjunction before and after."""
    words = side.words
    before = side.text[words[start - 1].span.end : words[start].span.start]
    after = side.text[words[end - 1].span.end : words[end].span.start]
    joint, itself = pattern(side.language, "list"), side.text[words[start].span.start : words[end - 1].span.end]
    if pattern(side.language, "no member").fullmatch(itself):
        return False
    return joint.fullmatch(before) is not None and joint.fullmatch(after) is not None


def _joints(side: Side, span: Span) -> int:
    return sum(1 for _ in pattern(side.language, "joint").finditer(side.text, span.start, span.end))
