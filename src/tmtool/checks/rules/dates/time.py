"""Is an hour of the source another one in the translation, or nowhere? (docs/un-french.md, facts 40 to 42.)"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.values.facts import Change, facts
from tmtool.checks.evidence.values.flags import exchanged, lost, told_once
from tmtool.model import Level, Placeable, PlaceableKind
from tmtool.model.wording import say

_FIVE = 5
"""Minutes to which summary records round the hours at which a meeting opened and rose."""
_JOINT = len(", at about ")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where an hour differs from the source, or is missing."""
    found = facts(pair, draft)
    yield from told_once([_flag(change, pair) for change in found.changes(PlaceableKind.TIME)])
    dates = [one for one in found.lost if one.kind is PlaceableKind.DATE]
    missing = [one for one in found.lost if one.kind is PlaceableKind.TIME and not _is_in_figures(one, pair)]
    yield from lost(pair, [one for one in missing if not any(_goes_with(one, date) for date in dates)])


def _flag(change: Change, pair: Pair) -> Flag:
    """Returns the flag for an hour that is another one."""
    if change.target.kind is not PlaceableKind.TIME:
        return exchanged(pair, change)
    there, here = _minutes(change.source.value), _minutes(change.target.value)
    if there % _FIVE and not here % _FIVE and abs(there - here) < _FIVE / 2:
        return replace(exchanged(pair, change, say(", rounded")), level=Level.INFO)
    return exchanged(pair, change, say("; the hours count to 24") if there - here == 12 * 60 else "")


def _goes_with(time: Placeable, date: Placeable) -> bool:
    """Tells whether an hour follows a date, so that whoever misses the date misses it, too."""
    return 0 <= time.span.start - date.span.end <= _JOINT


def _is_in_figures(time: Placeable, pair: Pair) -> bool:
    """Tells whether the translation has the same figures, which are no hour there: a ratio of 1:25."""
    written = time.span.of(pair.source or "")
    return written[-1].isdigit() and re.search(rf"(?<!\d){re.escape(written)}(?!\d)", pair.target) is not None


def _minutes(value: str) -> int:
    hours, minutes = value.split(":")
    return 60 * int(hours) + int(minutes)


CHECK = SegmentCheck(
    name="dates-time",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(source=True, placeables=Sides.BOTH),
    yields_to=("completeness-omission", "completeness-length", "language-other-segment"),
    summary="An hour differs from the source, or is missing.",
    reason=(
        "3 p.m. is 15 heures: hours are compared in minutes after midnight, whatever the clock of the language. One "
        "that is rounded to five minutes, as summary records have it, is only noted."
    ),
    examples=(
        Example(source="It closed at 12.30 p.m.¹", target="Elle a pris fin à 12 h 30¹"),
        Example(source="It opened at 3 p.m.", target="Elle s’est ouverte à 14 heures.", flagged=("14 heures",)),
        Example(source="It opened at 3 p.m.", target="Elle s’est ouverte à 3 heures.", flagged=("3 heures",)),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
