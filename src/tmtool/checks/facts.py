"""Which values of the source does the translation lack, and which has it that the source lacks?

The checks on numbers, dates and references share this comparison, made once a pair. It compares values
and lets through what published translations do all the time: a value written as another kind (item 3, le
troisième), a number said once instead of twice, or by a word (about 40, une quarantaine), paragraph numbers on
one side only, note calls glued to a word (facts 22, 23, 26 to 29, 56 and 57 of the fact sheet).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from tmtool.checks.draft import Draft, Pair
from tmtool.documents.labels import take_label
from tmtool.languages import tables
from tmtool.model import Placeable, PlaceableKind

_PARAGRAPH_NUMBER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\s(?=[^\W\d_])")
"""2.26 and the like, which have no full stop behind."""
_NOTE_CALL = re.compile(r"(?<=[^\W\d_]|[)\]”»\"’'.,;:])\d{1,3}(?=[\s.,;:)]|$)")
_NOUN_BEFORE = re.compile(r"[\w’'.-]+\s*$")
_DIGITS = re.compile(r"\d+")
_QUANTITIES = frozenset({PlaceableKind.NUMBER, PlaceableKind.PERCENT})
_OTHER_KIND = 2
_SAME_PLACE = 0.2
"""How far apart, as a share of the text, values of other kinds may stand to be taken for each other."""
_HALF = re.compile(r"\b(?:demie?|half)\b")


@dataclass(frozen=True, slots=True)
class Change:
    """A value of the source and the one that stands in its place.

    It is `certain` unless the source's value stands elsewhere in the target too, or one of the two is
    a small number in words and the other in figures: then the two may not belong together.
    """

    source: Placeable
    target: Placeable
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """What differs: values exchanged, values only in the source, values only in the target, by place."""

    changed: tuple[Change, ...] = ()
    lost: tuple[Placeable, ...] = ()
    gained: tuple[Placeable, ...] = ()

    def changes(self, kind: PlaceableKind) -> tuple[Change, ...]:
        """The exchanges in which the source's value is of that kind."""
        return tuple(change for change in self.changed if change.source.kind is kind)


@dataclass(frozen=True, slots=True)
class _Side:
    text: str
    placeables: tuple[Placeable, ...]


def facts(pair: Pair, draft: Draft) -> Facts:
    """What differs between the two sides of `pair`.

    Nothing if there is no source or no target, or if the values of one language cannot be read.
    """
    if not pair.source or not pair.target.strip() or draft.source is None or draft.target is None:
        return Facts()
    return _compare(pair.source, pair.source_placeables, pair.target, pair.target_placeables)


def is_year(value: str) -> bool:
    """True for a number that is more likely a year than a quantity."""
    return len(value) == 4 and value.isdigit() and "1800" <= value <= "2100"


def small(value: str) -> bool:
    """True for the numbers that come and go in translation: zero to nine."""
    return len(value) == 1


def shown(text: str, placeable: Placeable) -> str:
    """The placeable as it stands in `text`, a reference with the noun before it: "point 3 a)"."""
    start = placeable.span.start
    if placeable.kind is PlaceableKind.REFERENCE:
        noun = _NOUN_BEFORE.search(text, max(0, start - 40), start)
        start = noun.start() if noun else start
    return text[start : placeable.span.end]


@lru_cache(maxsize=4096)
def _compare(source: str, in_source: tuple[Placeable, ...], target: str, in_target: tuple[Placeable, ...]) -> Facts:
    ours, theirs = _Side(source, _in_text(source, in_source)), _Side(target, _in_text(target, in_target))
    lost, gained = _unmatched(ours.placeables, theirs.placeables)
    lost, gained = _of_other_kind(lost, gained)
    lost = [one for one in lost if not _said_otherwise(one, theirs)]
    gained = [one for one in gained if not _said_otherwise(one, ours) and not _is_among(one, ours)]
    changed = [
        Change(one, other, certain=certain and not _stands_in(one, ours, theirs))
        for one, other, certain in _exchanges(lost, gained, ours, theirs)
    ]
    lost = [one for one in lost if one not in {change.source for change in changed}]
    gained = [one for one in gained if one not in {change.target for change in changed}]
    return Facts(
        changed=tuple(sorted(changed, key=lambda change: change.target.span)),
        lost=tuple(one for one in lost if not _stands_in(one, ours, theirs)),
        gained=tuple(one for one in gained if not _stands_in(one, theirs, ours)),
    )


