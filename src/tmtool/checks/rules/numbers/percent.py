"""Is a percentage of the source another one in the translation, or no percentage?

See docs/un-french.md, facts 21 and 48.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.values.facts import Change, facts
from tmtool.checks.evidence.values.flags import exchanged, gained, gone_with, level_with, lost
from tmtool.languages import language_of
from tmtool.model import Level, Placeable, PlaceableKind
from tmtool.model.wording import say

_GAP = re.compile(r"[^\w%‰]*")
_SIGNS = ("%", "‰")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a percentage differs from the source, is on one side only, or has lost its per
    cent sign."""
    found = facts(pair, draft)
    for change in found.changes(PlaceableKind.PERCENT):
        yield exchanged(pair, change)
    for report, text, values in ((lost, pair.source or "", found.lost), (gained, pair.target, found.gained)):
        percentages = [one for one in values if one.kind is PlaceableKind.PERCENT]
        numbers = gone_with(percentages, values, text)
        yield from report(pair, sorted([*percentages, *numbers], key=lambda one: one.span), level_with(numbers))
    yield from _without_sign(pair, language_of(draft.target_language).pattern("share"))
    yield from _points(pair, draft)


def _points(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags the first percentage that is so many percentage points in the source, or the reverse: from 5 to 8 per cent
    is 3 points, and 60 per cent."""
    sides = (
        (pair.source or "", pair.source_placeables, draft.source_language),
        (pair.target, pair.target_placeables, draft.target_language),
    )
    points, shares = [], []
    for text, placeables, tag in sides:
        after = language_of(tag).pattern("percentage-points")
        numbers = [one for one in placeables if one.kind is PlaceableKind.NUMBER]
        points.append({one.value: one for one in numbers if after.match(text, one.span.end)})
        shares.append({one.value: one for one in placeables if one.kind is PlaceableKind.PERCENT})
    if bool(points[0]) is bool(points[1]):
        return
    for there, here in ((points[0], shares[1]), (shares[0], points[1])):
        for value in there:
            if value in here and value not in points[0].keys() & shares[0].keys():
                yield exchanged(pair, Change(there[value], here[value], certain=False))
                return


def _without_sign(pair: Pair, share: re.Pattern[str]) -> Iterator[Flag]:
    source, target = pair.source or "", pair.target
    of_source = {one.value for one in pair.source_placeables if one.kind is PlaceableKind.NUMBER}
    of_target = {one.value for one in pair.target_placeables if one.kind is PlaceableKind.PERCENT}
    said_with_another = bool(
        of_target & {one.value for one in pair.source_placeables if one.kind is PlaceableKind.PERCENT}
    )
    numbers: dict[str, list[Placeable]] = {}
    for number in pair.target_placeables:
        if number.kind is PlaceableKind.NUMBER:
            numbers.setdefault(number.value, []).append(number)
    told = of_source | of_target
    for one in pair.source_placeables:
        if one.kind is not PlaceableKind.PERCENT or one.value in told:
            continue
        for other in numbers.get(one.value, ()):
            gap = _GAP.match(target, other.span.end)
            end = gap.end() if gap else other.span.end
            if not target.startswith(_SIGNS, end) and not share.match(target, end):
                written, percentage = other.span.of(target), one.span.of(source)
                yield Flag(
                    say(
                        "“{number}” here, without the per cent sign of “{percentage}”.",
                        number=written,
                        percentage=percentage,
                    ),
                    target_span=other.span,
                    source_span=one.span,
                    suggestion=f"{written}\u00a0%",
                    level=Level.HINT if said_with_another else None,
                )
                break


CHECK = SegmentCheck(
    name="numbers-percent",
    level=Level.ERROR,
    its_type="numbers",
    requires=Needs(source=True, placeables=Sides.BOTH),
    yields_to=("completeness-omission", "completeness-length", "language-other-segment"),
    summary="A percentage differs from the source, or has lost its per cent sign.",
    reason="A share read as a count, or another share, changes what the sentence states, and 35 for 35 % is a count.",
    examples=(
        Example(
            source="not exceed 10 per cent of it", target="n’excède pas 12 p. 100 du montant", flagged=("12 p. 100",)
        ),
        Example(source="It rose by 55 per cent.", target="Il a augmenté de 55.", flagged=("55",)),
        Example(source="shall not exceed 10 per cent of it", target="n’excède pas 10 p. 100 du montant"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
    by_sentence=True,
)
