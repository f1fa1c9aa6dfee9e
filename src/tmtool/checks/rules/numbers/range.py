"""Have the ends of a range changed places: du 23 au 20 novembre, 24 à 18 mois, articles 5 à 3?

With a source each range is compared with the same two ends there; alone, only what must rise is reported: days,
years, paragraphs and the like. How ends are joined is in ``ranges.tsv`` of the languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from tmtool import languages
from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.languages.alternatives import any_of
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.model.wording import say

_QUANTITIES = frozenset({PlaceableKind.NUMBER, PlaceableKind.PERCENT})
_REACH = 40
"""Characters between the ends of a range at most."""
_YEARS = range(1900, 2100)
_EVENING, _MORNING = "16:00", "10:00"
"""When a night may begin at the earliest, and end at the latest: de 18 heures à 8 heures."""
_CODE = re.compile(r"(?<![\w./-])(?:[A-Z]{1,3}[-‑–]?\d{1,4}[A-Za-z]?|\d{1,3}[A-Z])(?![\w/]|[.-]\w)")
"""A grade, a class or the like, which is copied: P-5, D-1, B2, 3A."""
_LETTERED = re.compile(r"\d+\.[a-z]")
"""A number with a letter after it, as the value of a reference: 40 (b)."""
_HYPHENS = re.compile("[‑–]")
_MOST_CODES = 40
"""Codes of a text that are looked at."""


@dataclass(frozen=True, slots=True)
class _Range:
    """A `_Range` is two values with a joint of ranges between them. `dashed` tells whether the joint is
    a dash."""

    first: Placeable
    last: Placeable
    dashed: bool

    @property
    def ends(self) -> tuple[str, str]:
        """Returns the two values, of references without their nouns, which differ by right."""
        return _bare(self.first), _bare(self.last)

    @property
    def span(self) -> Span:
        """Returns the place of the whole."""
        return Span(self.first.span.start, self.last.span.end)


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each range of a pair whose ends have changed places."""
    assert draft.target is not None
    here = list(_ranges(pair.target, pair.target_placeables, draft.target.tag))
    source, of_source = (pair.source or "", pair.source_placeables) if draft.source else ("", ())
    there = list(_ranges(source, of_source, draft.source.tag)) if draft.source and source else []
    yield from _parted(there, here, pair, draft.target.tag)
    yield from _filled(there, here, pair, draft)
    known = {one.ends: one.span for one in there}
    yield from _of_codes(pair, draft)
    in_a_row = _in_a_row(of_source)
    if draft.source and in_a_row:
        before = _pattern(draft.source.tag, "before")
        in_a_row = {ends: span for ends, span in in_a_row.items() if not before.search(span.of(source))}
    for one in here:
        if one.ends in known:
            continue
        span = known.get(one.ends[::-1])
        falls = _falls(one)
        if span is None and falls and one.ends not in in_a_row:
            span = in_a_row.get(one.ends[::-1])
        if span is not None:
            yield exchanged(one.span, pair.target, span, source)
        elif falls and one.ends not in in_a_row and _must_rise(one) and one.span.of(pair.target) not in source:
            yield Flag(
                say("“{range}” goes backwards.", range=one.span.of(pair.target)),
                target_span=one.span,
                level=Level.WARNING,
            )