def _in_figures(one: Placeable, text: str) -> bool:
    return any(character.isdigit() for character in one.span.of(text))


def _in_text(text: str, placeables: Sequence[Placeable]) -> tuple[Placeable, ...]:
    """The placeables that are text: not the label that opens a segment, not a note call glued to a word."""
    start = _start(text)
    calls = {found.span() for found in _NOTE_CALL.finditer(text)}
    return tuple(
        one
        for one in placeables
        if one.span.start >= start
        and not (one.kind is PlaceableKind.NUMBER and (one.span.start, one.span.end) in calls)
    )


def _start(text: str) -> int:
    """Where the text begins behind its labels: "12. (a) The report"."""
    rest = text
    label = " "
    while label:
        label, rest = take_label(rest)
    number = _PARAGRAPH_NUMBER.match(rest)
    return len(text) - len(rest) + (number.end() if number else 0)


def _unmatched(ours: Iterable[Placeable], theirs: Sequence[Placeable]) -> tuple[list[Placeable], list[Placeable]]:
    """What is left on both sides when equal values have found each other, in the order of the text."""
    pool = Counter((one.kind, one.value) for one in theirs)
    lost = []
    for one in ours:
        if pool[one.kind, one.value]:
            pool[one.kind, one.value] -= 1
        else:
            lost.append(one)
    gained = []
    for one in reversed(theirs):
        if pool[one.kind, one.value]:
            pool[one.kind, one.value] -= 1
            gained.append(one)
    return lost, gained[::-1]


def _of_other_kind(lost: list[Placeable], gained: list[Placeable]) -> tuple[list[Placeable], list[Placeable]]:
    """What is left when values that only changed their kind, or ran together, have found each other."""
    together = run_together(lost, gained) + run_together(gained, lost)
    explained = {one for first, second, both in together for one in (first, second, both)}
    damaged = {both for _, _, both in together if both in gained}

    def left(placeables: list[Placeable], others: list[Placeable]) -> list[Placeable]:
        atoms = {atom for one in others for atom in (*_atoms(one), *_as_numbers(one))}
        joined = {"".join(_atoms(one)) for one in others}
        return [
            one
            for one in placeables
            if one not in explained
            and not atoms.issuperset(_atoms(one))
            and "".join(_atoms(one)) not in joined
            and atoms.isdisjoint(_as_numbers(one))
        ]

    return left(lost, gained), [one for one in gained if one in damaged or one in left(gained, lost)]


def run_together(
    numbers: Sequence[Placeable], others: Sequence[Placeable]
) -> list[tuple[Placeable, Placeable, Placeable]]:
    """Two neighbouring `numbers` and the one of `others` that is both without a hyphen: 2014, 2020, 20142020."""
    by_value = {one.value: one for one in others if one.kind is PlaceableKind.NUMBER}
    return [
        (first, second, by_value[first.value + second.value])
        for first, second in pairwise(numbers)
        if first.value + second.value in by_value and not small(first.value) and not small(second.value)
    ]


def _atoms(placeable: Placeable) -> tuple[str, ...]:
    """The plain values that a placeable is made of: the 3 and a of "item:3.a", the year, month and day of a date."""
    value = placeable.value
    match placeable.kind:
        case PlaceableKind.REFERENCE:
            return tuple(value.partition(":")[2].split("."))
        case PlaceableKind.DATE:
            year, month, day = _date_parts(value)
            return tuple(part for part in (year, month and f"month {month}", day.lstrip("0")) if part)
        case PlaceableKind.WEEKDAY:
            return (f"weekday {value}",)
        case _:
            return (value,)


def _as_numbers(placeable: Placeable) -> tuple[str, ...]:
    """The numbers as which a time of day may be read: 18 heures is 18 hours too, 3 h 00 is 0300."""
    if placeable.kind is not PlaceableKind.TIME:
        return ()
    hours, minutes = placeable.value.split(":")
    return (*((str(int(hours)),) if minutes == "00" else ()), str(int(hours + minutes)))


