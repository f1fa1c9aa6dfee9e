"""Which rules of Grammalecte find errors, and which speak on text as published?

    python benchmarks/grammalecte.py PAIRS [--rows 1-2000] [--clean OTHER_PAIRS]... [--rule RULE]

Errors are planted in the French of `rows` as check_seeded.py does. By family of rules, after the guards of
``checks/rules/grammar/grammalecte.py``, heard or not: the planted errors that it finds, its alarms on these rows as
published and on the other files, and how many of these alarms the table lets through. `--rule` prints the alarms of a
family.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from check import pairs
from planting import planted
from tmtool.checks.rules.grammar.grammalecte import heard, is_plain
from tmtool.languages.fr.grammalecte import remarks
from tmtool.model import Remark, Span

ERRORS = 25
ROWS = 4_000
NEAR = 25
"""An alarm so many characters from the planted error still is about it: the verb about its subject."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--rows", default="1-2000", help="first and last row (default: %(default)s)")
    parser.add_argument(
        "--clean", type=Path, action="append", default=[], help="alarms here are only counted, in 4,000 rows"
    )
    parser.add_argument("--rule", action="append", default=[], help="print the alarms of this family")
    options = parser.parse_args()
    first, last = map(int, options.rows.split("-"))
    rows = list(pairs(options.pairs, first, last))
    errors = planted(rows, ERRORS)
    clean = plain(row.target for row in rows)
    broken = plain(error.target for error in errors)
    found = Counter[str]()
    for error in errors:
        known = {(one.rule, one.message) for one in clean.get(rows[error.row].target, ())}
        around = Span(max(0, error.span.start - NEAR), error.span.end + NEAR)
        new = [one for one in broken.get(error.target, ()) if (one.rule, one.message) not in known]
        found.update({one.rule for one in new if one.span.overlaps(around)})
    others = plain(row.target for file in options.clean for row in pairs(file, 1, ROWS))
    alarms = Counter(one.rule for some in clean.values() for one in some)
    elsewhere = Counter(one.rule for some in others.values() for one in some)
    print(f"{'rule':40}{'heard':>7}{'found':>7}{'alarms':>8}{'elsewhere':>11}")
    for rule in sorted({*found, *alarms, *elsewhere}, key=lambda rule: (-found[rule], rule)):
        mark = "yes" if rule in heard() else ""
        print(f"{rule:40}{mark:>7}{found[rule]:7}{alarms[rule]:8}{elsewhere[rule]:11}")
    for text, some in {**clean, **others}.items():
        for one in some:
            if one.rule in options.rule:
                marked = f"{text[: one.span.start]}[{one.span.of(text)}]{text[one.span.end :]}"
                print(f"\n{one.rule}: {marked}\n  → {', '.join(one.suggestions)}")


def plain(texts: Iterable[str]) -> dict[str, list[Remark]]:
    """Returns the remarks that the guards of the check let through, by text."""
    found = remarks(texts)
    return {text: [one for one in some if is_plain(text, one.span)] for text, some in found.items()}


if __name__ == "__main__":
    main()
