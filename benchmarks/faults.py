"""Does a database stay sound when a program that changes it is killed or interrupted?

    python benchmarks/faults.py DATABASE FILE [--kills 20] [--seed 1] [--at postgresql://…]

On a copy of DATABASE, a file or, with --at, at the place named by that URL, where nothing is yet, `tmtool import FILE`
is killed (SIGKILL) at random moments, as often as asked, then `tmtool settle` of a unit as often, then a replacement in
all its units, and its being taken back, as often together; each second time it is interrupted instead (SIGINT), which
it must answer by ending quietly, and each third time what works beside it is killed, if anything does (of more than
10,000 units in a file; Linux tells). After each, that no process is left, what the home itself finds wrong, that the
file's units are there entirely or as they were before, that all of their texts are replaced or none, and that a lookup
gives what a scan of all segments gives. The first fault ends it with status 1.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from tmtool.formats.registry import detect
from tmtool.model import Unit
from tmtool.store import open_home
from tmtool.store.values import Part
from tmtool.text.tokens import match_rate

THRESHOLD = 70
MEMORY = "drill"
REPLACED = "e", "☃"
LIMIT_S = 300
"""For an interrupted program to end, and what works beside one that is gone, however busy the machine is."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at", help="the URL of a PostgreSQL database in which nothing is")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    read_units = detect(options.file).read_units
    if read_units is None:
        parser.error("FILE holds no units")
    units = [
        one for one in read_units(options.file, source_language="en", target_language="fr") if isinstance(one, Unit)
    ]
    with tempfile.TemporaryDirectory(dir=options.database.parent) as folder:
        place = options.at or str(Path(folder) / "copy.db")
        with open_home(options.database) as original, open_home(place, create=True) as copy:
            copy.fill(original.contents())
        drill(place, options.file, units, options.kills, chance)


def drill(place: str, file: Path, units: list[Unit], kills: int, chance: random.Random) -> None:
    importing = tmtool(place, "import", "--memory", MEMORY, str(file))
    start = time.perf_counter()
    subprocess.run(importing, check=True, stdout=subprocess.DEVNULL)
    whole = time.perf_counter() - start
    allowed = {units_of_drill(place)}
    for number in range(1, kills + 1):
        disturb(place)
        allowed.add(units_of_drill(place))
        when = chance.uniform(0, whole)
        how = stop(importing, when, number)
        check(place, allowed, units, chance)
        print(f"import {number} of {kills}, {how} after {when:.2f} s: sound", flush=True)
    subprocess.run(importing, check=True, stdout=subprocess.DEVNULL)
    with open_home(place) as home:
        pairs = home.units.with_source([unit.variants[0].text for unit in units], "en", "fr")
    for number, pair in enumerate(chance.choices(pairs, k=kills), 1):
        when = chance.uniform(0, 0.6)
        how = stop(tmtool(place, "settle", str(pair.unit)), when, number)
        check(place, allowed, units, chance)
        print(f"settle {number} of {kills}, {how} after {when:.2f} s: sound", flush=True)
    drill_replacing(place, allowed, units, kills, chance)


def drill_replacing(place: str, allowed: set[int], units: list[Unit], kills: int, chance: random.Random) -> None:
    letter, sign = REPLACED
    forwards = tmtool(place, "edit", "--memory", MEMORY, "--find", letter, "--replace", sign, "--yes")
    backwards = tmtool(place, "edit", "--undo")
    replaceable = texts_with(place, letter)
    start = time.perf_counter()
    subprocess.run(forwards, check=True, stdout=subprocess.DEVNULL)
    whole = time.perf_counter() - start
    for number in range(1, kills + 1):
        is_done = texts_with(place, sign) > 0
        when = chance.uniform(0, 1.2 * whole)
        how = stop(backwards if is_done else forwards, when, number)
        check(place, allowed, units, chance)
        if texts_with(place, sign) not in (0, replaceable):
            sys.exit(f"{texts_with(place, sign)} of {replaceable} texts are replaced")
        did = "undoing it" if is_done else "replacement"
        print(f"{did} {number} of {kills}, {how} after {when:.2f} s: sound", flush=True)


def texts_with(place: str, letter: str) -> int:
    with open_home(place) as home:
        return len(list(home.units.texts("fr", Part(memory=MEMORY), containing=letter)))


def tmtool(place: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "tmtool", "--db", place, "-q", *arguments]


def stop(command: list[str], seconds: float, number: int) -> str:
    """Kills a program after that time or, each second time, interrupts it, and says which; it may be through by then.
    Exits where an interrupted one says anything once it is loaded, or does not end."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        # What runs in the background of a shell ignores interrupts.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    beside = begun_by(process.pid)
    if beside and number % 3 == 0:
        for one in beside:
            with contextlib.suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
        process.communicate()
        if process.returncode:
            sys.exit(f"{' '.join(command)} ends with {process.returncode} when what works beside it is killed")
        return "left alone"
    if number % 2:
        process.kill()
        process.communicate()
        wait_for(beside)
        return "killed"
    process.send_signal(signal.SIGINT)
    try:
        _, said = process.communicate(timeout=LIMIT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        sys.exit(f"{' '.join(command)} goes on for {LIMIT_S} s after an interrupt")
    # Python itself tells of an interrupt while it still loads the program.
    if said and not ("Traceback" in said and "in run\n" not in said):
        sys.exit(f"an interrupted program says {said}")
    wait_for(beside)
    return "interrupted"


def begun_by(process: int) -> list[int]:
    """Returns the processes that a process has started, where the system tells."""
    try:
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def wait_for(processes: list[int]) -> None:
    """Waits until processes have ended for which nobody is there any more; exits where they do not."""
    end = time.monotonic() + LIMIT_S
    while any(Path(f"/proc/{one}").exists() for one in processes):
        if time.monotonic() > end:
            sys.exit("a process is left")
        time.sleep(0.01)


def disturb(place: str) -> None:
    """Makes the next import replace a third of what the file has given, and add as much."""
    with open_home(place) as home:
        (file,) = home.sources.files(MEMORY)
        units = [one for _, one in home.units.read(memory=MEMORY)]
        with home.transaction():
            writer = home.sources.replace_units(MEMORY, file.path, file.format, "")
            for number, one in enumerate(units):
                if number % 3:
                    writer.add(replace(one, note="old") if number % 3 == 1 else one)
            writer.finish()
        home.segments.index()


def units_of_drill(place: str) -> int:
    with open_home(place) as home:
        return sum(one.units for one in home.statistics().memories if one.name == MEMORY)


def check(place: str, allowed: set[int], units: list[Unit], chance: random.Random) -> None:
    """Exits with what is wrong, if anything is."""
    query = changed(chance.choice(units).variants[0].text, chance)
    with open_home(place) as home:
        faults = home.faults()
        stored = next(
            {str(row[2]) for row in rows if row[1] == "en"} for table, rows in home.contents() if table == "segments"
        )
    scanned = {text: rate for text in stored if (rate := match_rate(query, text)) >= THRESHOLD}
    # Named, since what has French words is looked up as French.
    languages = "--source-lang", "en", "--target-lang", "fr"
    looked = tmtool(place, "lookup", "--json", "--limit", "0", "--threshold", str(THRESHOLD), *languages, query)
    answer = json.loads(subprocess.run(looked, check=True, capture_output=True, text=True).stdout)
    found = {match["source"]: match["rate"] for match in answer["matches"] if match["rate"] >= THRESHOLD}
    number = units_of_drill(place)
    for wrong, said in (
        (faults, str(faults)),
        (number not in allowed, f"{number} units of the file are there: neither all nor as many as before"),
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
