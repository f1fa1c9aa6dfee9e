"""Which two values of a text have changed places in its translation, where no word links are known?

A value is told by the words before and after it, up to the next value. The two have changed places if these answer
crosswise, before them or after them, and nowhere straight: where only the parts of a sentence are in another order,
the words have gone with the values. Words answer by the tables that alignment has of two languages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tmtool.alignment.tokens import TokenKind, kind_of, tokens
from tmtool.alignment.translations import translations
from tmtool.checks.evidence.values.values_in_order import are_alike, is_in_order
from tmtool.languages import language_of, pairs
from tmtool.model import Placeable, PlaceableKind, Span

_KINDS = (
    PlaceableKind.NUMBER,
    PlaceableKind.PERCENT,
    PlaceableKind.DATE,
    PlaceableKind.ORDINAL,
    PlaceableKind.REFERENCE,
    PlaceableKind.TIME,
)
_COUNTING = frozenset({PlaceableKind.NUMBER, PlaceableKind.ORDINAL})
_BASES = frozenset(("100", "1000", "10000", "100000", "1000000"))
"""What a rate is of, which each language puts where it likes: 210 deaths per 100,000 births, 每10万活产210例."""
_FAR = 50
"""Characters between two values from which on they are far from each other."""
_DATE = re.compile(r"(\d{4}|-)(-\d\d)?(-\d\d)?")
"""The value of a date: its year or -, its month, its day."""
_NO_YEAR = "-"
_REACH = 60
"""Characters before and after a value that tell what it is of."""
_TIMES = 3
"""So many times of day at least are in an order."""
_MOST = 20
"""Values of a text at most: of more it is a table."""


@dataclass(frozen=True, slots=True)
class Crossed:
    """A `Crossed` is two values of a translation that have changed places, and where the source has the first."""

    first: Placeable
    second: Placeable
    of_source: Span


def crossed_values(
    source: str,
    target: str,
    of_source: Sequence[Placeable],
    of_target: Sequence[Placeable],
    languages: tuple[str, str],
) -> Iterator[Crossed]:
    """Yields the values next to each other that have changed places, and the dates whose months have."""
    yield from _crossed_parts(of_source, of_target)
    yield from _crossed_times(of_source, of_target)
    pair = pairs.get(*languages)
    for kind in _KINDS:
        there, here = once(of_source, kind), once(of_target, kind)
        both = [value for value in there if value in here]
        if len(both) > _MOST:
            continue
        others = _but(kind, of_source), _but(kind, of_target)
        for one, other in pairwise(both):
            if (
                here[other].span >= here[one].span
                or _is_part(there[one], there[other], source, languages[0])
                or _is_part(here[other], here[one], target, languages[1])
            ):
                continue
            if not _BASES.isdisjoint((one, other)):
                continue
            places = (there[one].span, there[other].span), (here[other].span, here[one].span)
            if not are_alike(one, other):
                continue
            if _are_crossed(
                [_around(place, source, of_source, languages[0]) for place in places[0]],
                [_around(place, target, of_target, languages[1]) for place in places[1]],
                languages,
            ) or (
                pair is not None
                and not _may_have_moved(kind, one, places[0])
                and is_in_order(source, target, places, others, pair)
            ):
                yield Crossed(here[other], here[one], there[one].span)


def _but(kind: PlaceableKind, placeables: Sequence[Placeable]) -> dict[str, Placeable]:
    """Returns the values of other kinds that a text has once: a year may be a number in one, a date in the other."""
    return {value: one for other in _KINDS if other is not kind for value, one in once(placeables, other).items()}


def _may_have_moved(kind: PlaceableKind, value: str, places: tuple[Span, Span]) -> bool:
    """Tells whether two values far from each other go with what they count or number wherever a language has that, so
    that another order tells nothing: the thirtieth session, paragraph 1 above. Resolutions stay in the order of the
    years."""
    counts = kind in _COUNTING or (kind is PlaceableKind.REFERENCE and "(" not in value)
    first, second = places
    return counts and second.start - first.end > _FAR


def _is_part(one: Placeable, other: Placeable, text: str, language: str) -> bool:
    """Tells whether the second of two values is the whole of which the first is a part: six of the nine countries, of
    which other languages say, of the nine six; subprogramme 3 of programme 12."""
    joints = (language_of(language).pattern(name) for name in ("part-of", "part-in"))
    return any(joint.fullmatch(text, one.span.end, other.span.start) for joint in joints)


def _crossed_parts(of_source: Sequence[Placeable], of_target: Sequence[Placeable]) -> Iterator[Crossed]:
    """Yields two dates next to each other of which each has the year, the month or the day of the other: 4 May and
    9 February for 4 February and 9 May."""
    there, here = once(of_source, PlaceableKind.DATE), once(of_target, PlaceableKind.DATE)
    lost = [(value, found.groups("")) for value in there if value not in here and (found := _DATE.fullmatch(value))]
    for (one, first), (_, second) in pairwise(lost):
        for part in range(len(first)):
            if first[part] and second[part] and first[part] != second[part]:
                turned = _with_part(first, second, part), _with_part(second, first, part)
                if _says_year_elsewhere(first, second, turned):
                    continue
                if all(value in here and value not in there for value in turned):
                    yield Crossed(here[turned[0]], here[turned[1]], there[one].span)


def _with_part(one: Sequence[str], other: Sequence[str], part: int) -> str:
    """Returns a date with the year, the month or the day of the other."""
    return "".join((*one[:part], other[part], *one[part + 1 :]))


def _says_year_elsewhere(first: Sequence[str], second: Sequence[str], turned: tuple[str, str]) -> bool:
    """Tells whether two dates differ from these two only in which of them has the year, which is that of both: between
    March and May 2014, 2014年3月至5月."""
    return _NO_YEAR in (first[0], second[0]) and {*turned} == {
        _with_part(first, second, 0),
        _with_part(second, first, 0),
    }


def _crossed_times(of_source: Sequence[Placeable], of_target: Sequence[Placeable]) -> Iterator[Crossed]:
    """Yields the first two times of day that are in another order, where both texts have the same: they follow each
    other as the day goes."""
    there, here = once(of_source, PlaceableKind.TIME), once(of_target, PlaceableKind.TIME)
    if len(there) < _TIMES or set(there) != set(here):
        return
    for one, other in zip(there, here, strict=True):
        if one != other:
            yield Crossed(here[other], here[one], there[one].span)
            return


def once(placeables: Sequence[Placeable], kind: PlaceableKind) -> dict[str, Placeable]:
    """Returns the values of a kind that a text has once, in order."""
    some = [one for one in placeables if one.kind is kind]
    times = Counter(one.value for one in some)
    return {one.value: one for one in sorted(some, key=lambda one: one.span) if times[one.value] == 1}


_Around = tuple[frozenset[str], frozenset[str]]
"""The words before a value and after it."""


def _around(place: Span, text: str, placeables: Sequence[Placeable], language: str) -> _Around:
    start = max([place.start - _REACH, 0, *(one.span.end for one in placeables if one.span.end <= place.start)])
    end = min([place.end + _REACH, len(text), *(one.span.start for one in placeables if one.span.start >= place.end)])
    return _words(text[start : place.start], language), _words(text[place.end : end], language)


def _words(text: str, language: str) -> frozenset[str]:
    small = language_of(language).function_words
    return frozenset(word for word in tokens(text, language) if kind_of(word) is TokenKind.WORD and word not in small)


def _are_crossed(there: Sequence[_Around], here: Sequence[_Around], languages: tuple[str, str]) -> bool:
    """Tells whether what tells two values of a source apart answers to what tells their places in the translation
    apart, in the order of these places."""
    sides = [_sides(there, here, languages, side) for side in (0, 1)]
    return any(first and second for (first, second), _ in sides) and not any(any(straight) for _, straight in sides)


def _sides(
    there: Sequence[_Around], here: Sequence[_Around], languages: tuple[str, str], side: int
) -> tuple[tuple[bool, bool], tuple[bool, bool]]:
    """Returns whether the words of the first and of the second value answer to those of the same place, and whether to
    those of the other place, on one side of the values."""
    first, second = (there[place][side] - there[1 - place][side] for place in (0, 1))
    near, far = (here[place][side] - here[1 - place][side] for place in (0, 1))
    known = translations([*first, *second], [*near, *far], *languages)

    def answer(some: frozenset[str], others: frozenset[str]) -> bool:
        return any(word in others or not others.isdisjoint(known.get(word, ())) for word in some)

    return (answer(first, near), answer(second, far)), (answer(first, far), answer(second, near))
