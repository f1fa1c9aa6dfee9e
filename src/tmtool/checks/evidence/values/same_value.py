"""Which values say the same although they are not equal? What published translations do all the time.

A value may be written as another kind (item 3, le troisième point), with its scale or without, or be damaged in a text
dump: two years without their hyphen (facts 22 and 109 of docs/un-french.md). What a text says by words is in
``saying``.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from tmtool import languages
from tmtool.model import Placeable, PlaceableKind

DIGITS = re.compile(r"\d+")
_SEPARATORS = re.compile(r"[.()]")
_POINTED = re.compile(r"[a-z]+:[1-9]\d?\.[1-9]\d?")
"""A reference to a number of two levels."""
_SCALED = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+(?:[.,]\d{1,2})?)\s?[^\W\d_]+$")
"""A number with the word of its scale: 37 milliards, 1.5 million, 1.500 millones."""
_POINTED_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_WORD_AFTER = re.compile(r"[ \u00a0\u202f]([^\W\d_]+)")
_THOUSAND = 1000
_JOINT = 12
"""Characters between two numbers that share their scale: " and up to $"."""


_LEVELLED = {PlaceableKind.NUMBER: PlaceableKind.REFERENCE, PlaceableKind.REFERENCE: PlaceableKind.NUMBER}
"""Kinds whose values have levels, and the other kind as which they may be read: 47.1 (2), paragraphe 47.1 (2)."""


@dataclass(frozen=True, slots=True)
class Side:
    """A `Side` is a text with its language and the placeables that count."""

    text: str
    language: str
    placeables: tuple[Placeable, ...]


def is_year(value: str) -> bool:
    """Tells whether a number is more likely a year than a quantity."""
    return len(value) == 4 and value.isdigit() and "1800" <= value <= "2100"


def small(value: str) -> bool:
    """Tells whether this is one of the numbers that come and go in translation: zero to nine."""
    return len(value) == 1


def of_other_kind(
    lost: list[Placeable], gained: list[Placeable], target: str
) -> tuple[list[Placeable], list[Placeable]]:
    """Returns what is left when values that only changed their kind, or ran together, have found each other."""
    together = run_together(lost, gained) + run_together(gained, lost)
    explained = {one for first, second, both in together for one in (first, second, both)}
    of_target = set(gained)
    damaged = {both for _, _, both in together if both in of_target and both.span.of(target).isdigit()}

    def left(placeables: list[Placeable], others: list[Placeable]) -> list[Placeable]:
        atoms = {atom for one in others for atom in _atoms(one)}
        hours = {number for one in others for number in _as_numbers(one)}
        numbers = {one.value for one in others if one.kind is PlaceableKind.NUMBER}
        levels = {
            kind: {level for one in others if one.kind is other for level in _levels(one)}
            for kind, other in _LEVELLED.items()
        }
        joined = {"".join(_atoms(one)) for one in others}
        if not any("(" in one.value for one in others):  # resolution 2118, la résolution 2118 (2013)
            atoms |= {year for one in placeables if "(" in one.value for year in _atoms(one)[1:] if is_year(year)}
        known = {kind: atoms | level for kind, level in levels.items()}
        return [
            one
            for one in placeables
            if one not in explained
            and not known.get(one.kind, atoms).issuperset(_atoms(one))
            and not (one.kind is PlaceableKind.NUMBER and one.value in hours)
            and "".join(_atoms(one)) not in joined
            and numbers.isdisjoint(_as_numbers(one))
        ]

    left_gained = damaged.union(left(gained, lost))
    return left(lost, gained), [one for one in gained if one in left_gained]


def turned_round(lost: Sequence[Placeable], gained: Sequence[Placeable]) -> set[Placeable]:
    """Returns the references to the same kind of thing whose numbers with a point are each other's turned round:
    decision 9.4, la décision 4.9."""
    there, here = _pointed(lost), _pointed(gained)
    crossing = [(value, turned) for value in there if (turned := _turned(value)) in here]
    return {either for value, turned in crossing for either in (*there[value], *here[turned])}


def _pointed(placeables: Iterable[Placeable]) -> dict[str, list[Placeable]]:
    """Returns the references to a number of two levels, by value."""
    found: dict[str, list[Placeable]] = {}
    for one in placeables:
        if one.kind is PlaceableKind.REFERENCE and _POINTED.fullmatch(one.value):
            found.setdefault(one.value, []).append(one)
    return found


def _turned(value: str) -> str:
    """Returns a reference with its two levels in reverse: decision:9.4 is decision:4.9."""
    kind, _, number = value.partition(":")
    upper, _, lower = number.partition(".")
    return f"{kind}:{lower}.{upper}"


def run_together(
    numbers: Sequence[Placeable], others: Sequence[Placeable]
) -> list[tuple[Placeable, Placeable, Placeable]]:
    """Returns two neighbouring `numbers` and the one of `others` that is both without a hyphen: 2014, 2020,
    20142020."""
    by_value = {one.value: one for one in others if one.kind is PlaceableKind.NUMBER}
    return [
        (first, second, by_value[first.value + second.value])
        for first, second in pairwise(numbers)
        if first.value + second.value in by_value and not small(first.value) and not small(second.value)
    ]


def without_shared_scale(
    lost: Sequence[Placeable], gained: Sequence[Placeable], source: Side, target: Side
) -> tuple[list[Placeable], list[Placeable]]:
    """Returns what is left when numbers have found each other of which one side says the scale with another number
    only: between $18 billion and $37 billion, entre 18 et 37 milliards."""
    scaled_there, scaled_here = (
        _with_scale_of_before(numbers, side) | _with_scale_of_next(numbers, side)
        for numbers, side in ((lost, source), (gained, target))
    )
    if not scaled_there and not scaled_here:
        return list(lost), list(gained)
    plain, scaled = _by_value({two: _number(two) for two in gained}), _by_value(scaled_here)
    found: set[Placeable] = set()
    kept = []
    for one in lost:
        answers = [
            among[value]
            for among, value in (
                (plain, scaled_there.get(one)),
                (scaled, _number(one)),
                (scaled, scaled_there.get(one)),
            )
            if value is not None and value in among
        ]
        for queue in answers:
            while queue and queue[0] in found:
                queue.popleft()
        others = [queue[0] for queue in answers if queue]
        if others:
            found.add(min(others, key=lambda two: two.span))
        else:
            kept.append(one)
    return kept, [two for two in gained if two not in found]


def _by_value(values: Mapping[Placeable, Decimal | None]) -> dict[Decimal, deque[Placeable]]:
    """Returns the placeables by their values, in the order of the text."""
    found: dict[Decimal, deque[Placeable]] = {}
    for one, value in values.items():
        if value is not None:
            found.setdefault(value, deque()).append(one)
    return found


def _number(one: Placeable) -> Decimal | None:
    try:
        return Decimal(one.value) if one.kind is PlaceableKind.NUMBER else None
    except InvalidOperation:
        return None


def _with_scale_of_next(numbers: Sequence[Placeable], side: Side) -> dict[Placeable, Decimal | None]:
    """Returns the numbers of a side that take their scale from the next one, with their value."""
    found: dict[Placeable, Decimal | None] = {}
    wanted = set(numbers)
    for one, following in pairwise(side.placeables):
        number, whole = _number(one), _number(following)
        if one not in wanted or number is None or whole is None:
            continue
        between, written = side.text[one.span.end : following.span.start], following.span.of(side.text)
        scale = _SCALED.match(written)
        if scale is None or len(between) > _JOINT or any(mark in between for mark in ".;:()"):
            continue
        shown = _shown(scale[1])
        if shown and whole / shown >= _THOUSAND:
            found[one] = number * (whole / shown)
    return found


def _with_scale_of_before(numbers: Sequence[Placeable], side: Side) -> dict[Placeable, Decimal | None]:
    """Returns the numbers of a side that count nothing by themselves, with their value by the scale of the last number
    before that has one: 12 millions de dollars, puis 41, dont 28 de la Corée."""
    found: dict[Placeable, Decimal | None] = {}
    wanted = set(numbers)
    scale: Decimal | None = None
    for one in side.placeables:
        number = _number(one)
        written = _SCALED.match(one.span.of(side.text)) if number is not None else None
        shown = _shown(written[1]) if written else None
        if number is not None and shown and number / shown >= _THOUSAND:
            scale = number / shown
        elif number is not None and scale is not None and one in wanted and _counts_nothing(one, side):
            found[one] = number * scale
    return found


def _shown(figures: str) -> Decimal:
    """Returns what figures before a scale say by themselves."""
    return Decimal(figures.replace(".", "") if _POINTED_THOUSANDS.fullmatch(figures) else figures.replace(",", "."))


def _counts_nothing(one: Placeable, side: Side) -> bool:
    """Tells whether no noun that a number may count follows it."""
    following, known = _WORD_AFTER.match(side.text, one.span.end), languages.get(side.language)
    word = following[1].lower() if following else ""
    return not word or word in known.function_words or not known.word_classes.is_noun(word)


def _atoms(placeable: Placeable) -> tuple[str, ...]:
    """Returns the plain values that a placeable is made of: the 3 and a of "item:3.a", the year, month and day of a
    date."""
    value = placeable.value
    match placeable.kind:
        case PlaceableKind.REFERENCE:
            return tuple(part for part in _SEPARATORS.split(value.partition(":")[2]) if part)
        case PlaceableKind.DATE:
            year, month, day = date_parts(value)
            return tuple(part for part in (year, month and f"month {month}", day.lstrip("0")) if part)
        case PlaceableKind.WEEKDAY:
            return (f"weekday {value}",)
        case _:
            return (value,)


def month_of_day(one: Placeable) -> str:
    """Returns year and month of a date that has all three, or "" for anything else."""
    year, month, day = date_parts(one.value) if one.kind is PlaceableKind.DATE else ("", "", "")
    return f"{year}-{month}" if year and day else ""


def month_without_day(one: Placeable) -> str:
    """Returns year and month of a date that has no day, or "" for anything else."""
    year, month, day = date_parts(one.value) if one.kind is PlaceableKind.DATE else ("", "", "")
    return f"{year}-{month}" if year and not day else ""


def _as_numbers(placeable: Placeable) -> tuple[str, ...]:
    """Returns the numbers as which a time of day may be read: 18 heures is 18 hours too, 3 h 00 is 0300, 9 h 30 is
    9.30, of which the value has no last zero."""
    if placeable.kind is not PlaceableKind.TIME:
        return ()
    hours, minutes = placeable.value.split(":")
    whole = (str(int(hours)),) if minutes == "00" else ()
    return (*whole, str(int(hours + minutes)), f"{int(hours)}.{minutes}".rstrip("0").rstrip("."))


def _levels(placeable: Placeable) -> tuple[str, ...]:
    """Returns what else a number with points may be: the 47, the 1 and the 47.1 of paragraph 47.1(2)."""
    if placeable.kind is PlaceableKind.REFERENCE:
        parts = placeable.value.partition(":")[2].split(".")
        return tuple(".".join(parts[:end]) for end in range(2, len(parts) + 1))
    return tuple(placeable.value.split(".")) if placeable.kind is PlaceableKind.NUMBER else ()


def date_parts(value: str) -> tuple[str, str, str]:
    """Returns year, month and day of a date value, "" for what it does not say."""
    year, rest = ("", value[2:]) if value.startswith("--") else (value[:4], value[5:])
    month, _, day = rest.partition("-")
    return year, month, day
