"""Is what `check --fix` changes right, on published text and where an error was planted?

    python benchmarks/repairs.py PAIRS [--rows 1-2000] [--errors 25] [--half tune|report] [--show KIND]

The pairs as published, and the same with errors of ``planting.py``, are each repaired as `check --fix` does it, from a
bilingual file. Each repair of published text is printed, since only a reader can say whether it is right. With an error
planted, the row is *restored* (the text is the published one again), *otherwise* changed, or *left*; `--show` prints
those. What the repair of the row as published changes is made in the published text before the two are compared.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from check import pairs
from planting import planted
from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.profiles import DEFAULT, Choice
from tmtool.model import Finding
from tmtool.tasks.check import check
from tmtool.tasks.repairing import Repaired, repair

OUTCOMES = ("restored", "otherwise", "left")
HALVES = {"tune": slice(0, None, 2), "report": slice(1, None, 2)}
"""Rows 1, 3, 5 … are looked at while the repairs are made, 2, 4, 6 … are only counted."""


def repaired(rows: Iterable[Pair], scope: str) -> Repaired:
    """Returns the rows, in the order given, before and after their repair."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows.tsv"
        lines = (f"{number}\t{row.source}\t{row.target}\n" for number, row in enumerate(rows, 1))
        path.write_text("".join(("id\ten\tfr\n", *lines)), encoding="utf-8")
        recheck = partial(check, None, home=None, scope=scope, choice=Choice(profile=DEFAULT))
        return repair(path, recheck(path), recheck, segmentation="auto", target_language="fr")


def by_row(findings: Iterable[Finding]) -> dict[int, list[Finding]]:
    """Returns the findings of each row, by its place."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.segment - 1].append(finding)
    return found


def quoted(finding: Finding) -> str:
    """Returns a finding as it is shown: what it writes in the place of what."""
    words = finding.target_span.of(finding.target) if finding.target_span else ""
    return f"{finding.check} {words!r} → {finding.suggestion!r}"


def print_left(done: Repaired) -> None:
    """Prints how many fixable findings were left, by check and reason."""
    for (name, reason), many in Counter((one.finding.check, one.reason) for one in done.left).most_common():
        print(f"  {many} of {name} left: {reason}")


def on_published(rows: Sequence[Pair], scope: str) -> list[str]:
    """Prints each repair of the rows as published, and gives the texts after it."""
    done = repaired(rows, scope)
    made = by_row(done.made)
    for place, (old, new) in enumerate(zip(done.before.draft.pairs, done.after.draft.pairs, strict=True)):
        if old.target != new.target:
            print(f"\nrow {rows[place].number}: {'; '.join(map(quoted, made[place]))}")
            print(f"  {old.source}\n- {old.target}\n+ {new.target}")
    print(f"\n{len(rows)} rows as published: {len(done.made)} repairs in {len(made)} rows, {len(done.left)} left")
    print_left(done)
    return [pair.target for pair in done.after.draft.pairs]


def on_planted(rows: Sequence[Pair], texts: Sequence[str], many: int, scope: str, wanted: Sequence[str]) -> None:
    """Plants errors in the rows, repairs them, and counts the outcomes; `texts` are the rows as they should be."""
    errors = planted([Pair(row.number, text, row.source) for row, text in zip(rows, texts, strict=True)], many)
    done = repaired((Pair(0, one.target, rows[one.row].source) for one in errors), scope)
    made = by_row(done.made)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for place, (one, pair) in enumerate(zip(errors, done.after.draft.pairs, strict=True)):
        outcome = "restored" if pair.target == texts[one.row] else "left" if pair.target == one.target else "otherwise"
        for name in (f"{one.group}: {one.error}", "all"):
            counts[name][outcome] += 1
        if outcome in wanted:
            print(f"\n{outcome}, {one.group}: {one.error}; {'; '.join(map(quoted, made[place]))}")
            print(f"  {rows[one.row].source}\n= {texts[one.row]}\n- {one.target}\n+ {pair.target}")
    print(f"\n{len(errors)} rows with an error: {len(done.made)} repairs, {len(done.left)} left")
    print_left(done)
    print(f"\n{'':44}" + "".join(f"{outcome:>11}" for outcome in OUTCOMES))
    for name in (*sorted(name for name in counts if name != "all"), "all"):
        print(f"{name:44}" + "".join(f"{counts[name][outcome]:11}" for outcome in OUTCOMES))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path, help="a bilingual file")
    parser.add_argument("--rows", default="1-2000", help="first and last row (default: %(default)s)")
    parser.add_argument("--half", choices=HALVES, help="only this half of them")
    parser.add_argument("--errors", type=int, default=25, help="errors of a kind, 0 for none (default: %(default)s)")
    parser.add_argument("--scope", default="segment", choices=("segment", "document"))
    parser.add_argument("--show", action="append", default=[], choices=OUTCOMES, help="print the rows that come out so")
    options = parser.parse_args()
    first, last = map(int, options.rows.split("-"))
    rows = list(pairs(options.pairs, first, last))
    rows = rows[HALVES[options.half]] if options.half else rows
    texts = on_published(rows, options.scope)
    if options.errors:
        on_planted(rows, texts, options.errors, options.scope, options.show)


if __name__ == "__main__":
    main()
