"""How many errors of each class do the checks find, and at how many findings on the text as published?

    python benchmarks/check_seeded.py PAIRS [--rows 1-2000] [--errors 25] [--class CLASS] [--missed CLASS]
        [--by-hand FILE [--half tune|report]] [--level LEVEL] [--no-peers] [--markdown]

Errors of the taxonomy (docs/un-french.md, section 15) are planted one at a time in the French of published pairs, by
``planting.py``. An error is found if a finding touches
the changed words, or is of a check of the right class, and the row as published does not get it. Findings of at
least the level given count (`--level`, hint where it is not set), here and on the text as published, but not those of
checks that compare segments: the rows are of many documents.
With --by-hand the errors are those of data/planted_by_hand.tsv, in rows 2001-4000, half of them for tuning.
Next to it is what the programs of ``check_peers.py`` say in the same run: whatever they say of the row with the
error and not of the row as published is a hit. `--grammalecte` measures the checks with what Grammalecte adds to them.

Precision "on planted errors" is the share of findings that are new on a row with an error and hit it; the share "on
clean text" is not told by this script, since only a reader can say which findings on published text are right.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from by_hand import HALVES, by_hand
from check import pairs
from check_peers import peers
from planting import Planted, planted
from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.cli.main import COLLECT_AFTER
from tmtool.languages.fr.grammalecte import remarks
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
    """Returns what tells a finding from one that the row as published gets."""
    quoted = finding.target_span.of(finding.target) if finding.target_span else ""
    return finding.check, quoted, finding.message


def by_row(
    rows: Iterable[Pair], concepts: Sequence[Concept], level: Level, *, grammalecte: bool, turned: bool
) -> dict[int, list[Finding]]:
    if turned:
        rows = [Pair(one.number, one.source or "", one.target) for one in rows]
    source, target = ("fr", "en") if turned else ("en", "fr")
    draft = prepare(rows, source_language=source, target_language=target, concepts=concepts)
    if grammalecte:
        draft = replace(draft, remarks=remarks(pair.target for pair in draft.pairs))
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in run_checks(draft, "segment"):
        if finding.level.gravity >= level.gravity:
            found[finding.segment].append(finding)
    return found


def hits(one: Planted, findings: Iterable[Finding], *, turned: bool) -> list[Finding]:
    """Returns those of `findings` that report the error, which is in the source if the pair is `turned`."""
    right = RIGHT_CHECKS[one.group]
    places = ((finding, finding.source_span if turned else finding.target_span) for finding in findings)
    return [
        finding
        for finding, place in places
        if finding.check.startswith(right) or (place is not None and place.overlaps(one.span))
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--rows", help="first and last row (default: 1-2000, with --by-hand 2001-4000)")
    parser.add_argument("--by-hand", type=Path, metavar="FILE", help="errors planted by hand instead of by lot")
    parser.add_argument("--half", default="", choices=HALVES, help="only this half of them")
    parser.add_argument("--errors", type=int, default=25, help="errors of a kind at most (default: %(default)s)")
    parser.add_argument("--class", action="append", default=[], dest="classes", metavar="CLASS", help="only these")
    parser.add_argument("--missed", action="append", default=[], metavar="CLASS", help="print what was not found")
    parser.add_argument("--level", default=Level.HINT, type=Level, choices=tuple(Level), help="the least that counts")
    parser.add_argument("--grammalecte", action="store_true", help="let the checks ask Grammalecte")
    parser.add_argument("--turned", action="store_true", help="take the French for the source; without the peers")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--markdown", action="store_true", help="print the table of docs/checks.md, by class only")
    options = parser.parse_args()
    wanted = options.rows or ("2001-4000" if options.by_hand else "1-2000")
    rows = list(pairs(options.pairs, *map(int, wanted.split("-"))))
    concepts = packaged_concepts()
    errors = by_hand(options.by_hand, rows, options.half) if options.by_hand else planted(rows, options.errors)
    errors = [one for one in errors if one.group in (options.classes or RIGHT_CHECKS)]
    gc.set_threshold(COLLECT_AFTER)
    start = time.process_time()
    published = [Pair(place, row.target, row.source) for place, row in enumerate(rows, 1)]
    clean = by_row(published, concepts, options.level, grammalecte=options.grammalecte, turned=options.turned)
    seconds = time.process_time() - start
    # Each after its row as published, so that the document has its habits and neighbours that are right.
    broken: dict[int, list[Pair]] = defaultdict(list)
    for place, one in enumerate(errors, 1):
        broken[one.row].append(Pair(len(rows) + place, one.target, rows[one.row].source))
    among = [pair for row, one in enumerate(published) for pair in (one, *broken[row])]
    seeded = by_row(among, concepts, options.level, grammalecte=options.grammalecte, turned=options.turned)
    total, found = Counter[str](), Counter[str]()
    new_findings = right_findings = 0
    for place, one in enumerate(errors, 1):
        known = Counter(key(finding) for finding in clean[one.row + 1])
        new = [finding for finding in seeded[len(rows) + place] if not known[key(finding)]]
        hit = hits(one, new, turned=options.turned)
        new_findings += len(new)
        right_findings += len(hit)
        for name in names_of(one):
            total[name] += 1
            found[name] += bool(hit)
        if not hit and one.group in options.missed:
            row = rows[one.row]
            was = row.target[one.span.start : len(row.target) - len(one.target) + one.span.end]
            print(f"\n{one.group}: {one.error}, row {row.number}\n  {row.source}\n  {one.target}")
            print(f"  {was!r} → {one.span.of(one.target)!r} {[finding.check for finding in new]}")
    others = [] if options.no_peers or options.turned else peers(rows, errors, names_of)
    alarms = sum(map(len, clean.values()))
    print(f"{len(rows)} pairs (rows {wanted}), {len(errors)} errors, {1000 * seconds / len(rows):.2f} ms a pair")
    ends = tuple(name for name in ("major", "minor", "all") if total[name])
    names = [*sorted(name for name in total if name not in ends), *ends]
    if options.markdown:
        print("".join(f"| {head} " for head in ("class", "errors", wanted, *(other.name for other in others))) + "|")
        print("|---|" + "---:|" * (2 + len(others)))
        for name in (name for name in names if ":" not in name):
            shares = [found[name] / total[name], *(other.found[name] / total[name] for other in others)]
            print(f"| {name} | {total[name]} " + "".join(f"| {share:.2f} " for share in shares) + "|")
    else:
        print(f"{'':44}{'errors':>8}{'found':>8}{'recall':>8}" + "".join(f"{other.name:>13}" for other in others))
        for name in names:
            figures = "".join(f"{other.found[name] / total[name]:13.2f}" for other in others)
            print(f"{name:44}{total[name]:8}{found[name]:8}{found[name] / total[name]:8.2f}{figures}")
    print(f"precision of new findings on rows with an error: {right_findings / max(1, new_findings):.2f}")
    noise = "".join(f", {other.name} {other.noise:.1f}" for other in others)
    print(f"findings per 1,000 pairs as published: {1000 * alarms / len(rows):.1f}{noise}")


def names_of(one: Planted) -> tuple[str, ...]:
    """Returns the lines of the table that count an error."""
    return one.group, f"{one.group}: {one.error}", "major" if one.major else "minor", "all"


if __name__ == "__main__":
    main()
