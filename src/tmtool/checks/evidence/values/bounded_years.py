"""Do two years bound the same: after 1999, à compter de 2000? The words of ``bounds.tsv`` say what a year is the first
or the last of, and which of them leave it out itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.evidence.values.bounding import AFTER, BEFORE, between, bounding
from tmtool.checks.evidence.values.facts import Change
from tmtool.checks.evidence.values.same_value import is_year
from tmtool.languages.letters import SINGLE

_LEAVING_OUT = {"earliest": 1, "latest": -1}
"""How far from a year that is left out the first or last year within is, by the kind of bound."""
_WITHOUT = "without"
"""The kind of the words that leave it out: after, before."""
_REACH = 40
"""Characters next to a year in which a word may bound it."""
_JOINT = re.compile(rf"\W{{0,2}}|[{SINGLE}]{{0,2}}")
"""What may come between a year and such a word after it: 1999年后."""


def are_one_limit(change: Change, source: str, target: str, source_language: str, target_language: str) -> bool:
    """Tells whether two years that differ bound the same: after 1999 and from 2000 on, before 2000 and until 1999."""
    if not is_year(change.source.value) or not is_year(change.target.value):
        return False
    there = set(_limits(change.source.value, source, source_language))
    return not there.isdisjoint(_limits(change.target.value, target, target_language))


def _limits(year: str, text: str, language: str) -> Iterator[tuple[str, int]]:
    """Yields what a year is, wherever it stands: the earliest or the latest, with the first or last year within."""
    for place in re.finditer(rf"(?<!\d){year}(?!\d)", text):
        # The longest words say it: on or after, not after.
        if found := max(_bounds(text, place.start(), place.end(), language), default=None):
            _, kind, is_left_out = found
            yield kind, int(year) + (_LEAVING_OUT[kind] if is_left_out else 0)


def _bounds(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, str, bool]]:
    """Yields the length of words that bound the year at a place, of which kind they are, and whether they leave it
    out."""
    for kind in _LEAVING_OUT:
        for found in bounding(language, kind, place=BEFORE).finditer(text, max(0, start - _REACH), start):
            if between(language).fullmatch(text[found.end() : start].lower()):
                yield len(found[0]), kind, _is_left_out(found[0], language, BEFORE)
        for found in bounding(language, kind, place=AFTER).finditer(text, end, min(len(text), end + _REACH)):
            if _JOINT.fullmatch(text, end, found.start()):
                yield len(found[0]), kind, _is_left_out(found[0], language, AFTER)


def _is_left_out(words: str, language: str, place: str) -> bool:
    """Tells whether words leave the year out that they bound."""
    return bounding(language, _WITHOUT, place=place).fullmatch(words) is not None
