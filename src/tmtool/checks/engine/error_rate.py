"""How likely is a finding right in a text with so many errors, put so freely?

A check that tells one error in fifty, and something wrong once in ten agendas, is right four times in five in a draft
with twenty errors and one time in six in one with a single error; and where a translator puts all in his own words,
checks are wrong five times as often as where one keeps to the words of the source. `error_rates.tsv` has what was
counted of all checks. From what they find in a close translation follows how many errors it is likely to have and how
freely it is likely to be put, from that how likely a finding is right in this text, and so its level
(docs/decisions/0074, 0080).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp, log
from pathlib import Path

from tmtool.checks.engine.draft import Draft
from tmtool.languages import tables
from tmtool.model import Finding, Level

TABLE = Path(__file__).with_name("error_rates.tsv")
_CLASSES = ("completeness", "document-house", "grammar", "meaning", "spelling-homophone", "style", "term")
"""The checks whose levels fit the text, by the beginnings of their names. The others tell how a value, a mark, a name
is written, or compare whole documents: drafts by translators seldom have these wrong, and those by others often."""
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
_FREEDOMS = tuple(step / 4 for step in range(-2, 4))
"""How freely a text may be put: 0 as the close translations in which checks were counted, 1 as the free ones. A closer
one there is, too; but a draft that seems as free as those or freer has many errors besides."""
_CLOSE = 3.0
"""How much likelier a close translation is than a free one before anything is found, as an exponent."""

Key = tuple[str, Level, int]
"""A check, a level, and a grade: how sure the finding is among those of that check and level."""
_State = tuple[float, float]
"""Errors in a segment, and how freely a text is put."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A `Rate` is what share of the errors of drafts a check tells, and how often it is wrong in a segment of a right
    text: of one that is close to its source, and of one put freely."""

    told: float
    wrong: float
    freely: float

    def wrong_in(self, freedom: float) -> float:
        """Returns how often the check is wrong in a segment of a text put so freely."""
        return self.wrong * float(max(1.0, self.freely / self.wrong) ** freedom)

    def findings(self, share: float, freedom: float) -> float:
        """Returns how many findings, right and wrong, there are in a segment of a text with so many errors in one, put
        so freely."""
        return self.told * share + self.wrong_in(freedom)

    def likelihood(self, share: float, freedom: float) -> float:
        """Returns how likely a finding is right in a text with so many errors in a segment, put so freely, 0 to 1."""
        return self.told * share / self.findings(share, freedom)


def weighed(
    findings: Sequence[Finding], causes: Sequence[Finding], draft: Draft, asked: Collection[str]
) -> list[Finding]:
    """Returns the findings of a close translation, at levels that fit how many errors it has and how freely it is put:
    lighter where they are likelier wrong than their level says, and an info in place of a hint that is likely enough.
    `causes` are those of them that are left of each cause, which tell how many errors there are, with the names of the
    checks that were `asked`. Nothing was counted of drafts without a source, whose findings are as each check says."""
    segments = len(draft.pairs)
    if segments < _FEWEST or not draft.has_source:
        return list(findings)
    found = Counter(rate for one in causes if (rate := _rate(one)) is not None)
    likely = _likely_states(found, [rate for (check, *_), rate in rates().items() if check in asked], segments)
    return [replace(one, level=_level(one, likely)) for one in findings]


def _likely_states(found: Mapping[Rate, int], asked: Sequence[Rate], segments: int) -> dict[_State, float]:
    """Returns how likely each number of errors in a segment and each freedom is for a text of so many segments in which
    checks with rates `found` something so often, of checks with the rates that were `asked`. Findings are taken to be
    spread as by chance (Poisson)."""
    told = sum(rate.told for rate in asked)
    scores = {}
    for freedom in _FREEDOMS:
        wrong = sum(rate.wrong_in(freedom) for rate in asked)
        for share in _SHARES:
            of_found = sum(often * log(rate.findings(share, freedom)) for rate, often in found.items())
            expected = (told * share + wrong) * segments
            scores[share, freedom] = of_found - expected - _GOOD * log(1 + segments * share) - _CLOSE * freedom
    most = max(scores.values())
    odds = {state: exp(score - most) for state, score in scores.items()}
    whole = sum(odds.values())
    return {state: one / whole for state, one in odds.items()}


def _level(one: Finding, likely: Mapping[_State, float]) -> Level:
    """Returns the level of a finding in a text that has so many errors in a segment and is put so freely, as likely as
    that."""
    rate = _rate(one)
    if rate is None or one.level is Level.ERROR or not one.check.startswith(_CLASSES):
        return one.level
    right = sum(chance * rate.likelihood(*state) for state, chance in likely.items())
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
        (check, Level(level), int(grade)): Rate(float(told), float(wrong), float(freely))
        for check, level, grade, told, wrong, freely in tables.rows(TABLE)
    }
