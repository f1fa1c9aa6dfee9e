"""Have the words right before and right after a small word or a verb changed places: plus souvent détruites que vendues
for more often sold than destroyed?

What joins two things in the source (than, rather than, without, by) and what does so in the translation are in
``turning_points.tsv`` of a pair; a verb and its counterpart do so, too (parties_of_verbs.py). Reported is only that
each of the two neighbours is the counterpart of the other one: no order of words asks for that.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from tmtool.checks.evidence.meaning.parties_of_verbs import parties_turned
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.marks import END, MARK
from tmtool.checks.evidence.words.sides import Side, mutual
from tmtool.languages.alternatives import NEVER
from tmtool.languages.needed_letters import may_find
from tmtool.languages.pairs.concepts import NONE
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

TABLE, WEIGHING = "turning_points.tsv", "turning_points_weighing.tsv"
_MOST = 3
"""Places of one small word that are looked at: a long list has it too often to tell."""
_WINDOW = 6
"""Words of content on either side of a word that weighs two things."""
_FIRST = 2
"""Words of content right after such a word, of which the first may have no counterpart: to draft an instrument."""
_FAMILY = 6
"""Letters that words of one family have in common at least."""


def turned_round(found: Linked, pair: LanguagePair) -> Iterator[tuple[Span, Span, Span]]:
    """Yields where two words have changed places about a third: both in the translation, and the first of them in the
    source."""
    of_source, of_target = found.sides
    plain, folded = of_target.text.replace("’", "'"), of_source.text.casefold()
    for there, here, other in _points(pair):
        if not may_find(there.pattern, folded) or other.search(of_source.text) or other.search(plain):
            continue
        points = [_neighbours(of_source, *one.span()) for one in there.finditer(of_source.text)]
        around = [_neighbours(of_target, *one.span()) for one in here.finditer(plain)] if points else []
        if max(len(points), len(around)) > _MOST:
            continue
        governed = {after for _, after in points}
        for before, after in points:
            if before in governed:
                continue  # by consensus by the Council: both hang on the verb, and may come in either order
            pairs = mutual(of_source, of_target, before), mutual(of_source, of_target, after)
            if None not in pairs and (pairs[1], pairs[0]) in around and _is_one_clause(found, before, after):
                yield _spans(found, before, after)
    yield from _about_weighing(found, pair)


def turned_about_verbs(found: Linked) -> Iterator[tuple[Span, Span, Span]]:
    """Yields likewise where the two parties of a verb have changed places."""
    for before, after in parties_turned(found):
        if _is_one_clause(found, before, after):
            yield _spans(found, before, after)


def _about_weighing(found: Linked, pair: LanguagePair) -> Iterator[tuple[Span, Span, Span]]:
    """Yields likewise where a word weighs two sides of several words: by A rather than by B, the duties of A towards B.
    What comes first after it on either side, of the words that have a counterpart, is that of something before it on
    the other."""
    of_source, of_target = found.sides
    plain, folded = of_target.text.replace("’", "'"), of_source.text.casefold()
    for there, here, other in _points(pair, WEIGHING):
        if not may_find(there.pattern, folded) or other.search(of_source.text) or other.search(plain):
            continue
        points, around = list(there.finditer(of_source.text)), list(here.finditer(plain))
        if len(points) != 1 or len(around) != 1:
            continue
        before, after = _windows(of_source, *points[0].span())
        before_here, after_here = _windows(of_target, *around[0].span())
        before, after = _told_apart(of_source, before, after)
        before_here, after_here = _told_apart(of_target, before_here, after_here)
        if not (before and after and before_here and after_here):
            continue
        first = next((at for at in after[:_FIRST] if mutual(of_source, of_target, at) is not None), after[0])
        backs = [_back(of_source, of_target, at) for at in after_here[:_FIRST]]
        weighed = mutual(of_source, of_target, first)
        weighed_here = next((back for back in backs if back is not None), None)
        if weighed in before_here and weighed_here is not None and weighed_here in before:
            if _is_one_clause(found, weighed_here, first):
                yield _spans(found, weighed_here, first)
        elif (
            weighed is not None
            and weighed in before_here
            and first == after[0]
            and _are_unknown(found, backs[0], (before, after), (before_here, after_here))
        ):
            spans = of_target.words[weighed].span, of_target.words[after_here[0]].span
            yield *spans, of_source.words[before[-1]].span
        elif weighed is None and _is_only_one(found, (before, after), (before_here, after_here)):
            spans = of_target.words[before_here[-1]].span, of_target.words[after_here[0]].span
            yield *spans, of_source.words[before[-1]].span


def _told_apart(side: Side, before: list[int], after: list[int]) -> tuple[list[int], list[int]]:
    """Returns the places before and after a point without the words that both sides have: wages in industry are lower
    than wages in agriculture."""
    both = {side.words[at].stem for at in before} & {side.words[at].stem for at in after}
    return [at for at in before if side.words[at].stem not in both], [
        at for at in after if side.words[at].stem not in both
    ]


def _are_unknown(
    found: Linked, back: int | None, there: tuple[list[int], list[int]], here: tuple[list[int], list[int]]
) -> bool:
    """Tells whether the word right before a point in the source and the first after it here, whose counterpart would be
    `back`, have none, so that each must be that of the other: it is the only one before, or all other words have theirs
    before the point: the brew rather than the dried leaf, la feuille séchée plutôt que l'infusion."""
    of_source, of_target = found.sides
    *others, last = there[0]
    if back is not None or of_source.links[last] is not None or of_target.links[here[1][0]] is not None:
        return False
    if not others:
        return True
    links = [of_source.links[place] for place in (*others, *there[1])]
    return all(link is None or link in here[0] for link in links) and len(here[1]) - 1 <= links.count(None)


