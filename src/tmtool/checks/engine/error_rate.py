"""How likely is a finding right in a text with so many errors?

A check that tells one error in fifty, and something wrong once in ten agendas, is right four times in five in a draft
with twenty errors and one time in six in one with a single error. `error_rates.tsv` has what was counted of all checks.
From what they find in a close translation follows how many errors it is likely to have, and from that how likely a
finding is right in this text, and so its level (docs/decisions/0074).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp, log
from pathlib import Path

from tmtool.checks.engine.draft import Draft
from tmtool.languages import tables
from tmtool.model import Finding, Level

TABLE = Path(__file__).with_name("error_rates.tsv")
_CLASSES = ("completeness", "grammar", "meaning", "style", "term")
"""The checks whose levels fit the text, by the beginnings of their names. The others tell how a value, a mark, a name
is written, or compare whole documents: drafts by translators seldom have these wrong, and those by others often."""
_LIMITS = ("meaning-bound", "meaning-limit")
"""Checks of them that look at the limits of values: they keep their levels as those of values do."""
_FEWEST = 12
"""Segments of a text from which on its errors say something of it."""
_RIGHT = {Level.WARNING: 0.7, Level.INFO: 0.45}
"""How likely a finding is right at least, by its level; one that is less so is a hint. Errors are wrong beyond doubt
in any text."""
_SHARES = tuple(0.004 * 2**step for step in range(8))
"""Errors in a segment that a text may have: from one in four agendas to thirty in one."""
_GOOD = 1.5
"""How much likelier few errors are than many before anything is found, as an exponent: of two agendas that are
checked, one with twice as many errors is a good third as likely. Translations that are checked are mostly good."""

Key = tuple[str, Level, int]
"""A check, a level, and a grade: how sure the finding is among those of that check and level."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A `Rate` is what share of the errors of drafts a check tells, and how often it is wrong in a segment of a right
    text."""

    told: float
    wrong: float

    def findings(self, share: float) -> float:
        """Returns how many findings, right and wrong, there are in a segment of a text with so many errors in one."""
        return self.told * share + self.wrong

    def likelihood(self, share: float) -> float:
        """Returns how likely a finding is right in a text with so many errors in a segment, 0 to 1."""
        return self.told * share / self.findings(share)


def weighed(
    findings: Sequence[Finding], causes: Sequence[Finding], draft: Draft, asked: Collection[str]
) -> list[Finding]:
    """Returns the findings of a close translation, at levels that fit how many errors it has: lighter where they
    are likelier wrong than their level says, and an info in place of a hint that is likely enough. `causes` are those
    of them that are left of each cause, which tell how many errors there are, with the names of the checks that were
    `asked`. Nothing was counted of drafts without a source, whose findings are as each check says."""
    segments = len(draft.pairs)
    if segments < _FEWEST or not draft.has_source:
        return list(findings)
    found = [rate for one in causes if (rate := _rate(one)) is not None]
    told = sum(rate.told for (check, *_), rate in rates().items() if check in asked)
    shares = _likely_shares(found, told, segments)
    return [replace(one, level=_level(one, shares)) for one in findings]


def _likely_shares(found: Sequence[Rate], told: float, segments: int) -> dict[float, float]:
    """Returns how likely each of `_SHARES` is for a text of so many segments in which checks with these rates found
    something, of checks that have so many findings for each error. Findings are taken to be spread as by chance
    (Poisson)."""
    scores = [
        sum(log(rate.findings(share)) for rate in found) - told * segments * share - _GOOD * log(1 + segments * share)
        for share in _SHARES
    ]
    odds = [exp(score - max(scores)) for score in scores]
    return {share: one / sum(odds) for share, one in zip(_SHARES, odds, strict=True)}


def _level(one: Finding, shares: Mapping[float, float]) -> Level:
    """Returns the level of a finding in a text that has so many errors in a segment, as likely as that."""
    rate = _rate(one)
    is_sure = one.level is Level.ERROR or one.check in _LIMITS or not one.check.startswith(_CLASSES)
    if rate is None or is_sure:
        return one.level
    right = sum(likely * rate.likelihood(share) for share, likely in shares.items())
    allowed = next((level for level, least in _RIGHT.items() if right >= least), Level.HINT)
    highest = Level.INFO if one.level is Level.HINT else one.level
    return min(allowed, highest, key=lambda level: level.gravity)


def _rate(one: Finding) -> Rate | None:
    check, level, grade = key(one)
    return next((rate for at in range(grade, -1, -1) if (rate := rates().get((check, level, at)))), None)


def key(one: Finding) -> Key:
    """Returns what findings are counted by."""
    return one.check, one.level, one.grade


@cache
def rates() -> Mapping[Key, Rate]:
    """Returns what was counted, by check, level and grade."""
    return {
        (check, Level(level), int(grade)): Rate(float(told), float(wrong))
        for check, level, grade, told, wrong in tables.rows(TABLE)
    }
