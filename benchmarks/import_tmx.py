"""How long does the import of a TMX take, compared with the least that any program must do?

    python benchmarks/import_tmx.py PAIRS.tsv [--units 100000] [--folder DIR] [--report]

PAIRS.tsv has a header with columns `en` and `fr`; its first rows are written as a TMX. The least is ElementTree's
iterparse with the two texts of each unit put in a bare SQLite table. tmtool commits twice: when the file is in and
safe, which it says, and when it is indexed. To time the first, the program is killed as soon as it has said so; all
units must be in the database then. Each runs as a process of its own (tmtool starts a second one that reads), three
times, by turns.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import os
import signal
import sqlite3
import statistics
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from report import conditions, table, write_section
from tmtool.formats.tmx.writing import write_units
from tmtool.model import Unit, Variant

RUNS = 3
LEAST = "ElementTree's iterparse into a bare table"
DURABLE = "tmtool import, until the units are safe and can be read"
INDEXED = "tmtool import, until they are indexed"


@dataclass(frozen=True, slots=True)
class Run:
    """A `Run` holds the seconds that passed, seconds of the processor (of all processes), and the most memory that one
    held, in MB."""

    seconds: float
    processor: float
    memory: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, default=Path("out"))
    parser.add_argument("--report", action="store_true", help="write the section in docs/benchmarks.md")
    parser.add_argument("--bare", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.bare:
        bare(options.pairs, options.bare)
        return
    options.folder.mkdir(parents=True, exist_ok=True)
    tmx = options.folder / f"import-{options.units}.tmx"
    make(options.pairs, tmx, options.units)
    database = options.folder / "import.db"
    imports = [sys.executable, "-m", "tmtool", "--db", str(database), "-q", "import", str(tmx)]
    runs: dict[str, list[Run]] = {LEAST: [], DURABLE: [], INDEXED: []}
    for _ in range(RUNS):
        for name, some in runs.items():
            for file in options.folder.glob("import.db*"):
                file.unlink()
            if name == LEAST:
                some.append(run([sys.executable, __file__, str(tmx), "--bare", str(database)]))
            else:
                some.append(run(imports, until_it_speaks=name == DURABLE))
                check(database, options.units)
    text = (
        conditions(f"{options.units} units of {options.pairs.name}, a TMX of {tmx.stat().st_size / 1e6:.0f} MB")
        + "\n\n"
        + table(
            ["way", "s", "times the least", "s of the processor", "times the least", "most memory of a process, MB"],
            rows(runs),
        )
    )
    print(text)
    if options.report:
        write_section("Import", text)


def rows(runs: dict[str, list[Run]]) -> list[list[str]]:
    """Returns a line of the table for each way: the medians, and how many times those of the least."""
    seconds = {name: statistics.median(run.seconds for run in some) for name, some in runs.items()}
    processor = {name: statistics.median(run.processor for run in some) for name, some in runs.items()}
    return [
        [
            name,
            f"{seconds[name]:.1f}",
            f"{seconds[name] / seconds[LEAST]:.1f}",
            f"{processor[name]:.1f}",
            f"{processor[name] / processor[LEAST]:.1f}",
            f"{max(run.memory for run in some):.0f}",
        ]
        for name, some in runs.items()
    ]


def make(pairs: Path, tmx: Path, number: int) -> None:
    with pairs.open(encoding="utf-8", newline="") as file:
        rows = islice(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), number)
        units = (Unit((Variant("en", row["en"]), Variant("fr", row["fr"]))) for row in rows)
        write_units(tmx, units, source_language="en", target_language="fr")


def run(command: list[str], *, until_it_speaks: bool = False) -> Run:
    """Runs a command as a process of its own, to its end or until it has written a line, when it is killed."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        if until_it_speaks:
            process.stdout.readline()
            process.kill()
        process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != (-signal.SIGKILL if until_it_speaks else 0):
        raise subprocess.CalledProcessError(process.returncode, command)
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def check(database: Path, units: int) -> None:
    """Asserts that equal pairs are merged, so that the source tells how many units were in the file."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT entries FROM sources WHERE (SELECT count(*) FROM units) > 0").fetchall()
    if found != [(units,)]:
        raise SystemExit(f"{database}: {found} units in place of {units}")


def bare(tmx: Path, path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE pairs (source TEXT, target TEXT)")
    texts = (["".join(segment.itertext()) for segment in unit.iter("seg")] for unit in elements(tmx))
    database.executemany("INSERT INTO pairs VALUES (?, ?)", texts)
    database.commit()


def elements(tmx: Path) -> Iterator[ElementTree.Element]:
    for _, element in ElementTree.iterparse(tmx):
        if element.tag == "tu":
            yield element
            element.clear()


if __name__ == "__main__":
    main()
