"""Which two numbers have changed places, by what is said between them?

A part is larger than its whole (169 des 148), something goes from the second to the first (de 23 à 61 for from 61 to
23), the other one is compared or set aside (32 en 2028, contre 27), or the votes are those of the abstentions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.values.exchanged_values import Crossed, once
from tmtool.checks.evidence.words.marks import END_AND_SPACE
from tmtool.languages import language_of
from tmtool.languages.alternatives import NEVER, any_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Placeable, PlaceableKind, Span

_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 40
"""Characters about two numbers in which it is said that something goes from one to the other."""
_NEXT, _COMPARED = 2, 100
"""Numbers after one with which it may be compared, and characters at most between the two."""


Values = dict[str, Placeable]
"""What a text has once, by its value."""


def turned_numbers(of_source: Values, of_target: Values, pair: Pair, draft: Draft) -> Crossed | None:
    """Returns the first two numbers that have changed places; these are the numbers that each text has once."""
    shares_there, shares_here = (
        once(side, PlaceableKind.PERCENT) for side in (pair.source_placeables, pair.target_placeables)
    )
    there, here = {**shares_there, **of_source}, {**shares_here, **of_target}
    return (
        _part_and_whole(of_source, of_target, pair, draft)
        or _changed_back(there, here, pair, draft)
        or _compared_otherwise(there, here, pair, draft)
        or _of_votes(pair, draft)
    )


def _part_and_whole(of_source: Values, of_target: Values, pair: Pair, draft: Draft) -> Crossed | None:
    """Returns a part that is larger than the whole, where the source has the two the other way round: 169 des 148 for
    148 of the 169."""
    joint = draft.target.pattern("part-of") if draft.target else None
    numbers = sorted(of_target.values(), key=lambda one: one.span)
    for part, whole in pairwise(numbers) if joint else ():
        if part.value not in of_source or whole.value not in of_source:
            continue
        between = pair.target[part.span.end : whole.span.start]
        straight = of_source[part.value].span < of_source[whole.value].span
        if joint and joint.fullmatch(between) and float(part.value) > float(whole.value) and not straight:
            return Crossed(part, whole, of_source[part.value].span)
    return None


def _compared_otherwise(of_source: Values, of_target: Values, pair: Pair, draft: Draft) -> Crossed | None:
    """Returns two numbers of which the source sets the other aside: 32 en 2028, contre 27 for 27 in 2028, compared with
    32; non plus deux mais quatre for two rather than four."""
    numbers = sorted(of_target.values(), key=lambda one: one.span)
    for place, one in enumerate(numbers):
        for other in numbers[place + 1 : place + 1 + _NEXT]:
            if one.value not in of_source or other.value not in of_source or _is_year_of_one(one, other):
                continue
            there, here = values_set_aside(one.value, other.value, of_source, of_target, pair, draft)
            if there and here and there != here:
                return Crossed(one, other, of_source[one.value].span)
    return None


def _is_year_of_one(one: Placeable, other: Placeable) -> bool:
    """Tells whether one of two numbers is a year and the other none: these are not compared with each other."""
    return (_YEAR.fullmatch(one.value) is None) is not (_YEAR.fullmatch(other.value) is None)


def values_set_aside(
    one: str, other: str, of_source: Values, of_target: Values, pair: Pair, draft: Draft
) -> tuple[str | None, str | None]:
    """Returns which of two values the source sets aside for the other, and which the translation does: four in two
    rather than four, and quatre in non plus quatre mais deux."""
    known = draft.language_pair
    if known is None:
        return None, None
    return (
        _set_aside(of_source[one], of_source[other], pair.source or "", known.source, known),
        _set_aside(of_target[one], of_target[other], pair.target, known.target, known),
    )


def _set_aside(one: Placeable, other: Placeable, text: str, language: str, known: LanguagePair) -> str | None:
    """Returns the value of the number that a text sets aside for the other, None for neither."""
    first, second = sorted((one, other), key=lambda number: number.span)
    if _is_left_for(text, first.span, second.span, language, known):
        return first.value
    return second.value if _are_compared(text, first.span.end, second.span.start, language, known) else None


def _is_left_for(text: str, first: Span, second: Span, language: str, known: LanguagePair) -> bool:
    """Tells whether a text sets the first of two numbers aside for the second, or goes from one to the other."""
    return _goes_from(text, first, second, language, known) or any(
        between.fullmatch(text, first.end, second.start)
        and before.search(text, max(0, first.start - _COMPARED), first.start)
        for before, between in _setting_aside(known, language)
    )


@cache
def _setting_aside(known: LanguagePair, language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Returns the patterns of what is before the first of two numbers and between the two where it is set aside."""
    rows = known.rows("set_aside.tsv")
    return tuple((re.compile(before), re.compile(between)) for tag, before, between in rows if tag == language)


