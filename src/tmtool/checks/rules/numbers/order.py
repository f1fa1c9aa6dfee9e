"""Have two numbers changed places: 34 candidatures de 93 pays for 93 applications from 34 countries?

Each number is told by the words of content after it, which are linked with their counterparts, so that nothing is said
where the things themselves have changed places. Words after both numbers (38 producer members and 39 consumer members)
tell nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.values.around import most_of
from tmtool.checks.evidence.values.exchanged_values import crossed_values, once
from tmtool.checks.evidence.words.crossed import answer, have_swapped
from tmtool.checks.evidence.words.linked import linked
from tmtool.checks.evidence.words.marks import END_AND_SPACE
from tmtool.checks.evidence.words.sides import Side
from tmtool.languages import language_of
from tmtool.languages.alternatives import NEVER, any_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import Word
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.model.wording import say

_COUNTED = 2
"""Words at most after a number that tell what it counts."""
_NEAR = 40
"""Characters about two numbers in which it is said that something goes from one to the other."""
_NEXT, _COMPARED = 2, 100
"""Numbers after one with which it may be compared, and characters at most between the two."""
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_PARTS = re.compile(r"[.;:,()–—]")
"""Marks after which other things are counted."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where two numbers have changed places."""
    of_source, of_target = (
        once(side, PlaceableKind.NUMBER) for side in (pair.source_placeables, pair.target_placeables)
    )
    turned = (
        _turned(of_source, of_target, pair, draft)
        or _changed_back(of_source, of_target, pair, draft)
        or _compared_otherwise(of_source, of_target, pair, draft)
        or _of_votes(pair, draft)
    )
    if turned is not None:
        if not _keep_their_years(of_source, of_target, pair):
            yield turned
        return
    if not draft.knows_words:
        yield from _crossed(pair, draft)
        return
    per_cent = (
        once(pair.source_placeables, PlaceableKind.PERCENT),
        once(pair.target_placeables, PlaceableKind.PERCENT),
    )
    references = (
        once(pair.source_placeables, PlaceableKind.REFERENCE),
        once(pair.target_placeables, PlaceableKind.REFERENCE),
    )
    for sides in ((of_source, of_target), per_cent, references):
        flag = _swapped(*sides, pair, draft)
        if flag is not None and not _keep_their_years(*sides, pair):
            yield flag
            return


def _keep_their_years(of_source: dict[str, Placeable], of_target: dict[str, Placeable], pair: Pair) -> bool:
    """Tells whether each number has the same year next to it on both sides, one of several: the numbers have changed
    places with their years."""
    there, here = (_years(text) for text in (pair.source or "", pair.target))
    both = [value for value in of_source if value in of_target and not _YEAR.fullmatch(value)]
    near = [(_nearest(there, of_source[value].span), _nearest(here, of_target[value].span)) for value in both]
    return len({one for one, _ in near if one}) > 1 and all(one == other for one, other in near)


def _years(text: str) -> list[tuple[int, str]]:
    """Returns the years that a text names, each with its place."""
    return [(found.start(), found[0]) for found in _YEAR.finditer(text)]


def _nearest(years: Sequence[tuple[int, str]], span: Span) -> str:
    """Returns the year that is nearest to a place; empty where there is none."""
    after = bisect_left(years, (span.start, ""))
    return min(years[max(0, after - 1) : after + 1], key=lambda year: abs(year[0] - span.start), default=(0, ""))[1]


def _swapped(of_source: dict[str, Placeable], of_target: dict[str, Placeable], pair: Pair, draft: Draft) -> Flag | None:
    """Returns the flag for two values of a kind of which each counts what the other counts in the source."""
    both = [value for value in of_source if value in of_target]
    found = linked(pair, draft) if len(both) > 1 else None
    if found is None:
        return None
    there, here = found.sides
    counted = {
        value: (
            _counted(of_source[value], there, pair.source_placeables),
            _counted(of_target[value], here, pair.target_placeables),
        )
        for value in both
    }
    for one, other in _near_each_other(both):
        straight = (of_source[one].span < of_source[other].span) is (of_target[one].span < of_target[other].span)
        if have_swapped(counted[one], counted[other], there) or (
            not straight and one.isdigit() and other.isdigit() and _has_gone_over(counted[one], counted[other], there)
        ):
            first, second = sorted((of_target[one], of_target[other]), key=lambda number: number.span)
            return _flag(first, second, of_source, pair.target)
    return None


