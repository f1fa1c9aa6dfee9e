"""Which two numbers have changed places, by what is said between them?

A part is larger than its whole (169 des 148), something goes from the second to the first (de 23 à 61 for from 61 to
23), the other one is compared or set aside (32 en 2028, contre 27), the votes are those of the abstentions, or nothing
but a conjunction is between the two (contre quatre et quatorze for as against fourteen and four).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.values.exchanged_values import Crossed, once
from tmtool.checks.evidence.values.respective_values import turned_things
from tmtool.checks.evidence.words.marks import END_AND_SPACE
from tmtool.languages import language_of
from tmtool.languages.alternatives import NEVER, any_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Placeable, PlaceableKind, Span

_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 40
"""Characters about two numbers in which it is said that something goes from one to the other."""
_WHOLE = 20
"""Characters before a number that say whether another one is a part of it."""
_SCALED = re.compile(r"([0-9]{1,3}(?:[.,][0-9]+)?)[\s\u00a0\u202f][^\W\d]+$")
_SCALES = (10**3, 10**6, 10**9, 10**12)
_UNSCALED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?")
"""A figure that has the scale of the next one: 12.75 and 3.1 million."""
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
        or joined_otherwise(there, here, pair, draft)
    )


def _part_and_whole(of_source: Values, of_target: Values, pair: Pair, draft: Draft) -> Crossed | None:
    """Returns a part that is larger than the whole, where the source has the two the other way round (169 des 148 for
    148 of the 169) or says that it is the whole: trente sur 12 for of 30, 12."""
    joint = draft.target.pattern("part-of") if draft.target else None
    numbers = sorted(of_target.values(), key=lambda one: one.span)
    for part, whole in pairwise(numbers) if joint else ():
        if part.value not in of_source or whole.value not in of_source:
            continue
        between = pair.target[part.span.end : whole.span.start]
        straight = of_source[part.value].span < of_source[whole.value].span
        is_turned = not straight or _is_a_whole(of_source[part.value], pair, draft)
        if joint and joint.fullmatch(between) and float(part.value) > float(whole.value) and is_turned:
            return Crossed(part, whole, of_source[part.value].span)
    return None


def _is_a_whole(number: Placeable, pair: Pair, draft: Draft) -> bool:
    """Tells whether a number of the source is that of which another one is a part."""
    before = draft.source.pattern("before-a-whole") if draft.source else None
    start = number.span.start
    return before is not None and before.search(pair.source or "", max(0, start - _WHOLE), start) is not None


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


def joined_otherwise(of_source: Values, of_target: Values, pair: Pair, draft: Draft) -> Crossed | None:
    """Returns two values that follow each other without words of their own in both texts, in the other order: contre
    quatre et quatorze for as against fourteen and four. Where the things that they belong to, or other values, are in
    another order, too, nothing is wrong."""
    known, text = draft.language_pair, pair.source or ""
    if known is None:
        return None
    there, here = (_joint(known, language) for language in (known.source, known.target))
    of_source = _with_shared_scales(of_source, text, there)
    of_target = _with_shared_scales(of_target, pair.target, here)
    values = sorted(of_target.values(), key=lambda value: value.span)
    for one, other in pairwise(values):
        if one.value not in of_source or other.value not in of_source:
            continue
        second, first = of_source[one.value].span, of_source[other.value].span
        if (
            first < second
            and there.fullmatch(text, first.end, second.start)
            and here.fullmatch(pair.target, one.span.end, other.span.start)
            and _are_in_order([value for value in values if value not in (one, other)], of_source)
            and not any(turned_things(pair, draft, Span(first.start, second.end)))
        ):
            return Crossed(one, other, second)
    return None


def _with_shared_scales(values: Values, text: str, joint: re.Pattern[str]) -> Values:
    """Returns values with those that share the scale of the next one: 4.2 in 4.2 and 3.1 million is 4,200,000."""
    scaled = dict(values)
    for one, other in pairwise(sorted(values.values(), key=lambda value: value.span)):
        figure = _SCALED.match(other.span.of(text))
        if figure is None or not (_UNSCALED.fullmatch(one.value) and other.value.isdigit()):
            continue
        written = float(figure[1].replace(",", "."))
        scale = round(float(other.value) / written) if written else 0
        if (
            scale in _SCALES
            and one.span.of(text)[-1:].isdigit()
            and joint.fullmatch(text, one.span.end, other.span.start)
        ):
            del scaled[one.value]
            value = f"{round(float(one.value) * scale)}"
            scaled[value] = replace(one, value=value)
    return scaled


def _are_in_order(values: Sequence[Placeable], of_source: Values) -> bool:
    """Tells whether those of the values of a translation that the source has, too, are in its order."""
    places = [of_source[value.value].span for value in values if value.value in of_source]
    return all(one < other for one, other in pairwise(places))


@cache
def _joint(known: LanguagePair, language: str) -> re.Pattern[str]:
    """Returns the pattern of all that is between two values without words of their own, which matches nothing where
    there is none."""
    return re.compile(any_of(joint for tag, joint in known.rows("joined_values.tsv") if tag == language))


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
