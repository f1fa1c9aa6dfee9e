"""Is a number of the source another one in the translation, or nowhere?

See docs/un-french.md, section 2, facts 26 to 28.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.language import lost_hyphens
from tmtool.checks.evidence.register import is_law
from tmtool.checks.evidence.values.bounded_years import are_one_limit
from tmtool.checks.evidence.values.facts import Change, Facts, facts
from tmtool.checks.evidence.values.flags import exchanged, gained, gone_with, lost, told_once
from tmtool.checks.evidence.values.fractions import exact, what_shares_come_to
from tmtool.checks.evidence.values.only_items import are_only_items
from tmtool.checks.evidence.values.same_value import DIGITS, Side, is_year, run_together, small
from tmtool.languages import language_of
from tmtool.languages.denial_cues import cue
from tmtool.model import Level, Placeable, PlaceableKind
from tmtool.model.wording import say

_HUNDRED = "100"
_JOINED = re.compile(r"(?:,\d)*-[^\W\d_]{3}")
_ROW = re.compile(r"(?<=[^\W\d])(?:[ \t]+\(?-?\d[\d.,]*\)?)+$")
"""Figures alone at the end of a row, negative ones in brackets."""
_BEFORE = 12
"""Characters before a number in which it may be said that it is all there are."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a number differs from the source, is missing, or has no counterpart
    there."""
    found = facts(pair, draft)
    yield from told_once(list(_exchanged(found, pair, draft)))
    only_there, only_here = _on_one_side(found, pair, draft)
    yield from _lost(only_there, pair, draft)
    numbers = [one for one in pair.source_placeables if one.kind is PlaceableKind.NUMBER]
    damaged = {both: f"{first.value}-{second.value}" for first, second, both in run_together(numbers, found.gained)}
    for one, repaired in damaged.items():
        yield Flag(
            say("“{here}” is two numbers without their hyphen.", here=one.span.of(pair.target)),
            target_span=one.span,
            suggestion=repaired,
            fixable=True,
            level=_level_of_damage(pair, draft),
        )
    added = [one for one in only_here if one not in damaged and not _is_the_rest(one, pair, draft)]
    yield from _gained(added, found, pair, draft)


def _exchanged(found: Facts, pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the numbers that are others in the translation, where nothing says that both are right."""
    in_both = frozenset(one.value for one in pair.source_placeables) & {one.value for one in pair.target_placeables}
    for change in found.changes(PlaceableKind.NUMBER):
        if _is_in_a_name(change.target, pair) or _counts_one_more(change, pair, draft):
            continue
        if _counts_the_rest(change, in_both, pair, draft) or _counts_the_named(change.target, pair, draft):
            continue
        if _says_what_it_comes_to(change, pair, draft):
            continue
        if are_one_limit(change, pair.source or "", pair.target, draft.source_language, draft.target_language):
            continue
        misread = "," in change.source.span.of(pair.source or "") and "." in change.target.value
        flag = exchanged(pair, change, say(", where the comma marks thousands") if misread else "")
        yield replace(flag, level=Level.WARNING) if flag.level is None and is_law(draft) else flag


def _on_one_side(found: Facts, pair: Pair, draft: Draft) -> tuple[list[Placeable], list[Placeable]]:
    """Returns the numbers that the source alone has, and those that the translation alone has, without those that are
    too small to count, are understood, or that another check tells."""
    told = _told_with_percentages(found, pair)
    of_items = bool(found.lost or found.gained) and are_only_items(pair, draft)
    only_there, only_here = (
        [
            one
            for one in values
            if _counts(one, of_items=of_items) and one not in told and not _is_understood(one, pair, draft)
        ]
        for values in (found.lost, found.gained)
    )
    return only_there, only_here


