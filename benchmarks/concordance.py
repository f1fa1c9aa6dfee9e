"""How long does a concordance take in a large memory, by how many units have the phrase?

    python benchmarks/concordance.py DATABASE… [--phrases 200] [--report]

The databases were made by `tmtool import`. Phrases are noun phrases of units drawn at random, with a fixed seed. Timed
is what `tmtool concordance` does after its start: finding the units (200 at most), marking the translation in each and
counting them. Time is the processor's.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

from report import conditions, table, write_section
from tmtool.languages import get
from tmtool.store import open_home
from tmtool.tasks.concordance import concordance
from tmtool.tasks.renderings import renderings
from tmtool.terminology.phrases import phrases

BANDS = ((1, 3), (4, 20), (21, 199), (200, 200))
UNITS = 200


def drawn(connection: sqlite3.Connection, segments: int, number: int) -> list[str]:
    """Returns so many noun phrases of English segments."""
    chosen = random.Random(20_261_125)
    english = get("en")
    asked: dict[str, None] = {}
    while len(asked) < number:
        row = connection.execute(
            "SELECT text FROM segments WHERE id >= ? AND language = 'en' LIMIT 1", (chosen.randint(1, segments),)
        ).fetchone()
        if row and (found := [phrase.span.of(row[0]) for phrase in phrases(row[0], english)]):
            asked[chosen.choice(found)] = None
    return list(asked)


def measured(database: Path, number: int) -> Iterator[list[object]]:
    """Yields a row for each band of units found."""
    home = open_home(database)
    with contextlib.closing(sqlite3.connect(database)) as connection:
        (segments,) = connection.execute("SELECT max(id) FROM segments").fetchone()
        asked = drawn(connection, segments, number)
    times: dict[tuple[int, int], list[float]] = {band: [] for band in BANDS}
    for phrase in asked:
        start = time.process_time()
        lines = concordance(home, phrase, language="en", other_language="fr", limit=UNITS)
        renderings(lines, "fr")
        spent = 1000 * (time.process_time() - start)
        for low, high in BANDS:
            if low <= len(lines) <= high:
                times[low, high].append(spent)
    for (low, high), here in times.items():
        if len(here) > 1:
            cuts = quantiles(here, n=20)
            units = f"{low}–{high}" if low < high else f"{low} or more"
            yield [segments, units, len(here), f"{cuts[9]:.0f}", f"{cuts[18]:.0f}"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("databases", type=Path, nargs="+")
    parser.add_argument("--phrases", type=int, default=200, help="how many are asked for (default: %(default)s)")
    parser.add_argument("--report", action="store_true", help="write the section of docs/benchmarks.md")
    options = parser.parse_args()
    rows = [row for database in options.databases for row in measured(database, options.phrases)]
    text = (
        conditions(f"{options.phrases} phrases in each database; milliseconds of the processor")
        + "\n\n"
        + table(["segments", "units with the phrase", "phrases", "median", "95 %"], rows)
    )
    print(text)
    if options.report:
        write_section("Concordance", text)


if __name__ == "__main__":
    main()
