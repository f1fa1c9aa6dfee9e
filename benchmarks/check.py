"""How many findings does each check make on published, revised text, where nearly every one is a false alarm?

    python benchmarks/check.py PAIRS [--rows 1-2000] [--scope segment|document] [--show CHECK] [--markdown]

PAIRS is a bilingual file (TSV, TMX, XLIFF), such as the development set of the United Nations
Parallel Corpus v1.0. Prints findings per 1,000 pairs by check and level; with --show the findings of a check
themselves, to be read by eye; with --markdown the table of docs/checks.md. The term base is the packaged one. The time
is the processor's, with the memory collected as seldom as by the command line.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import all_checks, run_checks
from tmtool.cli.main import COLLECT_AFTER
from tmtool.formats.registry import detect
from tmtool.model import Finding, Level, Notice, Skipped
from tmtool.tasks.packaged import packaged_concepts


def pairs(path: Path, first: int, last: int) -> Iterator[Pair]:
    """Yields the pairs of these rows of a bilingual file, the first row being 1."""
    read_units = detect(path).read_units
    if read_units is None:
        raise SystemExit(f"{path} is no bilingual file")
    for number, unit in enumerate(read_units(path, source_language="en", target_language="fr"), 1):
        if number > last:
            return
        if number < first or isinstance(unit, (Skipped, Notice)):
            continue
        source, target = unit.variant("en"), unit.variant("fr")
        if source is not None and target is not None:
            yield Pair(number, target.text, source.text, id=unit.id)


def table(findings: list[Finding], total: int) -> None:
    """Prints the findings per 1,000 pairs, a line a check that found something, and the sums."""
    counts = Counter((finding.check, finding.level) for finding in findings)
    print(f"{'check':28}" + "".join(f"{level.value:>10}" for level in Level))
    for check in all_checks():
        cells = [1000 * counts[check.name, level] / total for level in Level]
        if any(cells):
            print(f"{check.name:28}" + "".join(f"{cell:10.1f}" for cell in cells))
    sums = [1000 * sum(finding.level is level for finding in findings) / total for level in Level]
    print(f"{'all':28}" + "".join(f"{cell:10.1f}" for cell in sums))


def markdown(findings: list[Finding], total: int, rows: str) -> None:
    """Prints the same as a Markdown table, errors and warnings in one column."""
    print(f"| check | error, warning {rows} | info {rows} |\n|---|---:|---:|")
    for name in [*(check.name for check in all_checks()), "all"]:
        mine = [finding.level for finding in findings if name in (finding.check, "all")]
        infos = mine.count(Level.INFO)
        if mine:
            print(f"| {name} | {1000 * (len(mine) - infos) / total:.1f} | {1000 * infos / total:.1f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path, help="a bilingual file")
    parser.add_argument("--rows", default="1-2000", help="first and last row (default: %(default)s)")
    parser.add_argument("--scope", default="segment", choices=("segment", "document"))
    parser.add_argument("--show", action="append", default=[], metavar="CHECK")
    parser.add_argument("--markdown", action="store_true", help="print the table in Markdown")
    options = parser.parse_args()
    first, last = map(int, options.rows.split("-"))
    bare = list(pairs(options.pairs, first, last))
    gc.set_threshold(COLLECT_AFTER)
    start = time.process_time()
    draft = prepare(bare, source_language="en", target_language="fr", concepts=packaged_concepts())
    findings = run_checks(draft, scope=options.scope)
    seconds = time.process_time() - start
    print(f"{len(bare)} pairs, rows {options.rows}, scope {options.scope}, {1000 * seconds / len(bare):.2f} ms a pair")
    if options.markdown:
        markdown(findings, len(bare), options.rows)
    else:
        table(findings, len(bare))
    for finding in findings:
        if finding.check in options.show:
            print(f"\n{finding.level.value} {finding.id} {finding.check}: {finding.message}")
            print(f"  {finding.source}\n  {finding.target}")


if __name__ == "__main__":
    main()
