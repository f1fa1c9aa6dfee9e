"""How many errors of each class do the checks find, and at how many findings on the text as published?

    python benchmarks/check_seeded.py PAIRS [--rows 1-2000] [--errors 25] [--missed CLASS] [--no-pofilter] [--markdown]

Errors of the taxonomy (docs/un-french.md, section 15) are planted one at a time in the French of published pairs, by
the substitutions of ``seeding.tsv`` and the functions below, with a fixed seed. An error is found if a finding touches
the changed words, or is of a check of the right class, and the row as published does not get it. Infos do not count.
Beside it stands what translate-toolkit's pofilter says in the same run: a filter that fails for the row with the error
and not for the row as published is a hit, whatever it names.

Precision "on planted errors" is the share of findings that are new on a row with an error and hit it; the share "on
clean text" is not told by this script, since only a reader can say which findings on published text are right.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from check import pairs
from tmtool.checks.draft import Pair, prepare
from tmtool.checks.registry import run_checks
from tmtool.languages import tables
from tmtool.model import Concept, Finding, Level, Span
from tmtool.tasks.packaged import packaged_concepts

SEED = 20300910
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


@dataclass(frozen=True, slots=True)
class Planted:
    """A row with one error. `span` are the changed words in the new target, at least one character."""

    row: int
    group: str
    error: str
    major: bool
    target: str
    span: Span


Plant = Callable[[str, str, random.Random], tuple[int, int, str] | None]
"""From source, target and a lot: what to put in place of which characters; None if there is nothing to change."""


def substitution(pattern: str, replacement: str) -> Plant:
    compiled = re.compile(pattern)

    def plant(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
        found = [one for one in compiled.finditer(target) if one.expand(replacement) != one.group()]
        if not found:
            return None
        chosen = lot.choice(found)
        return chosen.start(), chosen.end(), chosen.expand(replacement)

    return plant


def digits(pattern: str, change: Callable[[str, random.Random], str]) -> Plant:
    """Changes the figures that `pattern` finds (its first group)."""
    compiled = re.compile(pattern)

    def plant(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
        found = [(one, change(one.group(1), lot)) for one in compiled.finditer(target) if one.group(1) in source]
        found = [(one, new) for one, new in found if new != one.group(1) and new not in source]
        if not found:
            return None
        one, new = lot.choice(found)
        return one.start(1), one.end(1), new

    return plant


def another(number: str, lot: random.Random) -> str:
    return str(max(1, int(number) + lot.choice((-3, -2, -1, 1, 2, 5))))


def exchanged(number: str, lot: random.Random) -> str:
    place = lot.randrange(len(number) - 1)
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    return number if swapped.startswith("0") else swapped


def copied(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
    words = [word for word in re.findall(r"\w+", source) if word.islower()]
    return (0, len(target), source) if len(words) >= 4 else None


def half_translated(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
    """The end of the segment is left in English."""
    english, french = source.split(), target.split(" ")
    if len(english) < 14 or len(french) < 14:
        return None
    start = len(" ".join(french[: len(french) // 2]))
    return start, len(target), " " + " ".join(english[len(english) // 2 :])


def turned_round(source: str, target: str, lot: random.Random) -> tuple[int, int, str] | None:
    found = re.search(r"\bde ([A-ZÉ]\w+) à ([A-ZÉ]\w+)", target) or re.search(r"\bdu (\d+ \w+) au (\d+ \w+)", target)
    if not found:
        return None
    return (
        found.start(1),
        found.end(2),
        target[found.start(1) : found.end(2)]
        .replace(found.group(1), "\0")
        .replace(found.group(2), found.group(1))
        .replace("\0", found.group(2)),
    )


PROCEDURES: tuple[tuple[str, str, bool, Plant], ...] = (
    ("numbers", "value changed", True, digits(r"(?<![\d,./])(\d{1,3})(?![\d.,/]|er?\b)(?= [a-zé])", another)),
    ("numbers", "digits exchanged", True, digits(r"(?<![\d,./])(\d{2,4})(?![\d.,/]|er?\b)", exchanged)),
    ("numbers", "end of a range", True, digits(r"\b(?:19|20)\d\d-((?:19|20)\d\d)\b", another)),
    (
        "dates",
        "year changed",
        True,
        digits(r"(?:janvier|mars|juin|juillet|mai|octobre|décembre|er|bre) (\d{4})\b", another),
    ),
    (
        "dates",
        "day changed",
        True,
        digits(r"\b(\d{1,2}) (?:janv|févr|mars|avril|mai|jui|août|sept|oct|nov|déc)", another),
    ),
    ("references", "resolution", True, digits(r"résolution (\d{2,4})", another)),
    ("references", "article", True, digits(r"articles? (\d{1,3})\b", another)),
    ("references", "paragraph", True, digits(r"(?:paragraphes?|par\.) (\d{1,3})\b", another)),
    (
        "references",
        "item, annex, section",
        True,
        digits(r"(?:point|section|chapitre|tableau|chap\.) (\d{1,3})\b", another),
    ),
    ("references", "letter of a sub-item", True, substitution(r"(?<=[ (\d] )a(?=\))", "b")),
    ("references", "letter of a sub-item", True, substitution(r"(?<=[ (\d] )c(?=\))", "d")),
    ("meaning", "direction turned round", True, turned_round),
    ("language", "segment left in English", True, copied),
    ("language", "clause left in English", True, half_translated),
)


def kinds() -> list[tuple[str, str, bool, list[Plant]]]:
    """Each class and error of it, with whether it is major and the ways to plant it."""
    ways: dict[tuple[str, str, bool], list[Plant]] = defaultdict(list)
    for group, error, severity, pattern, replacement in tables.rows(Path(__file__).with_name("seeding.tsv")):
        ways[group, error, severity == "M"].append(substitution(pattern, replacement))
    for group, error, major, plant in PROCEDURES:
        ways[group, error, major].append(plant)
    return [(*key, plants) for key, plants in ways.items()]


def planted(rows: Sequence[Pair], many: int) -> list[Planted]:
    """Up to `many` errors of each kind, each in a row of its own choosing, by ways taken in turn."""
    found = []
    for group, error, major, plants in kinds():
        lot = random.Random(f"{SEED} {group} {error}")
        order = list(range(len(rows)))
        lot.shuffle(order)
        taken: Counter[int] = Counter()
        share = -(-many // len(plants))
        done = 0
        for row in order:
            if done >= many:
                break
            for way in lot.sample(range(len(plants)), len(plants)):
                if taken[way] >= share:
                    continue
                change = plants[way](rows[row].source or "", rows[row].target, lot)
                if change is None:
                    continue
                start, end, new = change
                target = rows[row].target[:start] + new + rows[row].target[end:]
                found.append(Planted(row, group, error, major, target, around(target, start, start + len(new))))
                taken[way] += 1
                done += 1
                break
    found += shifted(rows, many)
    return found


def shifted(rows: Sequence[Pair], many: int) -> Iterator[Planted]:
    """The target of the row before or after, of rows long enough to tell."""
    lot = random.Random(f"{SEED} shifted")
    long = [place for place in range(1, len(rows) - 1) if len(rows[place].target) > 40]
    for row in lot.sample(long, min(many, len(long))):
        target = rows[row + lot.choice((-1, 1))].target
        yield Planted(row, "language", "target of another segment", True, target, Span(0, max(1, len(target))))


def around(text: str, start: int, end: int) -> Span:
    """The words that a change touches."""
    while start > 0 and (text[start - 1].isalnum() or start == end):
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Span(start, max(end, start + 1))


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
    parser.add_argument("--missed", action="append", default=[], metavar="CLASS", help="print what was not found")
    parser.add_argument("--no-pofilter", action="store_true")
    parser.add_argument("--markdown", action="store_true", help="print the table of docs/checks.md, by class only")
    options = parser.parse_args()
    first, last = map(int, options.rows.split("-"))
    rows = list(pairs(options.pairs, first, last))
    concepts = packaged_concepts()
    errors = planted(rows, options.errors)
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
