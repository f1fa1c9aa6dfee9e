"""Have two parts of a sentence exchanged words: le matin d’un jour et l’après-midi du lendemain for the afternoon of
one day and the morning of the next?

Parts are what commas and conjunctions part. Each of two parts of the translation then has words whose counterparts are
in one part of the source, and words whose counterparts are in the other. Where a noun or an adjective is meant for both
parts (accident prevention and response plan), its place is at the other end in the other language; so the words of a
part of the source that have gone apart must have a small word between them, and a noun after two adjectives with a
conjunction between comes before them (Economic and Social Council). Two words right before and after the conjunction
are most often put in another order on purpose, but for numbers; a number is exchanged with no word.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tmtool.checks.engine.draft import Pair
from tmtool.checks.evidence.words.directions import pattern
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.marks import END_AND_SPACE
from tmtool.checks.evidence.words.sides import Side, mutual
from tmtool.model import Placeable, PlaceableKind, Span

_NEAR = 2
"""Parts after one with which it may have exchanged words."""
_MOST = 24
"""Words of a part at most: longer ones are no parts that are set against each other."""
_UNLIKELY = 1.0
"""What a link costs at least that is only possible (languages/pairs/word_links.py)."""
_NUMBERS = frozenset({PlaceableKind.NUMBER, PlaceableKind.PERCENT})


@dataclass(frozen=True, slots=True)
class _Item:
    """An `_Item` is a word or a number that a sentence has once on each side: its places, and the part of the
    source it is in."""

    here: Span
    there: Span
    part: int
    is_number: bool


def exchanged_parts(found: Linked, pair: Pair) -> Iterator[tuple[Span, Span, Span]]:
    """Yields where two parts have exchanged words: a word of each in the translation, and the first of them in the
    source."""
    of_source, of_target = found.sides
    begins, begins_there = _parts(of_target), _parts(of_source)
    shared = set(_shared_nouns(found))
    parts: dict[int, list[_Item]] = defaultdict(list)
    numbers = {one.span for one in pair.target_placeables if one.kind in _NUMBERS}
    for here, there in sorted({**dict(_words(of_source, of_target)), **dict(_numbers(pair))}.items()):
        item = _Item(here, there, bisect(begins_there, there.start), here in numbers)
        parts[bisect(begins, here.start)].append(item)
    for part in sorted(parts):
        for other in range(part + 1, part + 1 + _NEAR):
            exchanged = _exchanged(parts[part], parts.get(other, []), of_source, of_target)
            if exchanged is not None and shared.isdisjoint(one.there for one in exchanged):
                one, two = exchanged
                yield one.here, two.here, one.there


def _exchanged(
    one: Sequence[_Item], other: Sequence[_Item], of_source: Side, of_target: Side
) -> tuple[_Item, _Item] | None:
    """Returns an item of each of two parts of the translation that have exchanged words."""
    if max(len(one), len(other)) > _MOST:
        return None
    places = sorted({item.part for item in one})
    if len(places) != 2 or places != sorted({item.part for item in other}) or places[1] - places[0] > _NEAR:
        return None
    first, second = places
    there = sorted(item.there for item in (*one, *other))
    if _ends(of_target, one[0].here.start, other[-1].here.end) or _ends(of_source, there[0].start, there[-1].end):
        return None
    if not all(_are_apart(one, other, place, of_source) for place in places):
        return None
    straight = ([item for item in one if item.part == second], [item for item in other if item.part == first])
    crosswise = ([item for item in one if item.part == first], [item for item in other if item.part == second])
    if straight == ([one[-1]], [other[0]]) and not (one[-1].is_number and other[0].is_number):
        return None
    gone = min(straight, crosswise, key=lambda both: len(both[0]) + len(both[1]))
    alike = ((item, two) for item, two in product(*gone) if item.is_number is two.is_number)
    exchanged = next(alike, None)
    return None if exchanged is None or _say_the_same(*exchanged, of_source, of_target) else exchanged


def _say_the_same(one: _Item, other: _Item, of_source: Side, of_target: Side) -> bool:
    """Tells whether what the source has for one of two words of the translation is likely to stand for the other, too,
    or for the word right after it that nothing else in the source answers to: se tenir for take place, and avoir lieu
    for be held; prendre part beside take the oath and participate."""
    there = {word.span: word.stem for word in of_source.words}
    here = {word.span: place for place, word in enumerate(of_target.words)}
    return any(
        of_source.table.costs_of(there.get(item.there, "")).get(stem, _UNLIKELY) < _UNLIKELY
        for item, two in ((one, other), (other, one))
        for stem in _stems_at(of_target, here.get(two.here))
    )


def _stems_at(side: Side, place: int | None) -> Iterator[str]:
    """Yields what the word at a place is cut to, and the one right after it that has no counterpart: avoir lieu."""
    if place is None:
        return
    yield side.words[place].stem
    after = place + 1
    if after < len(side.words) and side.links[after] is None:
        between = side.text[side.words[place].span.end : side.words[after].span.start]
        if not between.strip():
            yield side.words[after].stem


def _are_apart(one: Sequence[_Item], other: Sequence[_Item], part: int, of_source: Side) -> bool:
    """Tells whether the words of a part of the source that are in two parts of the translation have a small word
    between them, or one is a number."""
    both = [(item, two) for item in one for two in other if item.part == two.part == part]
    item, two = min(both, key=lambda both: abs(both[0].there.start - both[1].there.start))
    if item.is_number or two.is_number:
        return True
    near, far = sorted((item.there, two.there))
    between = [word.span for word in of_source.words if near.end <= word.span.start < far.start]
    starts, ends = [near.end, *(span.end for span in between)], [*(span.start for span in between), far.start]
    joins = pattern(of_source.language, "joins")
    return not all(
        joins.fullmatch(of_source.text, start, end) for start, end in zip(starts, ends, strict=True) if start < end
    )


def _words(of_source: Side, of_target: Side) -> Iterator[tuple[Span, Span]]:
    """Yields the places of the words that a sentence has once on each side and that are each other's counterparts, but
    for those that say little by themselves."""
    there, here = _by_sentence(of_source), _by_sentence(of_target)
    times_there, times = Counter(there), Counter(here)
    no_item = pattern(of_target.language, "no item")
    for place in range(len(of_target.words)):
        link = mutual(of_target, of_source, place)
        if link is None:
            continue
        span = of_target.words[place].span
        if times[here[place]] == times_there[there[link]] == 1 and not no_item.fullmatch(span.of(of_target.text)):
            yield span, of_source.words[link].span


def _by_sentence(side: Side) -> list[tuple[int, str]]:
    """Returns each word of content by the number of sentences before it and its stem."""
    ends = [found.start() for found in END_AND_SPACE.finditer(side.text)]
    return [(bisect(ends, word.span.start), word.stem) for word in side.words]


def _numbers(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Yields the places of the numbers that each side has once."""
    there, here = _once(pair.source_placeables), _once(pair.target_placeables)
    for key in there.keys() & here.keys():
        yield here[key], there[key]