def _date_parts(value: str) -> tuple[str, str, str]:
    """Year, month and day of a date value, "" for what it does not say."""
    year, rest = ("", value[2:]) if value.startswith("--") else (value[:4], value[5:])
    month, _, day = rest.partition("-")
    return year, month, day


@cache
def _hidden_numbers() -> dict[str, tuple[str, ...]]:
    """Beginnings of words, in any language, by the value that they say."""
    found: dict[str, tuple[str, ...]] = {}
    for _, value, word in tables.rows(Path(__file__).with_suffix(".tsv")):
        found[value] = (*found.get(value, ()), word)
    return found


def _said_otherwise(one: Placeable, other: _Side) -> bool:
    """True if the other side says the same by a word, by a date without its year, or glued to a note call."""
    match one.kind:
        case PlaceableKind.DATE:
            year, *day = _date_parts(one.value)
            dates = (_date_parts(two.value) for two in other.placeables if two.kind is PlaceableKind.DATE)
            return any(other_day == day and not (year and other_year) for other_year, *other_day in dates)
        case PlaceableKind.NUMBER:
            text = other.text.lower()
            if any(word in text for word in _hidden_numbers().get(one.value, ())):
                return True
            if one.value.endswith(".5"):
                return _HALF.search(text) is not None
            return _with_note_call(one.value, other)
        case _:
            return False


def _with_note_call(value: str, other: _Side) -> bool:
    """True if the value is a year of the other side with a note call (2014-20151), or the year of such a one."""
    if is_year(value):
        return any(run.startswith(value) and 5 <= len(run) <= 6 for run in _DIGITS.findall(other.text))
    return 5 <= len(value) <= 6 and is_year(value[:4]) and any(two.value == value[:4] for two in other.placeables)


def _is_among(one: Placeable, other: _Side) -> bool:
    return any((one.kind, one.value) == (two.kind, two.value) for two in other.placeables)


def _stands_in(one: Placeable, own: _Side, other: _Side) -> bool:
    """True if the other side has the value in another role, or the very same figures or letters."""
    if _is_among(one, other):
        return True
    if one.kind is PlaceableKind.NUMBER:
        return one.value in _DIGITS.findall(other.text)
    if one.kind is PlaceableKind.REFERENCE:
        return re.search(rf"(?<!\w){re.escape(one.span.of(own.text))}(?!\w)", other.text) is not None
    return False


def _exchanges(
    lost: Sequence[Placeable], gained: Sequence[Placeable], ours: _Side, theirs: _Side
) -> list[tuple[Placeable, Placeable, bool]]:
    """Which value stands for which, and whether that is certain.

    The same kind comes first, then quantities, then what stands in about the same place: "32 février" is a
    number, no date. Among equals the most alike find each other.
    """
    candidates = []
    for one in lost:
        for other in gained:
            apart = abs(one.span.start / len(ours.text) - other.span.start / len(theirs.text))
            tier = _tier(one, other)
            if tier < _OTHER_KIND or (apart < _SAME_PLACE and not small(one.value) and not small(other.value)):
                unlike = 1 - SequenceMatcher(None, one.value, other.value, autojunk=False).ratio()
                candidates.append((tier, apart + unlike, one.span, other.span, one, other))
    candidates.sort(key=lambda candidate: candidate[:4])
    found: dict[Placeable, tuple[Placeable, bool]] = {}
    for tier, _, _, _, one, other in candidates:
        if one in found or any(other is taken for taken, _ in found.values()):
            continue
        mixed = _in_figures(one, ours.text) != _in_figures(other, theirs.text)
        found[one] = other, tier < _OTHER_KIND and not (mixed and (small(one.value) or small(other.value)))
    return [(one, other, certain) for one, (other, certain) in found.items()]


def _tier(one: Placeable, other: Placeable) -> int:
    """0 for the same kind (of references: the same noun), 1 for two quantities, 2 for anything else."""
    if one.kind is not other.kind:
        return 1 if {one.kind, other.kind} == _QUANTITIES else _OTHER_KIND
    same_noun = one.value.partition(":")[0] == other.value.partition(":")[0]
    return 0 if one.kind is not PlaceableKind.REFERENCE or same_noun else _OTHER_KIND
