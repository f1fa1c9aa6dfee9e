"""Which stretch of one text has nothing on the other side, and how surely was it left out?

Words of content find their counterparts (word_links.py); what has none in a row, and parts between marks or
conjunctions that mostly do, are candidates. French rewords all the time, so no single sign tells. The signs
(left_out_signs.py) are added up as a logistic regression does, with the coefficients of the pair's ``left_out.tsv``:
benchmarks/learn_left_out.py sets them on published pairs and on the same pairs with something left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tmtool.checks.evidence.left_out_signs import Signs, separators
from tmtool.checks.evidence.sides import Side, runs
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_ENOUGH_WORDS = 2.0
"""What the words of an element of a list must tell together if it is to be missed for itself."""
_ROOM = 2.0
"""What the words that stand alone in its place must tell together to stand for it."""
_SHOWN = 80
"""Characters of a stretch that a message quotes."""
_MOSTLY, _PARTS = 0.6, 3
"""The share of a part that must have no counterpart, and how many parts in a row are taken together."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A `Missing` is a stretch without counterpart, and how surely it was left out: the logarithm of the odds, on the
    scale of the table."""

    span: Span
    odds: float


def omitted(both: tuple[Side, Side]) -> Missing | None:
    """Returns the stretch of the source that is most surely missing from the target, None if every word has a
    counterpart."""
    return _surest(both[0], both[1], "omission")


def added(both: tuple[Side, Side]) -> Missing | None:
    """Returns the stretch of the target to which most surely nothing in the source answers."""
    return _surest(both[1], both[0], "addition")


def left_element(both: tuple[Side, Side]) -> Span | None:
    """Returns an element of a list in the source without counterpart, for which the target has no room."""
    side, other = both
    if not side.words:
        return None
    of = Signs(side, other)
    for start, end in _candidates(side):
        if of.is_longer or not all(side.strictly_alone[start:end]) or sum(side.counts[start:end]) < _ENOUGH_WORDS:
            continue
        if of.bounds(start, end) == 2 and (_closes_up(of, start, end) or _has_no_room(of, start, end)):
            return Span(side.words[start].span.start, side.words[end - 1].span.end)
    return None


def _closes_up(of: Signs, start: int, end: int) -> bool:
    """Tells whether the neighbours of an element are neighbours in the other text, without the mark between."""
    before, after = of.side.neighbours(start, end, len(of.other.words))
    neighbours = of.side.links[max(0, start - 1) : start] + of.side.links[end : end + 1]
    return after - before == 1 and None not in neighbours and of.fewer(start, end, before, after) > 0


def _has_no_room(of: Signs, start: int, end: int) -> bool:
    """Tells whether hardly a word is without counterpart about the place of an element, and a mark is missing."""
    signs = of.stretch(start, end)
    return signs["fewer"] > 0 and signs["separators"] > 0 and signs["free within"] == 0 and signs["free there"] < _ROOM


def _surest(side: Side, other: Side, kind: str) -> Missing | None:
    found = None
    coefficients = _coefficients(side.pair, kind)
    for (start, end), values in signs(side, other) if coefficients else ():
        odds = _odds(values, coefficients)
        if found is None or odds > found.odds:
            found = Missing(Span(side.words[start].span.start, side.words[end - 1].span.end), odds)
    return found


def shown(text: str) -> str:
    """Returns a stretch as messages quote it."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3].rstrip()}…"


def signs(side: Side, other: Side) -> Iterator[tuple[tuple[int, int], Mapping[str, float]]]:
    """Yields the candidates of a text, from word to word, with their signs by name: what the coefficients are learnt
    from."""
    if side.words:
        of = Signs(side, other)
        for start, end in _candidates(side):
            yield (start, end), of.stretch(start, end)


def _candidates(side: Side) -> Iterator[tuple[int, int]]:
    """Yields runs of words that could have no counterpart, and runs and parts between separators that have none."""
    seen = set()
    flags = [link is None for link in side.links]
    for candidate in (*runs(side.strictly_alone), *runs(flags), *_parts_alone(side, flags)):
        if candidate not in seen:
            seen.add(candidate)
            yield candidate


def _parts_alone(side: Side, flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yields parts between separators, and a few in a row, of which most words have no counterpart."""
    parts = list(_parts(side))
    for place, (start, _) in enumerate(parts):
        for _, end in parts[place : place + _PARTS]:
            lone = sum(flags[start:end])
            if lone >= _MOSTLY * (end - start) and (lone > 1 or lone == end - start):
                yield start, end


def _parts(side: Side) -> Iterator[tuple[int, int]]:
    """Yields the parts between separators, from word to word."""
    start = 0
    for cut in (*(mark.start() for mark in separators(side.language).finditer(side.text)), len(side.text)):
        end = start
        while end < len(side.words) and side.words[end].span.start < cut:
            end += 1
        if end > start:
            yield start, end
        start = end


@cache
def _coefficients(pair: LanguagePair, kind: str) -> Mapping[str, float]:
    """Returns the coefficients by sign; there are none for a pair of which they have not been learnt."""
    return {sign: float(coefficient) for of, sign, coefficient in pair.rows("left_out.tsv") if of == kind}


def _odds(values: Mapping[str, float], coefficients: Mapping[str, float]) -> float:
    return sum(coefficient * values.get(sign, 1.0) for sign, coefficient in coefficients.items())
