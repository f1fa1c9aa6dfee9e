"""Counts how often each check tells an error of a draft and how often it is wrong in right agendas: the table
``error_rates.tsv``.

    python benchmarks/count_told.py PART… [--out FILE]

PART is a folder of data/agendas that nobody has read who worked on the checks. Counted are findings by check and level,
as the check gives it, hints too. Few cases say little: the rates of a check are drawn towards what those of its level
have (gamma priors that fit the counts of all best, as in empirical Bayes; Robbins, 1956).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from math import lgamma, log
from pathlib import Path
from unittest.mock import patch

from agenda_drafts import errors, reports
from agendas import DATA
from tmtool.checks.engine import registry
from tmtool.checks.engine.error_rate import TABLE
from tmtool.checks.engine.profiles import Choice
from tmtool.model import Finding
from tmtool.tasks.check import check

CASES = (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5)
AMONG = (25, 50, 100, 200, 300, 600, 1000, 1500, 2500, 4000)
"""Cases that a prior may add, among so many."""
HEADING = """\
# How often checks tell an error of a close translation, and how often they are wrong. Columns: check, level, what
# share of the errors of drafts it tells, how often it is wrong in a segment of right agendas. Counted in {agendas}
# agendas and {drafts} drafts with {errors} errors by benchmarks/count_told.py.
"""

Key = tuple[str, str]


@dataclass
class Counts:
    """`Counts` are how often errors were told, and how often something was told wrongly, by check and level, with how
    many agendas, segments, drafts and errors there were."""

    told: Counter[Key] = field(default_factory=Counter)
    wrong: Counter[Key] = field(default_factory=Counter)
    agendas: int = 0
    segments: int = 0
    drafts: int = 0
    errors: int = 0

    def add(self, other: Counts) -> None:
        self.told += other.told
        self.wrong += other.wrong
        self.agendas += other.agendas
        self.segments += other.segments
        self.drafts += other.drafts
        self.errors += other.errors

    def rows(self) -> Iterator[str]:
        """Yields the lines of the table."""
        keys = sorted(self.told.keys() | self.wrong.keys())
        told = {level: prior([self.told[one] for one in keys if one[1] == level], self.errors) for _, level in keys}
        wrong = {level: prior([self.wrong[one] for one in keys if one[1] == level], self.segments) for _, level in keys}
        for name, level in keys:
            right = told[level].mean(self.told[name, level], self.errors)
            alarms = wrong[level].mean(self.wrong[name, level], self.segments)
            yield f"{name}\t{level}\t{right:.2g}\t{alarms:.2g}\n"


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


def key(finding: Finding) -> Key:
    return finding.check, finding.level.value


def gravest(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Returns the gravest finding of each check."""
    return {one.check: one for one in sorted(findings, key=lambda one: one.level.gravity)}.values()


def counted(folder: Path) -> Counts:
    """Counts in one agenda."""
    found = Counts(agendas=1)
    with patch.object(registry, "weighed", lambda findings, causes, draft, asked: list(findings)):
        right = check(folder / "en.txt", folder / "fr.txt", home=None, choice=Choice(hints=True))
        found.segments = len(right.draft.pairs)
        found.wrong.update(map(key, right.findings))
        if (folder / "draft.tsv").exists():
            known = errors(folder)
            told = check(folder / "en.txt", folder / "draft.fr.txt", home=None, choice=Choice(hints=True)).findings
            found.drafts, found.errors = 1, len(known)
            for error in known:
                found.told.update(map(key, gravest(one for one in told if reports(one, error))))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="+")
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    folders = [file.parent for part in options.parts for file in sorted((DATA / part).glob("*/fr.txt"))]
    every = Counts()
    with ProcessPoolExecutor() as processes:
        for some in processes.map(counted, folders, chunksize=2):
            every.add(some)
    heading = HEADING.format(agendas=every.agendas, drafts=every.drafts, errors=every.errors)
    options.out.write_text(heading + "".join(every.rows()), encoding="utf-8")


if __name__ == "__main__":
    main()
