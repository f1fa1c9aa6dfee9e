"""What do the checks say of sentences that are right, between any two of the six languages?

    python benchmarks/six_right.py [--pairs en-es fr-en …] [--level info]

The sentences are written by hand in data/six_right.tsv, full of what trips a check: dates, times, numerals, references,
names of States and bodies, denials. Each finding is a wrong one, and is shown.
"""

from __future__ import annotations

import argparse
from itertools import permutations
from pathlib import Path

from six_check import findings
from tmtool.checks.engine.draft import Pair
from tmtool.languages.tables import rows
from tmtool.model import Level

TABLE = Path(__file__).parent / "data" / "six_right.tsv"
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", nargs="+", default=[f"{a}-{b}" for a, b in permutations(LANGUAGES, 2) if b != "fr"])
    parser.add_argument("--level", default=Level.INFO, type=Level, choices=tuple(Level), help="the least that counts")
    options = parser.parse_args()
    texts = [dict(zip(LANGUAGES, row, strict=True)) for row in rows(TABLE)]
    for pair in options.pairs:
        source, target = pair.split("-")
        found = findings(
            [Pair(n, row[target], row[source]) for n, row in enumerate(texts, 1)], source, target, options.level
        )
        print(f"{pair}: {sum(map(len, found.values()))} findings in {len(texts)} right sentences")
        for one in (one for some in found.values() for one in some):
            print(f"   {one.segment} {one.level} {one.check}: {one.message}\n     {one.source}\n     {one.target}")


if __name__ == "__main__":
    main()