def _changed_back(of_source: Values, of_target: Values, pair: Pair, draft: Draft) -> Crossed | None:
    """Returns two numbers of which something goes from the second to the first, where the source has the two the
    other way round: de 23 à 61 for from 61 to 23, de 23 en 2027 à 61 en 2028 for from 61 in 2027 to 23 in 2028."""
    known, text = draft.language_pair, pair.source or ""
    if known is None:
        return None
    numbers = sorted(of_target.values(), key=lambda one: one.span)
    amounts = [one for one in numbers if not _YEAR.fullmatch(one.value)]
    for one, other in (*pairwise(numbers), *pairwise(amounts)):
        if one.value not in of_source or other.value not in of_source:
            continue
        first, second = of_source[other.value].span, of_source[one.value].span
        if _goes_from(text, first, second, known.source, known) and _goes_from(
            pair.target, one.span, other.span, known.target, known
        ):
            return Crossed(one, other, of_source[one.value].span)
    return None


def _goes_from(text: str, first: Span, second: Span, language: str, known: LanguagePair) -> bool:
    """Tells whether a text says that something goes from one number to another."""
    if second.start - first.end > _NEAR or second.start < first.end:
        return False
    before, between = _going(known, language)
    return (
        before.search(text, max(0, first.start - _NEAR), first.start) is not None
        and between.fullmatch(text, first.end, second.start) is not None
    )


@cache
def _going(known: LanguagePair, language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Returns the patterns of what is before the first of two numbers and between the two where something goes from
    one to the other."""
    found = [(before, between) for tag, before, between in known.rows("from_to.tsv") if tag == language]
    before, between = found[0] if found else (NEVER, NEVER)
    return re.compile(before), re.compile(between)


def _of_votes(pair: Pair, draft: Draft) -> Crossed | None:
    """Returns another number of abstentions, where the two numbers are in both texts: 144 voix contre 11, avec 4
    abstentions for 144 votes to 4, with 11 abstentions."""
    there, here = (
        [one for one in placeables if one.kind is PlaceableKind.NUMBER]
        for placeables in (pair.source_placeables, pair.target_placeables)
    )
    of_source = _abstained(there, pair.source or "", draft.source_language)
    of_target = _abstained(here, pair.target, draft.target_language)
    if of_source is None or of_target is None or of_source.value == of_target.value:
        return None
    other = next((one for one in here if one.value == of_source.value), None)
    if other is None or all(one.value != of_target.value for one in there):
        return None
    first, second = sorted((of_target, other), key=lambda number: number.span)
    return Crossed(first, second, next(one.span for one in there if one.value == first.value))


def _abstained(numbers: Sequence[Placeable], text: str, language: str) -> Placeable | None:
    """Returns the number of abstentions that a text has; None for none or several."""
    pattern = language_of(language).pattern("abstaining")
    found = [one for one in numbers if pattern.match(text, one.span.end) is not None]
    return found[0] if len(found) == 1 else None


def _are_compared(text: str, start: int, end: int, language: str, known: LanguagePair) -> bool:
    """Tells whether what is between two numbers compares one with the other."""
    return (
        end - start <= _COMPARED
        and not END_AND_SPACE.search(text, start, end)
        and (_comparison(known, language).search(text, start, end) is not None)
    )


@cache
def _comparison(known: LanguagePair, language: str) -> re.Pattern[str]:
    """Returns the pattern of the words that compare a number with the next, which matches nothing where there is
    none."""
    words = any_of(words for tag, words in known.rows("comparisons.tsv") if tag == language)
    return re.compile(rf"\b(?:{words})\b")
