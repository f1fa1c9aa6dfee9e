"""Which member of a list has nothing in its place in the translation: prior of free, prior and informed consent?

A member stands between two commas or conjunctions, or before the first of a list of three. Those before and after it
have their counterparts, between which the translation has neither another word without counterpart nor so many commas
and conjunctions as the source: so it is not put otherwise, but left out. A noun that the list repeats (the minister for
trade, the minister of health) belongs to the member, since the translation has it once.
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
    for first_alone, end in runs(of_source.strictly_alone):
        start = _with_repeated(of_source, first_alone)
        before, after = start - 1, end
        if before < 0 or after >= len(of_source.words):
            continue
        first, last = (mutual(of_source, of_target, place) for place in (before, after))
        if first is None or last is None or not 0 < last - first <= _BETWEEN + 1:
            continue
        begins_anew = start < first_alone
        if not (
            _is_only_governed(of_target, first, last)
            if _is_first_of_three(of_source, before, end)
            else None not in of_target.links[max(0, first - 1) : last + 2]
            and _is_member(of_source, start, end, begins_anew=begins_anew)
        ):
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


def _with_repeated(side: Side, start: int) -> int:
    """Returns where a member begins whose words from a place on have no counterpart: at the word before, if that shares
    its own with the same word of another member."""
    head = start - 1
    if head < 1 or side.links[head] is None:
        return start
    stem, link = side.words[head].stem, side.links[head]
    is_repeated = any(word.stem == stem and side.links[place] == link for place, word in enumerate(side.words[:head]))
    return head if is_repeated else start


def _is_first_of_three(side: Side, before: int, end: int) -> bool:
    """Tells whether the words between two places come before a comma, a word and a conjunction: identify, select and;
    but not a noun with its number: 14 fiches, nouvelles ou révisées."""
    if end + 1 >= len(side.words):
        return False
    if any(letter.isdigit() for letter in side.text[side.words[before].span.end : side.words[before + 1].span.start]):
        return False
    comma, conjunction = (
        side.text[side.words[place].span.end : side.words[place + 1].span.start] for place in (end - 1, end)
    )
    joint = pattern(side.language, "list")
    return comma.strip() == "," and conjunction.strip() != "," and joint.fullmatch(conjunction) is not None


def _is_only_governed(side: Side, first: int, last: int) -> bool:
    """Tells whether the words between two places have counterparts, but for one that governs the next: peut choisir."""
    governs = pattern(side.language, "governs")
    return all(
        side.links[place] is not None or governs.match(side.text, side.words[place].span.start)
        for place in range(first + 1, last)
    )


def _is_member(side: Side, start: int, end: int, *, begins_anew: bool) -> bool:
    """Tells whether the words from one place to another have nothing but a comma or a conjunction before and after;
    what follows one that `begins_anew` with the noun of another may begin with them."""
    words = side.words
    before = side.text[words[start - 1].span.end : words[start].span.start]
    after = side.text[words[end - 1].span.end : words[end].span.start]
    joint, itself = pattern(side.language, "list"), side.text[words[start].span.start : words[end - 1].span.end]
    if pattern(side.language, "no member").fullmatch(itself):
        return False
    follows = pattern(side.language, "joint").match(after.lstrip()) if begins_anew else joint.fullmatch(after)
    return joint.fullmatch(before) is not None and follows is not None


def _joints(side: Side, span: Span) -> int:
    return sum(1 for _ in pattern(side.language, "joint").finditer(side.text, span.start, span.end))
