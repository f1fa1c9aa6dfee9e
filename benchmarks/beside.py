"""How long does a lookup take beside an import that is stored and not yet indexed?

    python benchmarks/beside.py TABLE [--pairs 100000] [--processes 20] [--queries 12] [--indexed DATABASE]

The first pairs of TABLE (columns `en`, `fr`) are stored, in a copy of DATABASE where one is named, and left to be
indexed, as an import leaves them while it indexes. Processes are started one after the other; each opens the database
and looks up some English sentences of the table, of which others have had a word changed. The first and the second
lookup of each are told apart from those after. A lookup in another, small database comes before, so that nothing of the
program has to be loaded. Then all is indexed. Milliseconds of the processor, and by the clock.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from report import conditions, table
from tmtool.matching.lookup import Lookup
from tmtool.model import Unit, Variant
from tmtool.store import open_home
from tmtool.store.home import Home

Times = list[tuple[float, float]]
"""Of some lookups, seconds of the processor and by the clock."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--processes", type=int, default=20)
    parser.add_argument("--queries", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--indexed", type=Path, metavar="DATABASE", help="what is indexed already")
    parser.add_argument("--ask", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.ask:
        print(json.dumps(asked(options.table, json.loads(options.ask))))
        return
    with options.table.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        pairs = [(row["en"], row["fr"]) for row in islice(rows, options.pairs)]
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "beside.db"
        if options.indexed:
            shutil.copy(options.indexed, place)
        with open_home(place, create=True) as home:
            start = time.process_time()
            store(home, pairs)
            stored = time.process_time() - start
            waiting = home.segments.waiting()
            runs = []
            for _ in range(options.processes):
                queries = [query_from(chance, pairs) for _ in range(options.queries)]
                command = [sys.executable, __file__, str(place), "--ask", json.dumps(queries)]
                answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                runs.append([(float(one[0]), float(one[1])) for one in json.loads(answer)])
            start = time.process_time()
            home.segments.index()
            indexed = time.process_time() - start
    print(conditions(f"{waiting} segments waiting, of {len(pairs)} pairs of {options.table.name}"))
    print(f"\nStored in {stored:.1f} s of the processor, indexed in {indexed:.1f}.\n")
    groups = {
        "first": [run[0] for run in runs],
        "second": [run[1] for run in runs],
        "others": [one for run in runs for one in run[2:]],
    }
    head = ["lookup", "p50", "p95", "most", "p50 by the clock", "p95 by the clock", "most by the clock"]
    print(table(head, [[name, *figures(some)] for name, some in groups.items()]))


def store(home: Home, pairs: list[tuple[str, str]]) -> None:
    with home.transaction():
        writer = home.sources.replace_units("beside", "beside", "table", "")
        for en, fr in pairs:
            writer.add(Unit((Variant("en", en), Variant("fr", fr))))
        writer.finish()


def query_from(chance: random.Random, pairs: list[tuple[str, str]]) -> str:
    words = chance.choice(pairs)[0].split()
    if chance.random() < 0.5:
        words[chance.randrange(len(words))] = "elsewhere"
    return " ".join(words)


def asked(place: Path, queries: list[str]) -> Times:
    with tempfile.TemporaryDirectory() as folder, open_home(Path(folder) / "small.db", create=True) as home:
        store(home, [("Report of the Group on 7 June", "Rapport du Groupe du 7 juin")])
        Lookup(home, "en", "fr").matches("Report of the Group on 8 June", threshold=70, limit=5)
    times = []
    with open_home(place) as home:
        lookup = Lookup(home, "en", "fr")
        for query in queries:
            clock, processor = time.perf_counter(), time.process_time()
            lookup.matches(query, threshold=70, limit=5)
            times.append((time.process_time() - processor, time.perf_counter() - clock))
    return times


def figures(some: Times) -> list[str]:
    shown = []
    for measured in zip(*some, strict=True):
        shown += [statistics.median(measured), statistics.quantiles(measured, n=20)[-1], max(measured)]
    return [f"{1000 * seconds:.0f}" for seconds in shown]


if __name__ == "__main__":
    main()
