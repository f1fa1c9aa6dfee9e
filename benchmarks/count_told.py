"""Counts how often each check tells an error of a draft and how often it is wrong in right agendas: the table
``error_rates.tsv``.

    python benchmarks/count_told.py PART… [--out FILE]

PART is a folder of data/agendas. Counted are findings by check and level, as the check gives it, hints too. In the
table are checks of words and sentences of which a finding is likely enough to be wrong in an agenda with a few errors;
how a value, a mark, a symbol or a name is written is told surely, and errors of these are seldom made by hand. What was
counted has half a case added.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from agenda_drafts import errors, reports
from agendas import DATA
from tmtool.checks.engine import registry
from tmtool.checks.engine.error_rate import TABLE, Rate
from tmtool.checks.engine.profiles import Choice
from tmtool.model import Finding, Level
from tmtool.tasks.check import check

CLASSES = ("completeness", "grammar", "meaning", "style", "term")
FEWEST = 2
"""Times that a check was wrong at a level, or a hint told something, from which it may be in the table."""
FEW, SURE = 5, 0.75
"""A finding is in the table that is likely to be right less often than that where an agenda has so many errors."""
UNSEEN = 0.5
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
        for name, level in sorted(self.told.keys() | self.wrong.keys()):
            told, wrong = self.told[name, level], self.wrong[name, level]
            rate = Rate((told + UNSEEN) / self.errors, (wrong + UNSEEN) / self.segments)
            is_sure = rate.likelihood(FEW, self.segments / self.agendas) >= SURE
            is_hint = level == Level.HINT
            if (
                name.partition("-")[0] in CLASSES
                and (told if is_hint else wrong) >= FEWEST
                and (is_hint or not is_sure)
            ):
                yield f"{name}\t{level}\t{rate.told:.5f}\t{rate.wrong:.6f}\n"


def key(finding: Finding) -> Key:
    return finding.check, finding.level.value


def gravest(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Returns the gravest finding of each check."""
    return {one.check: one for one in sorted(findings, key=lambda one: one.level.gravity)}.values()


def counted(folder: Path) -> Counts:
    """Counts in one agenda."""
    found = Counts(agendas=1)
    with patch.object(registry, "weighed", lambda findings, draft: list(findings)):
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