def _of_codes(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the ranges of grades or other codes that are the other way round in the source: de D-1 à P-5 for from P-5
    to D-1."""
    if draft.source is None or draft.target is None or not pair.source:
        return
    there = _joined_codes(pair.source, draft.source.tag)
    here = _joined_codes(pair.target, draft.target.tag) if there else {}
    for ends, span in here.items():
        turned = there.get(ends[::-1])
        if turned is not None and ends not in there and ends[::-1] not in here:
            yield exchanged(span, pair.target, turned, pair.source)


def _joined_codes(text: str, language: str) -> dict[tuple[str, str], Span]:
    """Returns the ranges of a text whose ends are codes, with hyphens as they are typed, and where they are."""
    codes = [Span(*found.span()) for found in _CODE.finditer(text)][:_MOST_CODES]
    found = {}
    for first, last in pairwise(codes):
        if last.start - first.end <= _REACH and _pattern(language, "joint").fullmatch(text, first.end, last.start):
            one, other = (_HYPHENS.sub("-", span.of(text)) for span in (first, last))
            if one != other:
                found[one, other] = Span(first.start, last.end)
    return found


def _parted(there: Sequence[_Range], here: Sequence[_Range], pair: Pair, language: str) -> Iterator[Flag]:
    """Yields the two ends of a range of the source that are joined by "and" here, which leaves out what is between:
    points 10 et 12 for items 10 to 12."""
    ranges = {one.ends for one in here}
    wanted = {one.ends: one for one in there if one.ends not in ranges and _is_wide(one)}
    for first, last in pairwise(pair.target_placeables if wanted else ()):
        of_source = wanted.get((_bare(first), _bare(last)))
        if of_source is None or first.kind is not of_source.first.kind:
            continue
        if _pattern(language, "and").fullmatch(pair.target, first.span.end, last.span.start):
            span = Span(first.span.start, last.span.end)
            yield exchanged(span, pair.target, of_source.span, pair.source or "")


def _filled(there: Sequence[_Range], here: Sequence[_Range], pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the ranges here that are two numbers alone in the source, which adds what is between: points 5 à 7 for
    items 5 and 7."""
    ranges = {one.ends for one in there}
    gained = {one.ends: one for one in here if one.ends not in ranges and not one.dashed and _is_wide(one)}
    for first, last in pairwise(pair.source_placeables if gained and draft.source else ()):
        of_target = gained.get((_bare(first), _bare(last)))
        if of_target is None or first.kind is not of_target.first.kind or draft.source is None:
            continue
        if draft.target and _pattern(draft.target.tag, "and").fullmatch(
            pair.target, of_target.first.span.end, of_target.last.span.start
        ):
            continue  # le lien entre les articles 5 et 7
        if _pattern(draft.source.tag, "before-and").search(pair.source or "", 0, first.span.start):
            continue  # between $18 billion and $37 billion
        if _pattern(draft.source.tag, "and").fullmatch(pair.source or "", first.span.end, last.span.start):
            span = Span(first.span.start, last.span.end)
            yield exchanged(of_target.span, pair.target, span, pair.source or "")


def _is_wide(one: _Range) -> bool:
    """Tells whether something is between the ends of a range that are numbers."""
    (head, _, letter), (other_head, _, other_letter) = (value.rpartition(".") for value in one.ends)
    if head == other_head and len(letter) == len(other_letter) == 1 and (letter + other_letter).isalpha():
        return ord(other_letter) - ord(letter) > 1  # 40 (b) to (d)
    first, last = _size(one.first), _size(one.last)
    return isinstance(first, float) and isinstance(last, float) and last - first > 1


@cache
def _pattern(language: str, kind: str) -> re.Pattern[str]:
    """Returns what the language's table has of a kind; what matches nothing where it has none."""
    rows = languages.get(language).rows("ranges.tsv")
    return re.compile(any_of(pattern for of, pattern in rows if of == kind), re.IGNORECASE)


def _ranges(text: str, placeables: Sequence[Placeable], language: str) -> Iterator[_Range]:
    """Yields the ranges of a text whose ends can be compared."""
    for first, last in pairwise(placeables):
        start, end = first.span.end, last.span.start
        if end - start > _REACH or not _are_of_a_kind(first, last) or first.value == last.value:
            continue
        if text[first.span.start : start].isupper() and text[end : last.span.end].isdigit():  # chapter II-1
            continue
        if text.endswith("/", 0, first.span.start) or text.startswith("/", last.span.end):
            continue  # the 2024/25 and 2026/27 seasons
        if _are_two_counts(text, first.span, language):
            continue
        joint = _pattern(language, "joint").fullmatch(text, start, end)
        if joint is None:
            opening = _pattern(language, "between").search(text, max(0, first.span.start - _REACH), first.span.start)
            joint = _pattern(language, "and").fullmatch(text, start, end) if opening else None
        if joint is not None and _rises(first, last) is not None:
            yield _Range(first, last, not any(map(str.isalpha, joint.group())))


def _are_two_counts(text: str, first: Span, language: str) -> bool:
    """Tells whether a number counts what a pronoun before it takes up, or one thing, and the next number another thing:
    il a fallu 72 heures à 29 États, il en a été reçu 18 au 15 mai."""
    taken_up = _pattern(language, "taken up").search(text, max(0, first.start - _REACH), first.start)
    return taken_up is not None or _pattern(language, "two things").match(text, first.end) is not None


def _are_of_a_kind(first: Placeable, last: Placeable) -> bool:
    if first.kind is PlaceableKind.REFERENCE:
        return first.kind is last.kind and first.value.partition(":")[0] == last.value.partition(":")[0]
    return first.kind is last.kind or {first.kind, last.kind} == _QUANTITIES


def _rises(first: Placeable, last: Placeable) -> bool | None:
    """Tells whether the second value is the greater; None where the two cannot be compared."""
    one, other = _size(first), _size(last)
    if isinstance(one, float) and isinstance(other, float):
        return one < other
    return one < other if isinstance(one, str) and isinstance(other, str) else None


def _bare(one: Placeable) -> str:
    """Returns a value, of a reference without its noun: paragraphs (a) to (c), alinéas a) à c)."""
    return one.value.partition(":")[2] if one.kind is PlaceableKind.REFERENCE else one.value


def _size(one: Placeable) -> float | str | None:
    """Returns what a value is compared by: a number, or for dates and hours their ISO form."""
    if one.kind in (PlaceableKind.DATE, PlaceableKind.TIME):
        return one.value
    value = _bare(one)
    if one.kind not in (*_QUANTITIES, PlaceableKind.ORDINAL, PlaceableKind.REFERENCE):
        return None
    if one.kind is PlaceableKind.REFERENCE and _LETTERED.fullmatch(value):
        return value
    if len(value) == 1 and value.isalpha():
        return float(ord(value))
    try:
        return float(value)
    except ValueError:
        return None


def _falls(one: _Range) -> bool:
    (whole, point, part), (other_whole, _, other_part) = (value.partition(".") for value in one.ends)
    if point and whole == other_whole and part.isdigit() and other_part.isdigit() and int(part) < int(other_part):
        return False  # articles 15.7 à 15.11, which are levels
    return _rises(one.first, one.last) is False


def _must_rise(one: _Range) -> bool:
    """Tells whether a range can only be meant upwards: days, years, pages, which do not shrink, hours but for a
    night's."""
    if one.first.kind is PlaceableKind.TIME:
        return one.first.value < _EVENING or one.last.value > _MORNING
    if one.first.kind is PlaceableKind.NUMBER:
        return one.dashed and all(value.isdigit() and int(value) in _YEARS for value in one.ends)
    if one.first.kind is PlaceableKind.DATE:
        # Without its year, January may well follow December, and one year for both is that of the last.
        without_year = [value.startswith("--") for value in one.ends]
        same_month = one.first.value[:-2] == one.last.value[:-2]
        return not any(without_year) or (all(without_year) and same_month)
    return one.first.kind is PlaceableKind.REFERENCE


def _in_a_row(placeables: Sequence[Placeable]) -> dict[tuple[str, str], Span]:
    """Returns the values of each two neighbours, with the place of both."""
    return {
        (_bare(first), _bare(last)): Span(first.span.start, last.span.end)
        for first, last in pairwise(placeables)
        if last.span.start - first.span.end <= _REACH
    }


CHECK = SegmentCheck(
    name="numbers-range",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(placeables=Sides.TARGET),
    yields_to=("language-other-segment",),
    summary="The ends of a range have changed places.",
    reason=(
        "All numbers are there and the range is empty or says the reverse: du 23 au 20 novembre, 24 à 18 mois. With "
        "a source the two ends are compared with the same ends there, so that a fall from 24 to 18 may stay one; "
        "without it, and where the source has other ends, only what cannot fall is reported, as a warning: days, years "
        "joined by a hyphen, paragraphs, articles."
    ),
    examples=(
        Example(target="du 23 au 20 novembre", flagged=("23 au 20 novembre",)),
        Example(source="It fell from 24 to 18 months.", target="Il est passé de 18 à 24 mois.", flagged=("18 à 24",)),
        Example(source="It fell from 24 to 18 months.", target="Il est passé de 24 à 18 mois."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
