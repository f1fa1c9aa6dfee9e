"""Which values say the same although they are not equal? What published translations do all the time.

A value may be written as another kind (item 3, le troisième point), by a word (about 40, une quarantaine),
without its year, or be damaged in a text dump: two years without their hyphen, a year with a note call (facts 22,
23, 43, 57 and 109 of docs/un-french.md). Words that say a number are in the ``hidden_numbers.tsv`` of each language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from itertools import pairwise
from unicodedata import combining, normalize

from tmtool import languages
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Placeable, PlaceableKind

DIGITS = re.compile(r"\d+")
_SEPARATORS = re.compile(r"[.()]")
_SHORT = 2
_SHORT_SPAN = re.compile(r"(?<!\d)(?:1[89]|20)\d\d[-–/‑](\d\d)(?!\d)")
_LONG_SPAN = re.compile(r"(?<!\d)(?:1[89]|20)\d\d\s?[-–/‑]\s?((?:1[89]|20)\d\d)(?!\d)")
_HALF = ".5"
_SCALED = re.compile(r"(\d+(?:[.,]\d{1,2})?)\s?[^\W\d_]+$")
"""A number with the word of its scale: 37 milliards, 1.5 million."""
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
    damaged = {both for _, _, both in together if both in gained and both.span.of(target).isdigit()}

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
        return [
            one
            for one in placeables
            if one not in explained
            and not (atoms | levels.get(one.kind, set())).issuperset(_atoms(one))
            and not (one.kind is PlaceableKind.NUMBER and one.value in hours)
            and "".join(_atoms(one)) not in joined
            and numbers.isdisjoint(_as_numbers(one))
        ]

    left_gained = left(gained, lost)
    return left(lost, gained), [one for one in gained if one in damaged or one in left_gained]


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
    """Returns what is left when numbers have found each other of which one side says the scale with the next number
    only: between $18 billion and $37 billion, entre 18 et 37 milliards."""
    left = list(gained)
    kept = []
    for one in lost:
        other = next((two for two in left if _shares_scale(one, source, two) or _shares_scale(two, target, one)), None)
        if other is None:
            kept.append(one)
        else:
            left.remove(other)
    return kept, left


def _shares_scale(one: Placeable, side: Side, other: Placeable) -> bool:
    """Tells whether a number of a side takes its scale from the next one, and is the other number with it."""
    if one.kind is not PlaceableKind.NUMBER or other.kind is not PlaceableKind.NUMBER:
        return False
    following = next((two for two in side.placeables if two.span.start >= one.span.end), None)
    if following is None or following.kind is not PlaceableKind.NUMBER:
        return False
    between, written = side.text[one.span.end : following.span.start], following.span.of(side.text)
    scale = _SCALED.match(written)
    if scale is None or len(between) > _JOINT or any(mark in between for mark in ".;:()"):
        return False
    try:
        factor = Decimal(following.value) / Decimal(scale[1].replace(",", "."))
        return factor >= _THOUSAND and Decimal(one.value) * factor == Decimal(other.value)
    except InvalidOperation:
        return False


def _atoms(placeable: Placeable) -> tuple[str, ...]:
    """Returns the plain values that a placeable is made of: the 3 and a of "item:3.a", the year, month and day of a
    date."""
    value = placeable.value
    match placeable.kind:
        case PlaceableKind.REFERENCE:
            return tuple(part for part in _SEPARATORS.split(value.partition(":")[2]) if part)
        case PlaceableKind.DATE:
            year, month, day = _date_parts(value)
            return tuple(part for part in (year, month and f"month {month}", day.lstrip("0")) if part)
        case PlaceableKind.WEEKDAY:
            return (f"weekday {value}",)
        case _:
            return (value,)


def day_added(one: Placeable, other: Placeable) -> bool:
    """Tells whether `other` is the date `one` with the day that this one lacks."""
    if one.kind is not PlaceableKind.DATE or other.kind is not PlaceableKind.DATE:
        return False
    (year, month, day), (other_year, other_month, other_day) = _date_parts(one.value), _date_parts(other.value)
    return bool(year) and (year, month) == (other_year, other_month) and not day and bool(other_day)


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


def _date_parts(value: str) -> tuple[str, str, str]:
    """Returns year, month and day of a date value, "" for what it does not say."""
    year, rest = ("", value[2:]) if value.startswith("--") else (value[:4], value[5:])
    month, _, day = rest.partition("-")
    return year, month, day


@cache
def _hidden_numbers(language: str) -> Mapping[str, re.Pattern[str]]:
    """Returns patterns for words that say a number without naming it, by the value that they say."""
    found: dict[str, list[str]] = {}
    for value, word in languages.get(language).rows("hidden_numbers.tsv"):
        found.setdefault(value, []).append(word)
    return {value: re.compile("|".join(words)) for value, words in found.items()}


@lru_cache(maxsize=64)  # many numbers of a text may be asked for
def _is_said(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text.lower()) is not None


def said_otherwise(one: Placeable, other: Side, pair: LanguagePair | None) -> bool:
    """Tells whether the other side says the same by a word, a date without its year, the symbol of its language, or
    glued to a note call."""
    match one.kind:
        case PlaceableKind.DATE:
            year, month, day = _date_parts(one.value)
            dates = [_date_parts(two.value) for two in other.placeables if two.kind is PlaceableKind.DATE]
            return any(
                (other_month, other_day) == (month, day) and not (year and other_year)
                for other_year, other_month, other_day in dates
            )
        case PlaceableKind.SYMBOL:
            plain = re.escape(_without_accents(one.value))  # EX/Decision.5, EX/Décision.5
            if re.search(rf"(?<!\w){plain}(?![\w-])", _without_accents(other.text)):
                return True
            if _is_decision(one.value, other.text):
                return True
            symbols = (two.value for two in other.placeables if two.kind is PlaceableKind.SYMBOL)
            return any(_is_twin(one.value, symbol, pair) for symbol in symbols)
        case PlaceableKind.NUMBER:
            hidden = _hidden_numbers(other.language)
            said = hidden.get(one.value)
            if said and _is_said(said, other.text):
                return True
            if _ends_span_of_years(one, other) or _is_in_symbol(one, other):
                return True
            if one.value.endswith(_HALF):
                return _HALF in hidden and _is_said(hidden[_HALF], other.text)
            return _with_note_call(one.value, other)
        case _:
            return False


def _is_decision(symbol: str, text: str) -> bool:
    """Tells whether a text has a symbol with the word for what it is in it: EX/9, EX/Decision 9."""
    series, _, number = symbol.rpartition("/")
    return bool(series) and re.search(rf"{re.escape(series)}/[A-Z]\w+\.?\s{re.escape(number)}(?!\w)", text) is not None


def _is_in_symbol(one: Placeable, other: Side) -> bool:
    """Tells whether a symbol of the other side ends with the number: Decision 3.3, EX/3.3."""
    return any(two.kind is PlaceableKind.SYMBOL and two.value.endswith(f"/{one.value}") for two in other.placeables)


@cache
def _twins(pair: LanguagePair) -> frozenset[tuple[str, str]]:
    """Returns beginnings of symbols in one language and the other, both ways round."""
    pairs = [(first, second) for first, second in pair.rows("same_symbol.tsv")]
    return frozenset((*pairs, *((there, here) for here, there in pairs)))


def _is_twin(one: str, other: str, pair: LanguagePair | None) -> bool:
    """Tells whether a symbol is that of the other language: SOR/96-252, DORS/96-252."""
    twins = _twins(pair) if pair else ()
    return any(one.startswith(here) and other == there + one[len(here) :] for here, there in twins)


def _without_accents(text: str) -> str:
    """Returns a text as it is without accents."""
    return "".join(one for one in normalize("NFD", text) if not combining(one))


def _ends_span_of_years(one: Placeable, other: Side) -> bool:
    """Tells whether the other side has the year of which this is the short form, or that of this year, at the end of a
    span: 1950-53, 1950-1953."""
    if is_year(one.value):
        return any(run == one.value[2:] for run in _SHORT_SPAN.findall(other.text))
    return len(one.value) == _SHORT and any(run[-2:] == one.value for run in _LONG_SPAN.findall(other.text))


def _with_note_call(value: str, other: Side) -> bool:
    """Tells whether the value is a year of the other side with a note call (2014-20151), or the year of such a one."""
    if is_year(value):
        return any(run.startswith(value) and 5 <= len(run) <= 6 for run in DIGITS.findall(other.text))
    years = {two.value[:4] for two in other.placeables if two.value == value[:4] or two.kind is PlaceableKind.DATE}
    return 5 <= len(value) <= 6 and is_year(value[:4]) and value[:4] in years
