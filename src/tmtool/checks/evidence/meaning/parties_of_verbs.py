"""Have the two parties of a verb changed places: le Bureau a informé le Secrétariat for the Secretariat informed the
Bureau?

Compared are verbs that are counterparts, both in the active or both in the passive with an agent: there no order of
words asks for the subject of the one to follow the other. So are the subject and what a small word joins to the verb:
les victimes ont versé une indemnité au Fonds for the Fund paid compensation to the victims. A verb that has none, or
the converse of one (lent, emprunter), tells nothing. What makes a verb, its modal verbs and its agent known is in
``directions.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tmtool import languages
from tmtool.checks.evidence.words.directions import pattern
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.marks import MARK
from tmtool.checks.evidence.words.sides import Side, mutual
from tmtool.languages.stems import content
from tmtool.languages.verb_groups import Time, VerbGroup
from tmtool.model import Span

_BESIDE = 2
"""Words of content beside a verb among which its parties are."""
_INVERTS = 6
"""Characters before a verb in which what lets its subject follow is."""
_AFTER = 30
"""Characters after a verb in which what it governs, or its agent, begins."""

_JOINED = 60
"""Characters after a verb in which what a small word joins to it begins."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A `Verb` is a verb of a text: the place of its word of content, where it begins and ends with its auxiliaries,
    whether it is a passive with an agent, and whether it is surely finite: paid may be a participle."""

    place: int
    span: Span
    has_agent: bool
    is_finite: bool = True


def parties_turned(found: Linked) -> Iterator[tuple[int, int]]:
    """Yields the places of the words of the source right before and after a verb, or joined to it, whose counterparts
    are on the other side of its counterpart."""
    of_source, of_target = found.sides
    there = finite_verbs(of_source.text, of_source.language)
    here = {verb.place: verb for verb in finite_verbs(of_target.text, of_target.language)} if there else {}
    for verb in there if here else ():
        link = mutual(of_source, of_target, verb.place)
        other = here.get(link) if link is not None else None
        if other is None or other.has_agent is not verb.has_agent or not (verb.is_finite or other.is_finite):
            continue
        sure = verb.is_finite and other.is_finite
        after, after_here = (
            [*(_after(side, one) if sure else ()), *_joined(side, one)]
            for side, one in ((of_source, verb), (of_target, other))
        )
        before_here = before_verb(of_target, other)
        for one in before_verb(of_source, verb):
            for two in after:
                if mutual(of_source, of_target, one) in after_here and mutual(of_source, of_target, two) in before_here:
                    yield one, two
                    break


@lru_cache(maxsize=32)  # several checks ask of both texts of a pair
def finite_verbs(text: str, language: str) -> tuple[Verb, ...]:
    """Returns the verbs of a text that have a subject and an object, or an agent, as their forms say."""
    return tuple(_finite_verbs(text, language))


def _finite_verbs(text: str, language: str) -> Iterator[Verb]:
    groups: tuple[VerbGroup, ...] = languages.get(language).verb_groups(text)
    starts = [word.span.start for word in content(text, language)] if groups else []
    for group in groups:
        if group.main.end <= group.main.start:
            continue
        main = group.main
        if governed := pattern(language, "governs").match(text, group.span.start, group.span.end + _AFTER):
            main = Span(*governed.span(governed.lastgroup or 0))
        place = bisect_left(starts, main.start)
        if place == len(starts) or starts[place] != main.start:
            continue
        span = Span(group.span.start, max(main.end, group.span.end))
        # What makes a verb passive or reflexive.
        being = pattern(language, "being", re.IGNORECASE).search(text, max(0, span.start - 4), main.start)
        if being and pattern(language, "acting", re.IGNORECASE).search(text, being.start(), main.end):
            being = None
        agent = pattern(language, "agent").match(text, span.end)
        if being and agent:
            yield Verb(place, Span(span.start, agent.end()), has_agent=True)
        elif not being and not agent and not _may_be_inverted(text, language, span.start):
            yield Verb(place, span, has_agent=False, is_finite=_is_finite(text, language, group, span.end))


def _is_finite(text: str, language: str, group: VerbGroup, end: int) -> bool:
    """Tells whether a verb is finite: what may be a past or a participle has its object right after it."""
    return group.time is not Time.DONE or pattern(language, "object").match(text, end) is not None


def _may_be_inverted(text: str, language: str, start: int) -> bool:
    """Tells whether the subject of a verb may come after it: des consultations que tiendra la Présidence."""
    return pattern(language, "inverts").search(text, max(0, start - _INVERTS), start) is not None


def before_verb(side: Side, verb: Verb) -> list[int]:
    """Returns the places of the nearest words of content before a verb, in its clause."""
    first = bisect_left(side.words, verb.span.start, key=lambda word: word.span.start)
    return _row(side, range(first - 1, first - 1 - _BESIDE, -1), verb.span.start)


def _after(side: Side, verb: Verb) -> list[int]:
    first = bisect_left(side.words, verb.span.end, key=lambda word: word.span.start)
    return _row(side, range(first, first + _BESIDE), verb.span.end)


def _joined(side: Side, verb: Verb) -> list[int]:
    """Returns the places of the words to which a small word joins a verb in the active, up to a mark."""
    if verb.has_agent:
        return []
    mark = MARK.search(side.text, verb.span.end)
    end = mark.start() if mark else len(side.text)
    small = pattern(side.language, "joined to").finditer(side.text, verb.span.end, min(end, verb.span.end + _JOINED))
    places = [bisect_left(side.words, one.end(), key=lambda word: word.span.start) for one in small]
    return [place for place in places if place < len(side.words) and side.words[place].span.start < end]


def _row(side: Side, places: range, edge: int) -> list[int]:
    """Returns the places of words on one side of a verb, in its clause."""
    found = []
    for place in places:
        if not 0 <= place < len(side.words):
            break
        span = side.words[place].span
        if MARK.search(side.text, min(edge, span.end), max(edge, span.start)):
            break
        found.append(place)
        edge = span.start if places.step < 0 else span.end
    return found
