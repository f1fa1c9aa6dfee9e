"""Does a database stay sound when a program that changes it is killed?

    python benchmarks/faults.py DATABASE FILE [--kills 20] [--seed 1]

On a copy of DATABASE, `tmtool import FILE` is killed (SIGKILL) at random moments, as often as asked, and then `tmtool
settle` of a unit as often. After each, SQLite's integrity_check, that each segment is indexed or waits after all that
are, that the file's units are there entirely or not at all, and that a lookup gives what a scan of all segments
gives. The first fault ends it with status 1.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tmtool.formats.registry import detect
from tmtool.model import Unit
from tmtool.text.tokens import match_rate

THRESHOLD = 70
MEMORY = "drill"
OF_DRILL = "memory_id = (SELECT id FROM memories WHERE name = ?)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    read_units = detect(options.file).read_units
    if read_units is None:
        parser.error("FILE holds no units")
    units = [
        one for one in read_units(options.file, source_language="en", target_language="fr") if isinstance(one, Unit)
    ]
    with tempfile.TemporaryDirectory(dir=options.database.parent) as folder:
        copy = Path(folder) / "copy.db"
        shutil.copy(options.database, copy)
        drill(copy, options.file, units, options.kills, chance)


def drill(copy: Path, file: Path, units: list[Unit], kills: int, chance: random.Random) -> None:
    importing = tmtool(copy, "import", "--memory", MEMORY, str(file))
    start = time.perf_counter()
    subprocess.run(importing, check=True, stdout=subprocess.DEVNULL)
    whole = time.perf_counter() - start
    allowed = {units_of_drill(copy)}
    for number in range(1, kills + 1):
        forget(copy)
        allowed.add(units_of_drill(copy))
        when = chance.uniform(0, whole)
        kill(importing, when)
        check(copy, allowed, units, chance)
        print(f"import {number} of {kills}, killed after {when:.2f} s: sound", flush=True)
    subprocess.run(importing, check=True, stdout=subprocess.DEVNULL)
    with contextlib.closing(sqlite3.connect(copy)) as database:
        rows = database.execute("SELECT id FROM units ORDER BY random() LIMIT ?", (kills,)).fetchall()
    for number, (unit,) in enumerate(rows, 1):
        when = chance.uniform(0, 0.6)
        kill(tmtool(copy, "settle", str(unit)), when)
        check(copy, allowed, units, chance)
        print(f"settle {number} of {kills}, killed after {when:.2f} s: sound", flush=True)


def tmtool(database: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "tmtool", "--db", str(database), "-q", *arguments]


def kill(command: list[str], seconds: float) -> None:
    """Kills a program after that time; it may be through by then."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()


def forget(copy: Path) -> None:
    """Makes the next import replace half of what the file has given: those units look changed."""
    with contextlib.closing(sqlite3.connect(copy)) as database:
        database.execute(
            "UPDATE sources SET sha256 = '' WHERE memory_id = (SELECT id FROM memories WHERE name = ?)", (MEMORY,)
        )
        database.execute(f"UPDATE units SET digest = randomblob(12) WHERE {OF_DRILL} AND id % 2", (MEMORY,))
        database.commit()


def units_of_drill(copy: Path) -> int:
    with contextlib.closing(sqlite3.connect(copy)) as database:
        return int(database.execute(f"SELECT count(*) FROM units WHERE {OF_DRILL}", (MEMORY,)).fetchone()[0])


def check(copy: Path, allowed: set[int], units: list[Unit], chance: random.Random) -> None:
    """Exits with what is wrong, if anything is."""
    with contextlib.closing(sqlite3.connect(copy)) as database:
        verdict = database.execute("PRAGMA integrity_check").fetchone()[0]
        last = "(SELECT max(segment_id) FROM index_segments)"
        apart = database.execute(
            f"SELECT count(*) FROM segments WHERE id <= {last} AND id NOT IN (SELECT segment_id FROM index_segments)"
        ).fetchone()[0]
        stray = database.execute(
            "SELECT count(*) FROM index_segments WHERE segment_id NOT IN (SELECT id FROM segments)"
        ).fetchone()[0]
        query = changed(chance.choice(units).variants[0].text, chance)
        stored = {row[0] for row in database.execute("SELECT text FROM segments WHERE language = 'en'")}
    scanned = {text: rate for text in stored if (rate := match_rate(query, text)) >= THRESHOLD}
    looked = tmtool(copy, "lookup", "--json", "--limit", "0", "--threshold", str(THRESHOLD), query)
    answer = json.loads(subprocess.run(looked, check=True, capture_output=True, text=True).stdout)
    found = {match["source"]: match["rate"] for match in answer["matches"] if match["rate"] >= THRESHOLD}
    number = units_of_drill(copy)
    for wrong, said in (
        (verdict != "ok", verdict),
        (apart or stray, f"{apart} segments are not in the index, {stray} of it not among the segments"),
        (number not in allowed, f"{number} units of the file are there: neither none nor all"),
        (found != scanned, f"the lookup of {query!r} gives {found}, a scan {scanned}"),
    ):
        if wrong:
            sys.exit(said)


def changed(text: str, chance: random.Random) -> str:
    """Returns the text with one word in the place of another."""
    words = text.split()
    words[chance.randrange(len(words))] = "otherwise"
    return " ".join(words)


if __name__ == "__main__":
    main()
