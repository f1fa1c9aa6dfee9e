"""Counts how often each check tells an error of a draft and how often it is wrong in right agendas: the table
``error_rates.tsv``.

    python benchmarks/count_told.py [PART…] [--free] [--out FILE]

PART is a folder of data/agendas that nobody has read who worked on the checks; with --free, those put freely
(`agendas.FREE`) are counted, too, before anybody has read them. Counted are findings by check, level and grade, as the
check gives them, hints too. What the table has from before counts as if it had been counted among `EARLIER_ERRORS` and
`EARLIER_SEGMENTS`. Where it has nothing, few cases say little: the rates of a check are drawn towards what those of its
level have (gamma priors that fit the counts of all best, as in empirical Bayes; Robbins, 1956), in free translations
towards what the checks of its class have there.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from math import lgamma, log
from pathlib import Path
from unittest.mock import patch

from agenda_drafts import errors, told_by
from agendas import DATA, FREE
from tmtool.checks.engine import registry
from tmtool.checks.engine.error_rate import TABLE, Key, Rate, key, rates
from tmtool.checks.engine.profiles import Choice
from tmtool.model import Finding
from tmtool.tasks.check import check

CASES = (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5)
AMONG = (25, 50, 100, 200, 300, 600, 1000, 1500, 2500, 4000)
"""Cases that a prior may add, among so many."""
EARLIER_ERRORS, EARLIER_SEGMENTS = 800, 2000
"""Among how many errors and segments of right agendas the table is taken to have been counted before: about a third of
what it was. Checks have been mended since."""
LIKE_ITS_CLASS, LIKE_ALL = 1500, 10.0
"""Among how many segments of free translations a check is taken to have been wrong as often as its class; and how many
times a class is taken to have been wrong as often as all checks."""
HEADING = """\
# How often checks tell an error of a translation, and how often they are wrong. Columns: check, level, grade, what
# share of the errors of drafts it tells, how often it is wrong in a segment of right agendas that are close to their
# source, and of those put freely. Counted by benchmarks/count_told.py.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """`Told` is what checks find in the right translation of an agenda of so many segments, and in its draft: `errors`
    are for each error the findings that report it, by their places in `draft`, `false` those that report none."""

    part: str
    segments: int
    right: Sequence[Finding]
    draft: Sequence[Finding] = ()
    errors: Sequence[Sequence[int]] = ()
    false: Sequence[int] = ()


@dataclass
class Counts:
    """`Counts` are how often errors were told, and how often something was told wrongly, by check, level and grade;
    with the numbers of agendas, segments, drafts and errors."""

    told: Counter[Key] = field(default_factory=Counter)
    wrong: Counter[Key] = field(default_factory=Counter)
    agendas: int = 0
    segments: int = 0
    drafts: int = 0
    errors: int = 0

    def add(self, one: Told) -> None:
        """Counts what was told of an agenda."""
        self.wrong.update(map(key, one.right))
        for by in one.errors:
            self.told.update(map(key, gravest(one.draft[place] for place in by)))
        self.agendas += 1
        self.segments += one.segments
        self.drafts += bool(one.errors)
        self.errors += len(one.errors)

    def rates(self, before: Mapping[Key, Rate]) -> dict[Key, Rate]:
        """Returns the rates by check, level and grade, after what was known before."""
        keys = sorted(
            self.told.keys() | self.wrong.keys() | before.keys(), key=lambda one: (one[0], one[1].value, one[2])
        )
        levels = {level for _, level, _ in keys}
        told = {level: prior([self.told[one] for one in keys if one[1] == level], self.errors) for level in levels}
        wrong = {level: prior([self.wrong[one] for one in keys if one[1] == level], self.segments) for level in levels}
        found = {}
        for one in keys:
            of_told, of_wrong = told[one[1]], wrong[one[1]]
            if one in before:
                of_told = Prior(before[one].told * EARLIER_ERRORS, EARLIER_ERRORS)
                of_wrong = Prior(before[one].wrong * EARLIER_SEGMENTS, EARLIER_SEGMENTS)
            wrong_there = of_wrong.mean(self.wrong[one], self.segments)
            freely = before[one].freely if one in before else wrong_there
            found[one] = Rate(of_told.mean(self.told[one], self.errors), wrong_there, freely)
        return in_order(found)


def in_order(found: Mapping[Key, Rate]) -> dict[Key, Rate]:
    """Returns rates, given by check, level and rising grade, in which no finding is likelier wrong than one of a lower
    grade: grades that seem so, of which little was counted, are one, the lower."""
    rates: dict[Key, Rate] = {}
    for one, rate in found.items():
        while rates and (last := next(reversed(rates)))[:2] == one[:2] and _is_surer(rates[last], rate):
            before = rates.pop(last)
            one, rate = last, Rate(before.told + rate.told, before.wrong + rate.wrong, before.freely + rate.freely)
        rates[one] = rate
    return rates


def freely(rates: Mapping[Key, Rate], counts: Counts) -> dict[Key, Rate]:
    """Returns rates with how often checks are wrong in free translations, in which so much was counted."""
    counted, expected = Counter[str](), defaultdict[str, float](float)
    for one, rate in rates.items():
        counted[_class(one)] += counts.wrong[one]
        expected[_class(one)] += rate.wrong * counts.segments
    of_all = counted.total() / sum(expected.values())
    times = {name: (counted[name] + LIKE_ALL * of_all) / (expected[name] + LIKE_ALL) for name in counted}
    return {
        one: replace(
            rate,
            freely=Prior(times[_class(one)] * rate.wrong * LIKE_ITS_CLASS, LIKE_ITS_CLASS).mean(
                counts.wrong[one], counts.segments
            ),
        )
        for one, rate in rates.items()
    }


def _class(one: Key) -> str:
    return one[0].partition("-")[0]


def _is_surer(one: Rate, other: Rate) -> bool:
    return one.told * other.wrong > other.told * one.wrong


@dataclass(frozen=True, slots=True)
class Prior:
    """A `Prior` is what is known of how often something happens before it was counted: so many cases among so many."""

    cases: float
    among: float

    def mean(self, counted: int, of: int) -> float:
        """Returns how often it happens, after it was counted."""
        return (counted + self.cases) / (of + self.among)

    def fit(self, counted: int, of: int) -> float:
        """Returns how likely such a count is, as a logarithm (negative binomial)."""
        more = self.among + of
        ways = lgamma(counted + self.cases) - lgamma(self.cases) - lgamma(counted + 1)
        return ways + self.cases * log(self.among / more) + counted * log(of / more)


def prior(counts: Sequence[int], of: int) -> Prior:
    """Returns the prior that fits such counts best."""
    priors = (Prior(cases, among) for cases in CASES for among in AMONG)
    return max(priors, key=lambda one: sum(one.fit(counted, of) for counted in counts))


def gravest(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Returns the gravest finding of each check."""
    return {one.check: one for one in sorted(findings, key=lambda one: one.level.gravity)}.values()


