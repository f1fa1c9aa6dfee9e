"""How long does the import of a TMX take, beside the least that any program must do?

    python benchmarks/import_tmx.py PAIRS.tsv [--units 100000] [--folder DIR] [--report]

PAIRS.tsv has a header with columns `en` and `fr`; its first rows are written as a TMX. The least is ElementTree's
iterparse with the two texts of each unit put in a bare SQLite table. tmtool commits once, when the units are in all
their indexes, so that "durable" and "indexed" are the same moment. Each runs in a process of its own, three times, by
turns.
"""

from __future__ import annotations

import argparse
import csv
import os
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
from tmtool.formats.tmx_writing import write_units
from tmtool.model import Unit, Variant

RUNS = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds that passed, seconds of the processor, and the most memory held, in MB."""

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
    ways = {
        "ElementTree's iterparse into a bare table": [__file__, str(tmx), "--bare", str(database)],
        "tmtool import": ["-m", "tmtool", "--db", str(database), "-q", "import", str(tmx)],
    }
    runs: dict[str, list[Run]] = {name: [] for name in ways}
    for _ in range(RUNS):
        for name, arguments in ways.items():
            for file in options.folder.glob("import.db*"):
                file.unlink()
            runs[name].append(run([sys.executable, *arguments]))
    least = statistics.median(run.processor for run in runs["ElementTree's iterparse into a bare table"])
    rows = [
        [
            name,
            f"{statistics.median(run.seconds for run in some):.1f}",
            f"{statistics.median(run.processor for run in some):.1f}",
            f"{statistics.median(run.processor for run in some) / least:.1f}",
            f"{max(run.memory for run in some):.0f}",
        ]
        for name, some in runs.items()
    ]
    text = (
        conditions(f"{options.units} units of {options.pairs.name}, a TMX of {tmx.stat().st_size / 1e6:.0f} MB")
        + "\n\n"
        + table(["way", "s", "s of the processor", "times the least", "most memory, MB"], rows)
    )
    print(text)
    if options.report:
        write_section("Import", text)


def make(pairs: Path, tmx: Path, number: int) -> None:
    with pairs.open(encoding="utf-8", newline="") as file:
        rows = islice(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), number)
        units = (Unit((Variant("en", row["en"]), Variant("fr", row["fr"]))) for row in rows)
        write_units(tmx, units, source_language="en", target_language="fr")


def run(command: list[str]) -> Run:
    """Runs a command as a process of its own."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Run(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


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
