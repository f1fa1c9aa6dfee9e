"""How likely is a finding right in a text with so many errors?

A check that tells one error in fifty, and something wrong once in ten agendas, is right four times in five in a draft
with twenty errors and one time in six in one with a single error. How many errors a close translation has is seen from
what is surely wrong with it. `error_rates.tsv` has what was counted of the checks that are at times wrong: from it
follows how likely a finding of such a check is right in this text, and so its level (docs/decisions/0074).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tmtool.checks.engine.draft import Draft
from tmtool.languages import tables
from tmtool.model import Finding, Level

TABLE = Path(__file__).with_name("error_rates.tsv")
_FEWEST = 12
"""Segments of a text from which on its errors say something of it."""
_RIGHT = {Level.WARNING: 0.7, Level.INFO: 0.4}
"""How likely a finding is right at least, by its level; one that is less so is a hint."""
_TOLD, _UNTOLD = 0.75, 0.5
"""Findings that are hardly ever wrong for each error of a draft, and how many of them may be due to errors that are
there though none is told."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A `Rate` is what share of the errors of drafts a check tells, and how often it is wrong in a segment of a right
    text."""

    told: float
    wrong: float

    def likelihood(self, errors: float, segments: float) -> float:
        """Returns how likely a finding is right in a text of so many segments with so many errors, 0 to 1."""
        right = self.told * errors
        return right / (right + self.wrong * segments)


def weighed(findings: Sequence[Finding], draft: Draft) -> list[Finding]:
    """Returns the findings of a close translation, at levels that fit how many errors it has: lighter where they
    are likelier wrong than their level says, and an info in place of a hint that is likely enough."""
    segments = len(draft.pairs)
    if segments < _FEWEST:
        return list(findings)
    sure = sum(one.level.gravity >= Level.WARNING.gravity and _rate(one) is None for one in findings)
    return [replace(one, level=_level(one, (sure + _UNTOLD) / _TOLD, segments)) for one in findings]


def _level(one: Finding, errors: float, segments: int) -> Level:
    """Returns the level of a finding in a text of so many segments with so many errors."""
    rate = _rate(one)
    if rate is None:
        return one.level
    right = rate.likelihood(errors, segments)
    allowed = next((level for level, least in _RIGHT.items() if right >= least), Level.HINT)
    highest = Level.INFO if one.level is Level.HINT else one.level
    return min(allowed, highest, key=lambda level: level.gravity)


def _rate(one: Finding) -> Rate | None:
    return rates().get((one.check, one.level))


@cache
def rates() -> Mapping[tuple[str, Level], Rate]:
    """Returns what was counted, by check and level."""
    return {(check, Level(level)): Rate(float(told), float(wrong)) for check, level, told, wrong in tables.rows(TABLE)}