def _lost(only_there: Iterable[Placeable], pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the numbers that the source alone has, unless they are those that a translation need not say again."""
    all_of = language_of(draft.source_language).pattern("all-of")
    missing = [
        one
        for one in only_there
        if not _is_of_a_percentage(one, pair)
        and not all_of.search(pair.source or "", max(0, one.span.start - _BEFORE), one.span.start)
    ]
    if len(missing) > 1 or not language_of(draft.target_language).pattern("amount-taken-up").search(pair.target):
        yield from lost(pair, missing, _level(missing, pair.source or ""))


def _gained(added: Sequence[Placeable], found: Facts, pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the numbers that the translation alone has, unless they are what the shares of the source come to, or the
    figures of a row of a table."""
    if added:
        shares = what_shares_come_to(Side(pair.source or "", draft.source_language, pair.source_placeables))
        added = [one for one in added if exact(one) not in shares]
    if added and not (found.lost or found.changed) and _is_row_of_figures(added, pair.target):
        return
    level = _level(added, pair.target)
    yield from gained(
        pair, added, Level.HINT if level is Level.INFO else min(Level.INFO, level, key=lambda one: one.gravity)
    )


def _told_with_percentages(found: Facts, pair: Pair) -> frozenset[Placeable]:
    """Returns the numbers on one side only that numbers-percent reports with a percentage of the same clause."""
    sides = ((found.lost, pair.source or ""), (found.gained, pair.target))
    return frozenset(
        number
        for values, text in sides
        for number in gone_with([one for one in values if one.kind is PlaceableKind.PERCENT], values, text)
    )


def _is_of_a_percentage(one: Placeable, pair: Pair) -> bool:
    """Tells whether a number is the hundred of which the translation has so many as a percentage: 96 cases out of 100,
    96 % des cas."""
    if one.value != _HUNDRED:
        return False
    percentages = {other.value for other in pair.target_placeables if other.kind is PlaceableKind.PERCENT}
    before = (other for other in pair.source_placeables if other.span.end <= one.span.start)
    return any(other.kind is PlaceableKind.NUMBER and other.value in percentages for other in before)


def _level_of_damage(pair: Pair, draft: Draft) -> Level:
    """Returns how loud it is that two numbers have run together: a slip, or what has damaged a whole file, which is
    told once where the words of the two languages are not known."""
    if not lost_hyphens.are_lost(draft):
        return Level.WARNING
    return Level.INFO if draft.knows_words or lost_hyphens.is_first(pair, draft) else Level.HINT


def _is_row_of_figures(numbers: Sequence[Placeable], text: str) -> bool:
    """Tells whether numbers are nothing but the figures at the end of a row of a table, which rows cut otherwise have
    in cells of their own."""
    row = _ROW.search(text)
    return row is not None and len(numbers) > 1 and all(one.span.start >= row.start() for one in numbers)


def _counts_one_more(change: Change, pair: Pair, draft: Draft) -> bool:
    """Tells whether the source counts the others beside one that the translation counts as well: a Chair and eight
    other members, neuf membres, dont un président, but not neuf autres membres."""
    if change.source.value.isdigit() and change.target.value == str(int(change.source.value) + 1):
        there, here = (language_of(tag).pattern("others") for tag in (draft.source_language, draft.target_language))
        of_others = there.match(pair.source or "", change.source.span.end) is not None
        return of_others and here.match(pair.target, change.target.span.end) is None
    return False


def _counts_the_rest(change: Change, in_both: frozenset[str], pair: Pair, draft: Draft) -> bool:
    """Tells whether the one side says of a part of a number what the other denies of the rest: four of the six replied,
    deux sur six n'ont pas répondu. Both then have the number itself, among the values that are `in_both`."""
    one, other = change.source.value, change.target.value
    if not (one.isdigit() and other.isdigit()) or str(int(one) + int(other)) not in in_both:
        return False
    there, here = (
        cue(language, "denial").search(text) is not None
        for text, language in ((pair.source or "", draft.source_language), (pair.target, draft.target_language))
    )
    return there is not here


def _says_what_it_comes_to(change: Change, pair: Pair, draft: Draft) -> bool:
    """Tells whether the source says by how much a number is another than one that the translation says itself: eleven,
    two fewer than before; 11, contre 13."""
    by, other = change.source.value, change.target.value
    compared = language_of(draft.source_language).pattern("compared")
    if not (by.isdigit() and other.isdigit() and compared.match(pair.source or "", change.source.span.end)):
        return False
    numbers = [int(one.value) for one in pair.target_placeables if one.value.isdigit()]
    return any(abs(one - int(other)) == int(by) for one in numbers)


def _counts_the_named(one: Placeable, pair: Pair, draft: Draft) -> bool:
    """Tells whether the translation counts again what the text has just named: ils en versent à eux deux la moitié."""
    named = language_of(draft.target_language).pattern("how-many-named")
    before = pair.target[max(0, one.span.start - _BEFORE) : one.span.start]
    return small(one.value) and named.search(before) is not None


def _is_the_rest(one: Placeable, pair: Pair, draft: Draft) -> bool:
    """Tells whether the translation counts the others, which are what is left of two numbers of the source: 41 of the
    52 paragraphs; les 11 autres."""
    if language_of(draft.target_language).pattern("others").match(pair.target, one.span.end) is None:
        return False
    whole = draft.pair(pair.number) or pair  # the numbers may be in the sentence before
    numbers = [int(other.value) for other in whole.source_placeables if other.value.isdigit()]
    return any(all_ - part == int(one.value) for all_ in numbers for part in numbers if one.value.isdigit())


def _is_in_a_name(one: Placeable, pair: Pair) -> bool:
    """Tells whether figures are part of a chemical name that the source has with the same: 1,5-Bis(2-chloroethyl)."""
    written = one.span.of(pair.target)
    return _JOINED.match(pair.target, one.span.end) is not None and f"{written}-" in (pair.source or "").replace(
        ", ", ","
    )


def _counts(one: Placeable, *, of_items: bool) -> bool:
    """Tells whether a number on one side only is told: a small one among numbers of items alone, where nothing else can
    say it."""
    return one.kind is PlaceableKind.NUMBER and (of_items or not small(one.value))


def _level(numbers: Iterable[Placeable], text: str) -> Level:
    """Returns the level of numbers on one side only: a translation may count in words what the other side lists, or
    leave out how many all are, and a year alone is understood."""
    plain = [one for one in numbers if not is_year(one.value)]
    if not plain:
        return Level.INFO
    return Level.WARNING if any(DIGITS.search(one.span.of(text)) for one in plain) else Level.HINT


def _is_understood(one: Placeable, pair: Pair, draft: Draft) -> bool:
    """Tells whether this is a year that one side says by pointing to it (la même année), or that of a programme that is
    known by it (the post-2015 agenda)."""
    source = pair.source or ""
    before = language_of(draft.source_language).pattern("known-year")
    known = before.search(source, max(0, one.span.start - _BEFORE), one.span.start) is not None
    sides = ((source, draft.source_language), (pair.target, draft.target_language))
    return is_year(one.value) and (
        known or any(language_of(tag).pattern("same-year").search(text) for text, tag in sides)
    )


CHECK = SegmentCheck(
    name="numbers-value",
    level=Level.ERROR,
    its_type="numbers",
    requires=Needs(source=True, placeables=Sides.BOTH),
    yields_to=("completeness-omission", "completeness-length", "language-other-segment", "numbers-frequency"),
    summary="A number differs from the source, is missing, or has no counterpart there.",
    reason=(
        "Numbers are compared by value, in digits or in words, with million and milliard multiplied out. One lost and"
        " one gained is an error; a number of two and more digits lost or gained alone deserves a look, a year alone "
        "is usually understood and only noted, and one in words a hint. Single figures come and go (a post, un poste) "
        "and count in exchanges only, but for the numbers of items that are all there is in a cell of a timetable."
    ),
    examples=(
        Example(source="The report has 12 pages.", target="Le rapport compte 13 pages.", flagged=("13",)),
        Example(
            source="the period 2014–2020",
            target="la période 20142020",
            flagged=("20142020",),
            repaired="la période 2014-2020",
        ),
        Example(source="There were 1,867 cases in 8 sectors.", target="Il y a eu 1 867 affaires dans huit secteurs."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
    by_sentence=True,
)