def _crossed(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for two values that have changed places, by the words that alignment knows of two languages."""
    sides = pair.source_placeables, pair.target_placeables
    languages = draft.source_language, draft.target_language
    for one in crossed_values(pair.source or "", pair.target, *sides, languages):
        yield Flag(
            say(
                "“{first}” and “{second}” have changed places.",
                first=one.first.span.of(pair.target),
                second=one.second.span.of(pair.target),
            ),
            target_span=one.first.span,
            source_span=one.of_source,
            level=Level.WARNING,
        )
        return


def _turned(of_source: dict[str, Placeable], of_target: dict[str, Placeable], pair: Pair, draft: Draft) -> Flag | None:
    """Returns the flag for a part that is larger than the whole, where the source has the two the other way round: 169
    des 148 for 148 of the 169."""
    joint = draft.target.pattern("part-of") if draft.target else None
    numbers = sorted(of_target.values(), key=lambda one: one.span)
    for part, whole in pairwise(numbers) if joint else ():
        if part.value not in of_source or whole.value not in of_source:
            continue
        between = pair.target[part.span.end : whole.span.start]
        straight = of_source[part.value].span < of_source[whole.value].span
        if joint and joint.fullmatch(between) and float(part.value) > float(whole.value) and not straight:
            return _flag(part, whole, of_source, pair.target)
    return None


def _compared_otherwise(
    of_source: dict[str, Placeable], of_target: dict[str, Placeable], pair: Pair, draft: Draft
) -> Flag | None:
    """Returns the flag for two numbers of which the first is compared with the second, where the source has the two
    the other way round: 32 en 2028, contre 27 for 27 in 2028, compared with 32."""
    known, text = draft.language_pair, pair.source or ""
    there, here = (once(side, PlaceableKind.PERCENT) for side in (pair.source_placeables, pair.target_placeables))
    of_source, of_target = {**there, **of_source}, {**here, **of_target}
    numbers = sorted(of_target.values(), key=lambda one: one.span)
    for place, one in enumerate(numbers) if known is not None else ():
        for other in numbers[place + 1 : place + 1 + _NEXT]:
            if known is None or one.value not in of_source or other.value not in of_source:
                continue
            first, second = of_source[other.value].span, of_source[one.value].span
            if first < second and all(
                _are_compared(text, span.end, next_one.start, language, known)
                for text, language, span, next_one in (
                    (text, known.source, first, second),
                    (pair.target, known.target, one.span, other.span),
                )
            ):
                return _flag(one, other, of_source, pair.target)
    return None


def _changed_back(
    of_source: dict[str, Placeable], of_target: dict[str, Placeable], pair: Pair, draft: Draft
) -> Flag | None:
    """Returns the flag for two numbers of which something goes from the second to the first, where the source has the
    two the other way round: de 23 à 61 for from 61 to 23."""
    known, text = draft.language_pair, pair.source or ""
    if known is None:
        return None
    there, here = (once(side, PlaceableKind.PERCENT) for side in (pair.source_placeables, pair.target_placeables))
    of_source, of_target = {**there, **of_source}, {**here, **of_target}
    numbers = sorted(of_target.values(), key=lambda one: one.span)
    for one, other in pairwise(numbers):
        if one.value not in of_source or other.value not in of_source:
            continue
        first, second = of_source[other.value].span, of_source[one.value].span
        if _goes_from(text, first, second, known.source, known) and _goes_from(
            pair.target, one.span, other.span, known.target, known
        ):
            return _flag(one, other, of_source, pair.target)
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


def _of_votes(pair: Pair, draft: Draft) -> Flag | None:
    """Returns the flag for another number of abstentions, where the two numbers are in both texts: 144 voix contre 11,
    avec 4 abstentions for 144 votes to 4, with 11 abstentions."""
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
    return _flag(first, second, {one.value: one for one in reversed(there)}, pair.target)


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


def _flag(first: Placeable, second: Placeable, of_source: dict[str, Placeable], text: str) -> Flag:
    return Flag(
        say(
            "“{first}” and “{second}” have changed places.",
            first=first.span.of(text),
            second=second.span.of(text),
        ),
        target_span=first.span,
        source_span=of_source[first.value].span,
    )


def _near_each_other(values: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yields each two of the values, of very many those that are near each other."""
    most = most_of(len(values))
    for place, one in enumerate(values):
        for other in values[place + 1 : place + 1 + most]:
            yield one, other


def _counted(number: Placeable, side: Side, placeables: Sequence[Placeable]) -> list[Word]:
    """Returns the words of content after a number, before a mark or the next of the placeables, which are in order."""
    start = end = number.span.end
    place = bisect_left(side.words, start, key=lambda word: word.span.start)
    following = bisect_left(placeables, start, key=lambda one: one.span.start)
    last = placeables[following].span.start if following < len(placeables) else len(side.text)
    counted: list[Word] = []
    for word in side.words[place : place + _COUNTED]:
        if word.span.start >= last or _PARTS.search(side.text, end, word.span.start):
            break
        counted.append(word)
        end = word.span.end
    return counted


def _has_gone_over(
    one: tuple[Sequence[Word], Sequence[Word]], other: tuple[Sequence[Word], Sequence[Word]], side: Side
) -> bool:
    """Tells whether what one number counts in the source is counted by the other in the translation, where nothing is
    counted by both and no number counts there what it does in the source."""
    (one_there, one_here), (other_there, other_here) = one, other
    if {word.stem for word in one_there} & {word.stem for word in other_there}:
        return False
    crossed = answer(one_there, other_here, side) or answer(other_there, one_here, side)
    return crossed and not answer(one_there, one_here, side) and not answer(other_there, other_here, side)


CHECK = SegmentCheck(
    name="numbers-order",
    level=Level.ERROR,
    its_type="numbers",
    requires=Needs(
        source=True,
        placeables=Sides.BOTH,
        pair="word_links.tsv",
        or_else=Needs(source=True, placeables=Sides.BOTH, two_languages=True),
    ),
    yields_to=("language-other-segment",),
    summary="Two numbers have changed places.",
    reason=(
        "All numbers are there, and each counts what the other should. Reported where the words after the two numbers "
        "answer to each other crosswise and only so. In other languages than English and French so are percentages, "
        "dates and ordinals, by the words before and after them."
    ),
    examples=(
        Example(
            source="By now 214 have been made to 121 States.",
            target="À ce jour, 121 visites ont été faites dans 214 États.",
            flagged=("121",),
        ),
        Example(
            source="In all, 93 applications from 34 countries had been received.",
            target="Au total, 34 candidatures de 93 pays avaient été reçues.",
            flagged=("34",),
        ),
        Example(
            source="In all, 93 applications from 34 countries had been received.",
            target="Au total, 34 pays avaient envoyé 93 candidatures.",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
