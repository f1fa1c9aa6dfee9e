"""Is a date of the source another one in the translation, or nowhere? (docs/un-french.md, section 4.)"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.values.bounded_days import are_next_to_each_other
from tmtool.checks.evidence.values.facts import Change, facts
from tmtool.checks.evidence.values.flags import exchanged, gained, lost, told_once
from tmtool.languages.language import Language
from tmtool.model import Level, Placeable, PlaceableKind
from tmtool.model.wording import say

_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.)* (?:[A-Z]['’])?[A-Z][^\W\d_]+")
"""A first name with the name after it."""
_LONGEST_JOINT = len(" au mercredi ")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a date differs from the source, is missing, or has no counterpart there."""
    if pair.source and pair.source.strip() == pair.target.strip():  # left as it is, which is no other date
        return
    found = facts(pair, draft)
    changes = found.changes(PlaceableKind.DATE)
    differ = []
    for place, change in enumerate(changes):
        if any(_told_by(change, following, pair.target) for following in changes[place + 1 : place + 2]):
            continue
        if not are_next_to_each_other(
            change, pair.source or "", pair.target, draft.source_language, draft.target_language
        ):
            differ.append(exchanged(pair, change))
    yield from told_once(differ)
    assert draft.source is not None and draft.target is not None
    if not draft.target.pattern("same-date").search(pair.target):
        missing = [
            one
            for one in found.lost
            if one.kind is PlaceableKind.DATE
            and not _is_told(one, pair.target)
            and not _is_in_a_name(one, pair)
            and not _is_abbreviated(one, pair.target, draft.target)
        ]
        yield from lost(pair, missing, _level(missing, pair.source or ""))
        yield from _without_year(pair, draft)
    if not draft.source.pattern("same-date").search(pair.source or ""):
        added = [one for one in found.gained if one.kind is PlaceableKind.DATE]
        yield from gained(pair, added, _level_of_added(added, pair.target, draft.is_close))


def _level(dates: Iterable[Placeable], text: str) -> Level:
    """Returns the level of dates on one side only: a figure without its month, such as the 1 of Day 1, may be anything
    else."""
    return Level.HINT if all(one.span.of(text).isdigit() for one in dates) else Level.WARNING


def _level_of_added(dates: Iterable[Placeable], text: str, is_close: bool) -> Level:
    """Returns the level of dates that only the translation has: a month alone may be a name (Mayo Clinic, Di Maio), or
    a word of the source that is a month as well (March), but hardly where it has small letters."""
    months = [one.span.of(text) for one in dates if len(one.value) == len("--05") and one.value.startswith("--")]
    if len(months) == len(list(dates)):
        return Level.WARNING if is_close and all(month.islower() for month in months) else Level.HINT
    return _level(dates, text)


def _without_year(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags the first date that has lost its year, if no other words of the translation have the year. Where a date is
    all there is, a heading over what happened that day, other languages leave the year to the heading above."""
    here = {one.value: one for one in pair.target_placeables if one.kind is PlaceableKind.DATE}
    for there in pair.source_placeables:
        year, day = there.value[:4], f"-{there.value[4:]}"
        is_whole = there.kind is PlaceableKind.DATE and len(there.value) == len("2014-12-31") and year.isdigit()
        if is_whole and day in here and year not in pair.target:
            if _is_cut_off(here[day], pair.target):
                return
            date, whole = here[day].span.of(pair.target), there.span.of(pair.source or "")
            yield Flag(
                say("“{date}” here, without the year of “{whole}”.", date=date, whole=whole),
                target_span=here[day].span,
                source_span=there.span,
                level=Level.HINT if date == pair.target.strip() and not draft.knows_words else Level.INFO,
            )
            return


def _is_cut_off(date: Placeable, text: str) -> bool:
    """Tells whether a text ends with a date in a bracket that nothing closes, of which the bracket is told."""
    start = text.rfind("(", 0, date.span.start)
    return start >= 0 and ")" not in text[start:] and not text[date.span.end :].strip()


def _is_told(one: Placeable, text: str) -> bool:
    """Tells whether this is a month of a year of which the translation gives the year: en 2014."""
    return len(one.value) == len("2014-12") and one.value[:4] in text


def _is_in_a_name(one: Placeable, pair: Pair) -> bool:
    """Tells whether this is a month that somebody bears as a first name, which the translation keeps: Mr. August
    Reinholt."""
    named = _NAME.match(pair.source or "", one.span.start) if len(one.value) == len("--10") else None
    return named is not None and named.group() in pair.target


def _is_abbreviated(one: Placeable, text: str, language: Language) -> bool:
    """Tells whether this is a month alone, of which a text has the abbreviation, until Oct., or the name that may be
    another word and is all there is: May."""
    if not one.value.startswith("--") or len(one.value) != len("--10"):
        return False
    month = int(one.value.removeprefix("--"))
    uses = language.rows("month_uses.tsv")
    named = [(name, use) for name, number, use in uses if use != "full" and int(number) == month]
    alone = text.strip()
    return any(f"{name}." in text if use == "short" else name == alone for name, use in named)


def _told_by(change: Change, following: Change, text: str) -> bool:
    """Tells whether this is the 8 of "8 et 9 novembre" while it is the month that is wrong: the 9 novembre says so
    too."""
    same_day = change.source.value[-3:] == change.target.value[-3:]
    joined = len(text[change.target.span.end : following.target.span.start]) <= _LONGEST_JOINT
    return same_day and joined and change.target.span.of(text).isdigit()


CHECK = SegmentCheck(
    name="dates-value",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(source=True, placeables=Sides.BOTH),
    yields_to=("completeness-omission", "completeness-length", "language-other-segment"),
    summary="A date differs from the source, is missing, or has no counterpart there.",
    reason=(
        "A wrong date sends delegates to an empty room. Dates are compared by day, month and year; a year that is "
        "understood on one side is let through, as is a date written in figures."
    ),
    examples=(
        Example(source="On 8 September 2020", target="Le 9 septembre 2020", flagged=("9 septembre 2020",)),
        Example(source="From 8 to 9 October", target="Du 8 au 9 novembre", flagged=("9 novembre",)),
        Example(source="On 8 and 9 September 2020", target="Les 8 et 9 septembre 2020"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
