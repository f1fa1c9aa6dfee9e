"""How many errors of each class do the checks find, and at how many findings on the text as published?

    python benchmarks/check_seeded.py PAIRS [--rows 1-2000] [--errors 25] [--class CLASS] [--missed CLASS]
        [--no-pofilter] [--markdown]

Errors of the taxonomy (docs/un-french.md, section 15) are planted one at a time in the French of published pairs, by
``planting.py``. An error is found if a finding touches
the changed words, or is of a check of the right class, and the row as published does not get it. Infos do not count.
Beside it stands what translate-toolkit's pofilter says in the same run: a filter that fails for the row with the error
and not for the row as published is a hit, whatever it names.

Precision "on planted errors" is the share of findings that are new on a row with an error and hit it; the share "on
clean text" is not told by this script, since only a reader can say which findings on published text are right.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from check import pairs
from planting import Planted, planted
from tmtool.checks.draft import Pair, prepare
from tmtool.checks.registry import run_checks
from tmtool.model import Concept, Finding, Level
from tmtool.tasks.packaged import packaged_concepts

RIGHT_CHECKS = {
    "numbers": ("numbers-", "dates-", "references-", "markup-label"),
    "dates": ("dates-", "numbers-"),
    "references": ("references-", "numbers-", "markup-label"),
    "units": ("units-", "dates-", "numbers-"),
    "meaning": ("meaning-", "completeness-"),
    "names": ("names-", "term-"),
    "terminology": ("term-", "names-"),
    "completeness": ("completeness-", "markup-", "typography-final", "numbers-value"),
    "language": ("language-", "completeness-"),
    "duplication": ("duplication-",),
    "typography": ("typography-", "numbers-"),
    "grammar": ("grammar-", "spelling-"),
    "spelling": ("spelling-", "grammar-", "typography-"),
    "style": ("style-", "term-"),
    "markup": ("markup-", "typography-quotes", "numbers-"),
}
"""Class of the taxonomy → beginnings of the names of the checks that may report it."""


Key = tuple[str, str, str]


def key(finding: Finding) -> Key:
    """What tells a finding from one that the row as published gets."""
    quoted = finding.target_span.of(finding.target) if finding.target_span else ""
    return finding.check, quoted, finding.message


def by_row(rows: Iterable[Pair], concepts: Sequence[Concept]) -> dict[int, list[Finding]]:
    draft = prepare(rows, source_language="en", target_language="fr", concepts=concepts)
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in run_checks(draft):
        if finding.level is not Level.INFO and not finding.check.startswith("document-"):
            found[finding.segment].append(finding)
    return found


def hits(one: Planted, findings: Iterable[Finding]) -> list[Finding]:
    """Those of `findings` that report the error."""
    right = RIGHT_CHECKS[one.group]
    return [
        finding
        for finding in findings
        if finding.check.startswith(right)
        or (finding.target_span is not None and finding.target_span.overlaps(one.span))
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--rows", default="1-2000", help="first and last row (default: %(default)s)")
    parser.add_argument("--errors", type=int, default=25, help="errors of a kind at most (default: %(default)s)")
    parser.add_argument("--class", action="append", default=[], dest="classes", metavar="CLASS", help="only these")
    parser.add_argument("--missed", action="append", default=[], metavar="CLASS", help="print what was not found")
    parser.add_argument("--no-pofilter", action="store_true")
    parser.add_argument("--markdown", action="store_true", help="print the table of docs/checks.md, by class only")
    options = parser.parse_args()
    first, last = map(int, options.rows.split("-"))
    rows = list(pairs(options.pairs, first, last))
    concepts = packaged_concepts()
    errors = [one for one in planted(rows, options.errors) if one.group in (options.classes or RIGHT_CHECKS)]
    start = time.perf_counter()
    clean = by_row((Pair(place, row.target, row.source) for place, row in enumerate(rows, 1)), concepts)
    seconds = time.perf_counter() - start
    # Among the rows as published, so that the document has its habits.
    both = [Pair(place, row.target, row.source) for place, row in enumerate(rows, 1)]
    both += [Pair(len(rows) + place, one.target, rows[one.row].source) for place, one in enumerate(errors, 1)]
    seeded = by_row(both, concepts)
    total, found = Counter[str](), Counter[str]()
    new_findings = right_findings = 0
    for place, one in enumerate(errors, 1):
        known = Counter(key(finding) for finding in clean[one.row + 1])
        new = [finding for finding in seeded[len(rows) + place] if not known[key(finding)]]
        hit = hits(one, new)
        new_findings += len(new)
        right_findings += len(hit)
        for name in (one.group, f"{one.group}: {one.error}", "major" if one.major else "minor", "all"):
            total[name] += 1
            found[name] += bool(hit)
        if not hit and one.group in options.missed:
            print(f"\n{one.group}: {one.error}\n  {rows[one.row].source}\n  {one.target}")
            print(f"  → {one.span.of(one.target)!r} {[finding.check for finding in new]}")
    theirs, noise = peer(rows, errors) if not options.no_pofilter else (Counter(), 0)
    alarms = sum(map(len, clean.values()))
    print(f"{len(rows)} pairs (rows {options.rows}), {len(errors)} errors, {1000 * seconds / len(rows):.2f} ms a pair")
    ends = ("major", "minor", "all")
    names = [*sorted(name for name in total if name not in ends), *ends]
    if options.markdown:
        print(f"| class | errors | {options.rows} | pofilter there |\n|---|---:|---:|---:|")
        for name in (name for name in names if ":" not in name):
            shares = f"{found[name] / total[name]:.2f} | " + (f"{theirs[name] / total[name]:.2f}" if theirs else "")
            print(f"| {name} | {total[name]} | {shares} |")
    else:
        print(f"{'':44}{'errors':>8}{'found':>8}{'recall':>8}{'pofilter':>10}")
        for name in names:
            peer_share = f"{theirs[name] / total[name]:10.2f}" if theirs else ""
            print(f"{name:44}{total[name]:8}{found[name]:8}{found[name] / total[name]:8.2f}{peer_share}")
    print(f"precision of new findings on rows with an error: {right_findings / max(1, new_findings):.2f}")
    print(f"errors and warnings per 1,000 pairs as published: {1000 * alarms / len(rows):.1f} (pofilter {noise:.1f})")


def peer(rows: Sequence[Pair], errors: Sequence[Planted]) -> tuple[Counter[str], float]:
    """Hits of pofilter's filters by class, and how many fail per 1,000 pairs as published."""
    from translate.filters import checks
    from translate.storage import po

    filters = checks.TeeChecker(checkerconfig=checks.CheckerConfig(targetlanguage="fr"))

    def pofilter(source: str, target: str) -> set[str]:
        unit = po.pounit(source)
        unit.target = target
        return set(filters.run_filters(unit))

    clean = [pofilter(row.source or "", row.target) for row in rows]
    found: Counter[str] = Counter()
    for one in errors:
        hit = bool(pofilter(rows[one.row].source or "", one.target) - clean[one.row])
        for name in (one.group, f"{one.group}: {one.error}", "major" if one.major else "minor", "all"):
            found[name] += hit
    return found, 1000 * sum(map(len, clean)) / len(rows)


if __name__ == "__main__":
    main()
