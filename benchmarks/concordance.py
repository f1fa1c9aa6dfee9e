"""How long does a concordance take in a large memory, by how many units have the phrase?

    python benchmarks/concordance.py DATABASE [--phrases 200]

DATABASE was made by `tmtool import`. Phrases are noun phrases of units drawn at random, with a fixed seed. Timed is
what `tmtool concordance` does after its start: finding the units (200 at most), marking the translation in each
and counting them. Time is the processor's.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from statistics import quantiles

from tmtool.languages import get
from tmtool.store.database import open_database
from tmtool.tasks.concordance import concordance
from tmtool.tasks.renderings import renderings
from tmtool.terminology.phrases import phrases

BANDS = ((1, 3), (4, 20), (21, 199), (200, 200))
UNITS = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("--phrases", type=int, default=200, help="how many are asked for (default: %(default)s)")
    options = parser.parse_args()
    connection = open_database(options.database)
    (segments,) = connection.execute("SELECT max(id) FROM segments").fetchone()
    chosen = random.Random(20_261_125)
    english = get("en")
    asked: dict[str, None] = {}
    while len(asked) < options.phrases:
        row = connection.execute(
            "SELECT text FROM segments WHERE id >= ? AND language = 'en' LIMIT 1", (chosen.randint(1, segments),)
        ).fetchone()
        if row and (found := [phrase.span.of(row[0]) for phrase in phrases(row[0], english)]):
            asked[chosen.choice(found)] = None
    times: dict[tuple[int, int], list[float]] = {band: [] for band in BANDS}
    for phrase in asked:
        start = time.process_time()
        lines = concordance(connection, phrase, language="en", other_language="fr", limit=UNITS)
        renderings(lines, "fr")
        spent = 1000 * (time.process_time() - start)
        for low, high in BANDS:
            if low <= len(lines) <= high:
                times[low, high].append(spent)
    print(f"{segments} segments, {len(asked)} phrases")
    for (low, high), spent_here in times.items():
        if len(spent_here) > 1:
            cuts = quantiles(spent_here, n=20)
            print(f"{low}-{high} units: {len(spent_here)} phrases, median {cuts[9]:.0f} ms, 95 % {cuts[18]:.0f} ms")


if __name__ == "__main__":
    main()
