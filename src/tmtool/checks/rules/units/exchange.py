"""Is a unit of time, measure or money another one than in the source? (un-french.md, section 5.)"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged, exchanges
from tmtool.checks.evidence.values.conversions import is_converted
from tmtool.checks.evidence.values.frequencies import say_the_same
from tmtool.checks.evidence.values.same_value import Side, small
from tmtool.checks.evidence.values.saying import Saying
from tmtool.languages import language_of
from tmtool.languages.pairs.concepts import Concept, named_in, that_may_begin
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.text.masks import blotted

_CONCEPTS = "units.tsv"
_NEAR = 24
"""Characters before a unit in which its number is."""
_AMOUNTS = (PlaceableKind.NUMBER, PlaceableKind.PERCENT, PlaceableKind.ORDINAL)
_TIMES = (PlaceableKind.TIME,)
_SIGN = 5
"""Characters before a number in which the sign or the code of a currency is: US$ 25, CHF 300."""
_SIGNED = re.compile(r"(?:[^\w\s]|[A-Z]{3})[ \u00a0\u202f]?$")
_DIMENSIONS = (frozenset({"length", "area", "volume"}), frozenset({"power", "energy"}))
"""Groups of which a unit becomes one of another group where a word is lost: square kilometres, kilowatt-hours."""
_GAP = re.compile(r"[\s\u00a0\u202f)\]-]*(?:\(\w+\)\s*)?")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a unit of time, measure or currency is exchanged for another of its kind."""
    found = list(exchanges(_CONCEPTS, _without_times(pair), draft))
    if found and draft.source is not None and draft.target is not None:
        there = Side(pair.source or "", draft.source.tag, pair.source_placeables)
        here = Side(pair.target, draft.target.tag, pair.target_placeables)
        if is_converted(there, here, draft.language_pair) or _is_said_by_a_word(there, here, draft):
            return
    for flag in found or _of_numbers(pair, draft):
        if say_the_same(flag.target_span, flag.source_span, pair, draft):
            continue
        counted = _counted(flag, pair, draft)
        yield flag if all(counted) else replace(flag, level=Level.INFO if any(counted) else Level.HINT)


def _is_said_by_a_word(there: Side, here: Side, draft: Draft) -> bool:
    """Tells whether one side says the number of the other's units by a word: three quarters of an hour, quarante-cinq
    minutes."""
    return any(
        one.kind is PlaceableKind.NUMBER and not small(one.value) and Saying(other, side, draft.language_pair).says(one)
        for side, other in ((there, here), (here, there))
        for one in side.placeables
        if all(one.value != two.value for two in other.placeables)
    )


def _counted(flag: Flag, pair: Pair, draft: Draft) -> list[bool]:
    """Returns for each side whether the unit is one, or comes after a number: the day after and the same hour are no
    lengths of time."""
    counted = []
    sides = (
        (pair.source or "", flag.source_span, pair.source_placeables, draft.source_language),
        (pair.target, flag.target_span, pair.target_placeables, draft.target_language),
    )
    for text, span, placeables, tag in sides:
        if span is None:
            continue
        near = text[max(0, span.start - _NEAR) : span.start]
        counted.append(
            not span.of(text).isalpha()
            or language_of(tag).pattern("of-one-unit").search(near) is not None
            or any(one.kind in _AMOUNTS and span.start - _NEAR <= one.span.end <= span.start + 1 for one in placeables)
        )
    return counted


def _without_times(pair: Pair) -> Pair:
    """Returns the pair with every time of day blotted out, so that the hours of the clock are no length of time."""
    return replace(
        pair,
        source=blotted(pair.source or "", pair.source_placeables, _TIMES),
        target=blotted(pair.target, pair.target_placeables, _TIMES),
    )


def _of_numbers(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags the units after equal numbers: four years, quatre mois."""
    known = draft.language_pair
    if known is None:
        return
    of_source: dict[tuple[str, frozenset[str]], list[tuple[Concept, Span]]] = {}
    for number, unit, span in _quantities(pair.source or "", pair.source_placeables, known, known.source):
        of_source.setdefault((number, _groups(unit)), []).append((unit, span))
    names = {key: {unit.name for unit, _ in same} for key, same in of_source.items()}
    of_target = list(_quantities(pair.target, pair.target_placeables, known, known.target))
    for number, unit, span in of_target:
        key = number, _groups(unit)
        same = of_source.get(key, [])
        if same and unit.name not in names[key]:
            here = [one.name for value, one, _ in of_target if (value, _groups(one)) == key]
            if len(here) > len(same) and names[key] <= set(here):
                continue  # two working days … two weeks: a unit of the source that does not come right after its number
            _, place = same[0]
            yield exchanged(span, pair.target, place, pair.source or "")


def _groups(unit: Concept) -> frozenset[str]:
    """Returns the groups of which a unit may stand for this one by a slip."""
    return next((groups for groups in _DIMENSIONS if unit.group in groups), frozenset({unit.group}))


def _quantities(
    text: str, placeables: Iterable[Placeable], known: LanguagePair, language: str
) -> Iterator[tuple[str, Concept, Span]]:
    """Yields value, unit and place of the unit for each number with a unit after it, or the sign or code of a currency
    right before it."""
    between = language_of(language).pattern("before-unit")
    for one in placeables:
        if one.kind is not PlaceableKind.NUMBER:
            continue
        opening = max(0, one.span.start - _SIGN)
        near, bound = text[opening : one.span.end], one.span.start - opening
        named = named_in(known, _CONCEPTS, language, near) if _SIGNED.search(near[:bound]) else {}
        for concept in chain.from_iterable(named.values()):
            for sign in concept.cues[language].all_names(near):
                if sign.start < bound and not near[sign.start].islower() and not near[sign.end : bound].strip():
                    yield one.value, concept, Span(opening + sign.start, opening + min(sign.end, bound))
        start = one.span.end
        for gap in (_GAP, between):
            passed = gap.match(text, start)
            start = passed.end() if passed else start
        rest = text[start : start + 24]  # sliced, so that a hyphen before the unit counts as a space
        following = [
            (unit.end, concept)
            for concept in that_may_begin(known, _CONCEPTS, language, rest)
            if (unit := concept.cues[language].search(rest)) is not None and unit.start == 0
        ]
        longest = max((end for end, _ in following), default=0)
        for end, concept in following:
            if end == longest:  # square kilometres are no kilometres
                yield one.value, concept, Span(start, start + end)


CHECK = SegmentCheck(
    name="units-exchange",
    level=Level.ERROR,
    its_type="mistranslation",
    requires=Needs(source=True, placeables=Sides.BOTH, pair="units.tsv"),
    summary="A unit of time, measure or currency is exchanged for another of its kind.",
    reason=(
        "Thirty days and thirty months have the same number, so that no comparison of numbers sees it. Reported where "
        "the same number has another unit, or the source names one unit and the translation another of the same kind."
    ),
    examples=(
        Example(source="within 30 days", target="dans un délai de 30 mois", flagged=("mois",)),
        Example(source="three times a day", target="trois fois par mois", flagged=("mois",)),
        Example(source="within 30 days", target="dans un délai de 30 jours"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