def _once(placeables: Sequence[Placeable]) -> dict[tuple[PlaceableKind, str], Span]:
    numbers = [one for one in placeables if one.kind in _NUMBERS]
    times = Counter((one.kind, one.value) for one in numbers)
    return {(one.kind, one.value): one.span for one in numbers if times[one.kind, one.value] == 1}


def _parts(side: Side) -> list[int]:
    """Returns where the parts of a text begin."""
    return [found.start() for found in pattern(side.language, "parts").finditer(side.text)]


def _shared_nouns(found: Linked) -> Iterator[Span]:
    """Yields the nouns of the source that come after two adjectives with a conjunction between, and in the translation
    before them, so that they had to leave their part: Economic and Social Council, Conseil économique et social."""
    of_source, _ = found.sides
    for place in range(2, len(of_source.words)):
        one, other, noun = (word.span for word in of_source.words[place - 2 : place + 1])
        joint = pattern(of_source.language, "parts").fullmatch(of_source.text[one.end : other.start].strip())
        if joint is None or of_source.text[other.end : noun.start] != " ":
            continue
        one_link, other_link, noun_link = of_source.links[place - 2 : place + 1]
        if one_link is not None and (noun_link, other_link) == (one_link - 1, one_link + 1):
            yield noun


def _ends(side: Side, start: int, end: int) -> bool:
    """Tells whether a sentence, or a clause as long as one, ends between two places."""
    return END_AND_SPACE.search(side.text, start, end) is not None