def told_of(folder: Path) -> Told:
    """Returns what the checks tell of an agenda and its draft, each finding as its check gives it."""
    source, choice = folder / "en.txt", Choice(hints=True)
    with patch.object(registry, "weighed", lambda findings, causes, draft, asked: list(findings)):
        right = check(source, folder / "fr.txt", home=None, choice=choice)
        some = Told(folder.parent.name, len(right.draft.pairs), right.findings)
        if not (folder / "draft.tsv").exists():
            return some
        known = errors(folder)
        found = check(source, folder / "draft.fr.txt", home=None, choice=choice).findings
    by, false = told_by(found, known)
    return Told(some.part, some.segments, some.right, found, by, false)


def told_of_parts(parts: Iterable[str]) -> list[Told]:
    """Returns what the checks tell of the agendas of some parts."""
    folders = [file.parent for part in parts for file in sorted((DATA / part).glob("*/fr.txt"))]
    with ProcessPoolExecutor() as processes:
        return list(processes.map(told_of, folders, chunksize=2))


def counted(told: Iterable[Told]) -> Counts:
    every = Counts()
    for one in told:
        every.add(one)
    return every


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*")
    parser.add_argument("--free", action="store_true")
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    known = counted(told_of_parts(options.parts)).rates(rates()) if options.parts else rates()
    if options.free:
        known = freely(known, counted(told_of_parts(FREE)))
    rows = (
        f"{check}\t{level.value}\t{grade}\t{rate.told:.2g}\t{rate.wrong:.2g}\t{rate.freely:.2g}\n"
        for (check, level, grade), rate in known.items()
    )
    options.out.write_text(HEADING + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