def _is_only_one(found: Linked, there: tuple[list[int], list[int]], here: tuple[list[int], list[int]]) -> bool:
    """Tells whether there is one word after a point on either side, that of the translation stands for the last one
    before it in the source, and the other one and the last before it here have no counterpart: may vote but may not
    stand."""
    of_source, of_target = found.sides
    if len(there[1]) != 1 or len(here[1]) != 1 or _back(of_source, of_target, here[1][0]) != there[0][-1]:
        return False
    return of_source.links[there[1][0]] is None and of_target.links[here[0][-1]] is None


def _back(of_source: Side, of_target: Side, place: int) -> int | None:
    """Returns the place of the word of the source that a word of the translation is the counterpart of."""
    link = of_target.links[place]
    return link if link is not None and mutual(of_source, of_target, link) == place else None


def _windows(side: Side, start: int, end: int) -> tuple[list[int], list[int]]:
    """Returns the places of the nearest words of content before and after a part of a text, up to a mark."""
    last, first = _neighbours(side, start, end)
    before: list[int] = []
    after: list[int] = []
    bound = start
    for at in range(last, max(-1, last - _WINDOW), -1):
        if MARK.search(side.text, side.words[at].span.end, bound):
            break
        before.insert(0, at)
        bound = side.words[at].span.start
    bound = end
    for at in range(first, min(len(side.words), first + _WINDOW)):
        if MARK.search(side.text, bound, side.words[at].span.start):
            break
        after.append(at)
        bound = side.words[at].span.end
    return before, after


@cache
def _points(
    pair: LanguagePair, table: str = TABLE
) -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (
            re.compile(rf"\b(?:{there})\b", re.IGNORECASE),
            re.compile(rf"\b(?:{here})(?:(?<=')|(?!\w))", re.IGNORECASE),
            re.compile(NEVER if other == NONE else rf"\b(?:{other})\b", re.IGNORECASE),
        )
        for there, here, other in pair.rows(table)
    )


def _neighbours(side: Side, start: int, end: int) -> tuple[int, int]:
    """Returns the places of the words of content right before and right after a part of a text, out of bounds where
    there is none."""
    return (
        bisect_left(side.words, start, key=lambda word: word.span.end - 1) - 1,
        bisect_left(side.words, end, key=lambda word: word.span.start),
    )


def _spans(found: Linked, before: int, after: int) -> tuple[Span, Span, Span]:
    of_source, of_target = found.sides
    first, second = of_source.links[after], of_source.links[before]
    assert first is not None and second is not None
    return of_target.words[first].span, of_target.words[second].span, of_source.words[before].span


def _is_one_clause(found: Linked, before: int, after: int) -> bool:
    """Tells whether no sentence ends between two words of the source, nor between their counterparts, and they are two
    words, neither these nor their counterparts of one family: présidé par le Président, Governing and Government."""
    of_source, of_target = found.sides
    first, second, _ = _spans(found, before, after)
    ends = (
        END.search(of_source.text, of_source.words[before].span.end, of_source.words[after].span.start),
        END.search(of_target.text, first.end, second.start),
    )
    spans = (of_target.text, first, second), (of_source.text, of_source.words[before].span, of_source.words[after].span)
    families = ([span.of(text).lower().rstrip("sx")[:_FAMILY] for span in two] for text, *two in spans)
    return not any(ends) and all(one != other for one, other in families)
