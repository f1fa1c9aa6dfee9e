"""Is a day bounded on one side what its neighbour is on the other: on or after 1 January, après le 31 décembre?

One of the two must be left out by its words and the other be within: by 15 May is not d’ici au 16 mai.
"""

from __future__ import annotations

from datetime import date, timedelta

from tmtool.checks.evidence.values.bounding import BEFORE, between, bounding
from tmtool.checks.evidence.values.facts import Change

_REACH = 40
"""Characters before a day in which something bounds it."""
_DAY, _MONTH = len("2008-01-31"), len("2008-01")
_NO_YEAR, _ANY_YEAR = "--", "2001-"
"""What begins a day of no year, and the year as whose days such are compared."""


def are_next_to_each_other(
    change: Change, source: str, target: str, source_language: str, target_language: str
) -> bool:
    """Tells whether a day and another, or a month, follow each other and both are bounded, one of them by words that
    leave it out: such a limit is often put by the day before or after it."""
    there, here = (_first_and_last(one.value) for one in (change.source, change.target))
    if there is None or here is None:
        return False
    one_day = timedelta(days=1)
    if there[1] + one_day != here[0] and here[1] + one_day != there[0]:
        return False
    left_out = (
        _is_left_out(source, change.source.span.start, source_language),
        _is_left_out(target, change.target.span.start, target_language),
    )
    return None not in left_out and left_out[0] != left_out[1]


def _first_and_last(value: str) -> tuple[date, date] | None:
    """Returns the first and the last day of what a date says, None where it says no day and no month of a year."""
    if value.startswith(_NO_YEAR):
        value = f"{_ANY_YEAR}{value.removeprefix(_NO_YEAR)}"
    try:
        if len(value) == _DAY:
            return date.fromisoformat(value), date.fromisoformat(value)
        if len(value) == _MONTH:
            first = date.fromisoformat(f"{value}-01")
            following = (first + timedelta(days=31)).replace(day=1)
            return first, following - timedelta(days=1)
    except ValueError:
        return None
    return None


def _is_left_out(text: str, start: int, language: str) -> bool | None:
    """Tells whether a word right before a place leaves out the day that it bounds (after, and not from); None where
    nothing bounds it."""
    words, leaving_out = (
        bounding(language, *bounds, place=BEFORE) for bounds in (("earliest", "latest"), ("without",))
    )
    for found in words.finditer(text, max(0, start - _REACH), start):
        if between(language).fullmatch(text[found.end() : start].lower()):
            return leaving_out.fullmatch(found.group()) is not None
    return None
