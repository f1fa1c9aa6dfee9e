"""How many errors of each class do the checks find in sentences of a close translation?

    python benchmarks/errors_by_class.py [--subclasses] [--missed]

``data/errors_by_class.tsv`` has one error a sentence, in the classes that a grammar or a style guide has. An error is
found by a finding that the wrong translation gets and the right one does not. In each class every second row may be
read while checks are mended; the others are only counted, and say whether a class was mended or its sentences were.
Printed are, for both halves of each class, errors found, those found by a warning or an error, and findings in right
translations.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.languages import tables
from tmtool.model import Level
from tmtool.tasks.packaged import packaged_concepts

DATA = Path(__file__).parent / "data" / "errors_by_class.tsv"
_LOUD = frozenset({Level.ERROR, Level.WARNING})


@dataclass(frozen=True, slots=True)
class Row:
    """A `Row` is an error: its class and subclass, whether it may be read, the source, the right and the wrong
    translation, and what is wrong."""

    kind: str
    subclass: str
    may_be_read: bool
    source: str
    right: str
    wrong: str
    note: str


@dataclass(frozen=True, slots=True)
class Told:
    """A `Told` is a row with the level and the message of each finding that only its wrong translation gets, and how
    many the right one gets."""

    row: Row
    findings: Set[tuple[Level, str]]
    of_right: int

    @property
    def is_loud(self) -> bool:
        """Tells whether a warning or an error reports it."""
        return any(level in _LOUD for level, _ in self.findings)


def errors_by_class(path: Path = DATA) -> list[Row]:
    """Returns the rows of the table, of each class every second one from the second on as those that may be read."""
    seen: defaultdict[str, int] = defaultdict(int)
    rows = []
    for kind, subclass, *texts in tables.rows(path):
        rows.append(Row(kind, subclass, seen[kind] % 2 == 1, *texts))
        seen[kind] += 1
    return rows


def told(rows: Sequence[Row]) -> list[Told]:
    """Returns what the checks say of the rows, all right translations as one text and all wrong ones as another, with
    the packaged term base."""
    right = _findings((row.source, row.right) for row in rows)
    wrong = _findings((row.source, row.wrong) for row in rows)
    return [Told(row, wrong[place] - right[place], len(right[place])) for place, row in enumerate(rows)]


def _findings(pairs: Iterable[tuple[str, str]]) -> defaultdict[int, set[tuple[Level, str]]]:
    """Returns the level and the message of what is shown of each pair, as in an agenda, which is translated closely."""
    numbered = [Pair(place, target, source) for place, (source, target) in enumerate(pairs)]
    draft = prepare(numbered, source_language="en", target_language="fr", concepts=packaged_concepts())
    found: defaultdict[int, set[tuple[Level, str]]] = defaultdict(set)
    for one in run_checks(replace(draft, is_programme=True), scope="segment"):
        if one.level is not Level.HINT:
            found[one.segment].add((one.level, f"{one.check}: {one.message}"))
    return found


def _line(name: str, some: Sequence[Told]) -> str:
    found, loud = sum(bool(one.findings) for one in some), sum(one.is_loud for one in some)
    false = sum(one.of_right for one in some)
    return f"{name:60} {found:4} of {len(some):4}  {found / len(some):.2f}  loud {loud:4}  in right ones {false}"


def main() -> None:
    """Reads the command line and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--subclasses", action="store_true", help="print each subclass, too, both halves together")
    parser.add_argument("--missed", action="store_true", help="print the errors that are missed and may be read")
    options = parser.parse_args()
    results = told(errors_by_class())
    for half, name in ((True, "may be read"), (False, "only counted")):
        some = [one for one in results if one.row.may_be_read is half]
        for kind in dict.fromkeys(one.row.kind for one in some):
            print(_line(f"{kind}, {name}", [one for one in some if one.row.kind == kind]))
        print(_line(f"all, {name}", some))
    if options.subclasses:
        for of in dict.fromkeys((one.row.kind, one.row.subclass) for one in results):
            print(_line(": ".join(of), [one for one in results if (one.row.kind, one.row.subclass) == of]))
    for one in results if options.missed else ():
        if one.row.may_be_read and not one.findings:
            print(f"{one.row.kind}, {one.row.subclass}: {one.row.note}\n  {one.row.source}\n  {one.row.wrong}")


if __name__ == "__main__":
    main()
