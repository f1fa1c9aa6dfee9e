"""Does a database stay sound when a program that changes it is stopped at any moment?

    python benchmarks/faults.py DATABASE TABLE [--stops 20] [--deeds edit,purge] [--seed 1] [--at postgresql://…]
        [--disk FOLDER]

Works on a copy of DATABASE, a file or, with --at, at the place named by that URL, where nothing is yet, and on the
units of TABLE (more than 10,000 of them have a replacement in a file worked out by a second process). A *deed* is a
command with the one that takes it back: import and forget, one import in the place of another, forget and its undo,
merge and split of memories, a replacement in all units and its undo, settle, restore; and, which nothing takes back,
move and purge. Each is stopped so often, at moments spread over the time that it takes, in turn by

- killing it (SIGKILL), and nothing that works beside it;
- interrupting it (SIGINT), which it must answer by ending quietly;
- killing what works beside it (Linux tells), where anything does, which must not matter;
- ending its connections to the server, with --at;

or, with --disk, by leaving too little room on the small disk that this folder is on: the file is kept there, and
of a database at a server the tablespace must be.

After each stop: that no process and no connection is left, that what the program says is nothing or, with status 4, one
line, that the home finds nothing wrong with itself, that all its units are as they were before or after the whole deed,
and that a lookup gives what a scan of all segments gives. What is taken back must be exactly as it was. After each
deed: that no file is there that was not there before. The first fault ends it with status 1.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from fault_states import (
    LIMIT_S,
    State,
    begun_by,
    changed,
    connected,
    holds,
    searching,
    started,
    state_of,
    varied,
    wait_for,
)  # fmt: skip
from tmtool.cli.session import PURGE_IS_LEFT
from tmtool.store import open_home
from tmtool.text.tokens import match_rate

THRESHOLD = 70
MEMORY = "drill"
SECRET = "Quetzalcoatlus"
DEEDS = ("new", "import", "forget", "merge", "edit", "settle", "restore", "move", "purge")
BLOCK = 1 << 16
KILLED, INTERRUPTED, BESIDE, ENDED, FULL = (
    "killed", "interrupted", "what works beside it killed", "its connections ended", "on a full disk"
)  # fmt: skip
STATUSES = {KILLED: (-signal.SIGKILL,), INTERRUPTED: (130, -signal.SIGINT), BESIDE: (), ENDED: (4,), FULL: (4,)}
"""What a program may end with, but for 0, when it is stopped in one of the ways."""


class Deed(NamedTuple):
    """A `Deed` is a command and the one that takes it back, by their arguments."""

    there: Sequence[str]
    back: Sequence[str]


class Ending(NamedTuple):
    """An `Ending` says how a program was stopped and when, its status (that of a signal below 0), and what it has
    said."""

    way: str
    how: str
    status: int
    said: str


class Whole(NamedTuple):
    """A `Whole` is what a command takes if nobody stops it: seconds, bytes of the disk, and whether something works
    beside it."""

    seconds: float
    bytes: int
    has_beside: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("--stops", type=int, default=20, help="of each command")
    parser.add_argument("--deeds", default=",".join(DEEDS), help="which of them, and in which order")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at", default="", help="the URL of a PostgreSQL database in which nothing is")
    parser.add_argument("--disk", type=Path, help="a folder on a small disk")
    options = parser.parse_args()
    beside = options.disk or options.database.parent
    # The disk may be small: it is for the database only.
    with tempfile.TemporaryDirectory(dir=beside) as folder, tempfile.TemporaryDirectory() as files:
        place = options.at or str(Path(folder) / "copy.db")
        with open_home(options.database) as original, open_home(place, create=True) as copy:
            copy.fill(original.contents())
        drill = Drill(place, (Path(folder), Path(files)), options.disk, options.stops, options.seed)
        drill.store(options.table)
        for name in options.deeds.split(","):
            drill.stop_all(name)


class Drill:
    """A `Drill` stops deeds in one database, at `place`; it has a folder for that, if it is a file, and one for what is
    imported, backed up and moved."""

    def __init__(self, place: str, folders: tuple[Path, Path], disk: Path | None, stops: int, seed: int) -> None:
        self.place, self.disk, self.stops = place, disk, stops
        self.folder, self.files = folders
        self.chance = random.Random(seed)
        self.is_file = "://" not in place

    def store(self, table: Path) -> None:
        """Imports the units of a table, and makes another one of it."""
        self.first = self.files / "first" / table.name
        self.second = self.files / "second" / table.name
        for file, text in ((self.first, table.read_text("utf-8")), (self.second, varied(table.read_text("utf-8")))):
            file.parent.mkdir()
            file.write_text(text, "utf-8")
        self.run("import", "--memory", MEMORY, str(self.first))

    def stop_all(self, name: str) -> None:
        """Stops what a deed needs as often as asked."""
        if name == "restore" and not self.is_file:
            return
        deed = None if name in ("move", "purge") else self.deed(name)
        before = self.names()
        if deed:
            self.stop_there_and_back(name, deed)
        elif name == "move":
            self.stop_moving()
        else:
            self.stop_purging()
        if left := self.names() - before:
            sys.exit(f"{name}: {', '.join(sorted(left))} left")

    def deed(self, name: str) -> Deed:
        """Returns a deed, having prepared what it needs."""
        undo = Deed(("edit", "--memory", MEMORY, "--find", "e", "--replace", "☃", "--yes"), ("edit", "--undo"))
        importing = "import", "--memory", MEMORY
        match name:
            case "new":
                return Deed(("import", "--memory", "new", str(self.second)), ("forget", "--memory", "new", "--yes"))
            case "import":
                return Deed((*importing, str(self.second)), (*importing, str(self.first)))
            case "forget":
                return Deed(("forget", "--memory", MEMORY, "--yes"), ("forget", "--undo"))
            case "merge":
                split = "memory", "other", "--split", MEMORY, "--source", self.first.name
                self.run("memory", MEMORY, "--rename", "other")
                self.run(*split)
                return Deed(("memory", "other", "--merge", MEMORY), split)
            case "edit":
                return undo
            case "settle":
                unit = self.disputed()
                return Deed(("settle", unit), ("settle", unit, "--undo"))
            case "restore":
                first, second = (str(self.files / f"{which}.db") for which in ("first", "second"))
                self.run("backup", first)
                self.run(*undo.there)
                self.run("backup", second)
                self.run(*undo.back)
                return Deed(("restore", second, "--yes"), ("restore", first, "--yes"))
        sys.exit(f"there is no deed {name}: {', '.join(DEEDS)}")

    def stop_there_and_back(self, name: str, deed: Deed) -> None:
        """Stops a deed, and what takes it back."""
        before = self.state()
        there = self.measured(*deed.there)
        after = self.state()
        back = self.measured(*deed.back)
        if after.seen == before.seen or self.state() != before:
            sys.exit(f"{name}: it does nothing, or is not taken back exactly")
        waiting = {False: self.moments(), True: self.moments()}
        is_done = False
        while waiting[False] or waiting[True]:
            arguments, whole = (deed.back, back) if is_done else (deed.there, there)
            if not waiting[is_done]:
                self.run(*arguments)
                is_done = not is_done
                continue
            number, moment = waiting[is_done].pop()
            ending = self.stop(arguments, number, moment, whole)
            state = self.check(arguments, ending)
            if state != before and state.seen != after.seen:
                sys.exit(f"{' '.join(arguments)}: neither all nor nothing is done")
            is_done = state != before
            did = f"{name}: {' '.join(arguments[:2])} {number + 1} of {self.stops}"
            print(f"{did}, {ending.how}: {'as after' if is_done else 'as before'}", flush=True)
        if is_done:
            self.run(*deed.back)
        if self.state() != before:
            sys.exit(f"{name} is not taken back exactly")

    def stop_moving(self) -> None:
        """Stops a move to another place: there is nothing then, or all, and what is there can be done again."""
        before = self.state()
        target = str(self.files / "moved.db") if self.is_file else searching(self.place, "moved")
        arguments = "move", self.place, target
        self.clear(target)
        whole = self.measured(*arguments)
        for number, moment in reversed(self.moments()):
            self.clear(target)
            ending = self.stop(arguments, number, moment, whole)
            if self.check(arguments, ending) != before:
                sys.exit("what was moved is another")
            done = subprocess.run(self.command(*arguments), capture_output=True, text=True)
            if state_of(target) != before or (done.returncode and "already" not in done.stderr):
                sys.exit(f"a move stopped is not done by the next one: {done.stderr}")
            print(f"move {number + 1} of {self.stops}, {ending.how}: sound", flush=True)
        self.clear(target)

    def stop_purging(self) -> None:
        """Stops a purge of what was forgotten; the next one must leave no byte of it in a file."""
        self.run("forget", "--purge", "--yes")
        secret = self.files / "secret.tsv"
        secret.write_text(f"en\tfr\n{SECRET} is here.\t{SECRET} est là.\n", "utf-8")
        before = self.state()
        purging = "forget", "--purge", "--yes"
        whole = self.measured(*purging)
        for number, moment in reversed(self.moments()):
            self.run("import", "--memory", "secret", str(secret))
            self.run("forget", "--memory", "secret", "--yes")
            ending = self.stop(purging, number, moment, whole)
            if self.check(purging, ending) != before:
                sys.exit("a purge has changed what it was not to")
            self.run(*purging)
            if holding := [file.name for file in self.folder.rglob("*") if file.is_file() and holds(file, SECRET)]:
                sys.exit(f"what was purged is in {', '.join(holding)}")
            print(f"purge {number + 1} of {self.stops}, {ending.how}: sound, and nothing is left of it", flush=True)
        secret.unlink()

    def stop(self, arguments: Sequence[str], number: int, moment: float, whole: Whole) -> Ending:
        """Stops a command in one of the ways, in turn, at a moment of the time that it takes; it may be through by
        then."""
        ways = [KILLED, INTERRUPTED]
        ways += [BESIDE] if whole.has_beside else []
        ways += [] if self.is_file else [ENDED]
        way = FULL if self.disk else ways[number % len(ways)]
        room = moment * whole.bytes
        seconds = LIMIT_S if way == FULL else moment * whole.seconds
        how = f"{way} ({room / 1e6:.1f} MB)" if way == FULL else f"{way} after {seconds:.2f} s"
        filling = self.filled(room) if way == FULL else contextlib.nullcontext()
        with filling, started(self.command(*arguments)) as process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(seconds)
            beside = begun_by(process.pid)
            while way == BESIDE and not beside and process.poll() is None:
                time.sleep(0.002)
                beside = begun_by(process.pid)
            if way != FULL and process.poll() is not None:
                how = f"through after {seconds:.2f} s"
            elif way == KILLED:
                process.kill()
            elif way == INTERRUPTED:
                process.send_signal(signal.SIGINT)
            elif way == BESIDE:
                for one in beside:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(one, signal.SIGKILL)
            elif way == ENDED:
                self.end_connections()
            try:
                _, said = process.communicate(timeout=LIMIT_S)
            except subprocess.TimeoutExpired:
                process.kill()
                sys.exit(f"{' '.join(arguments)}, {how}, goes on for {LIMIT_S} s")
        wait_for(beside)
        return Ending(way, how, process.returncode, said)

    def check(self, arguments: Sequence[str], ending: Ending) -> State:
        """Exits with what is wrong, if anything is; the state in which all is."""
        self.wait_for_connections()
        # A purge that was stopped is told of until it is complete.
        said = [line for line in ending.said.splitlines() if PURGE_IS_LEFT not in line]
        # Python itself tells of an interrupt while it still loads the program.
        is_loading = ending.way == INTERRUPTED and "Traceback" in ending.said and "in run\n" not in ending.said
        one_line = len(said) == 1 and said[0].startswith("tmtool: ")
        if not is_loading and (ending.status not in (0, *STATUSES[ending.way]) or one_line != (ending.status == 4)):
            sys.exit(f"{' '.join(arguments)}, {ending.how}: status {ending.status}, {ending.said}")
        if one_line:
            print(f"  {said[0]}", flush=True)
        with open_home(self.place) as home:
            faults = home.faults()
            stored = {one.text for _, unit in home.units.read() for one in unit.variants if one.language == "en"}
        query = changed(self.chance.choice(sorted(stored)), self.chance)
        scanned = {text: rate for text in stored if (rate := match_rate(query, text)) >= THRESHOLD}
        # Named, since what has French words is looked up as French.
        languages = "--source-lang", "en", "--target-lang", "fr"
        looked = self.command("lookup", "--json", "--limit", "0", "--threshold", str(THRESHOLD), *languages, query)
        answer = json.loads(subprocess.run(looked, check=True, capture_output=True, text=True).stdout)
        found = {match["source"]: match["rate"] for match in answer["matches"] if match["rate"] >= THRESHOLD}
        if faults or found != scanned:
            sys.exit(f"{faults}; the lookup of {query!r} gives {found}, a scan {scanned}")
        return self.state()

    def state(self) -> State:
        """Returns the state of the database."""
        return state_of(self.place)

    def moments(self) -> list[tuple[int, float]]:
        """Returns the moments at which a command is stopped, numbered, the last first: parts of the time that it takes,
        spread over it and a little more."""
        parts = [1.1 * (number + self.chance.random()) / self.stops for number in range(self.stops)]
        self.chance.shuffle(parts)
        return list(enumerate(parts))[::-1]

    def disputed(self) -> str:
        """Returns the number of a unit with a source that another one translates otherwise."""
        with open_home(self.place) as home:
            texts = sorted({one.text for _, unit in home.units.read(memory=MEMORY) for one in unit.variants[:1]})
            targets: dict[str, tuple[str, int]] = {}
            for pair in home.units.with_source(texts, "en", "fr"):
                target, unit = targets.setdefault(pair.source, (pair.target, pair.unit))
                if target != pair.target:
                    return str(unit)
        sys.exit("TABLE has no text with two translations, as settle needs")

    def command(self, *arguments: str) -> list[str]:
        """Returns the command line."""
        database = [] if arguments[0] == "move" else ["--db", self.place]
        return [sys.executable, "-m", "tmtool", *database, "-q", *arguments]

    def run(self, *arguments: str) -> None:
        """Runs a command that nothing stops."""
        subprocess.run(self.command(*arguments), check=True, stdout=subprocess.DEVNULL)

    def measured(self, *arguments: str) -> Whole:
        """Runs a command, and returns what it takes."""
        start, most, has_beside = time.perf_counter(), 0, False
        before = shutil.disk_usage(self.folder).used
        with started(self.command(*arguments)) as process:
            while process.poll() is None:
                most = max(most, shutil.disk_usage(self.folder).used - before)
                has_beside = has_beside or bool(begun_by(process.pid))
                time.sleep(0.01)
        if process.returncode:
            sys.exit(f"{' '.join(arguments)} ends with {process.returncode}")
        return Whole(time.perf_counter() - start, most, has_beside)

    @contextlib.contextmanager
    def filled(self, room: float) -> Iterator[None]:
        """Leaves so many bytes on the disk."""
        assert self.disk
        filling = self.disk / "filling"
        with contextlib.suppress(OSError), filling.open("wb", buffering=0) as file:
            while shutil.disk_usage(self.disk).free > room:
                file.write(bytes(BLOCK))
        try:
            yield
        finally:
            filling.unlink()

    def names(self) -> set[str]:
        """Returns the names of all files but backups."""
        folders = self.folder, self.files
        return {file.name for folder in folders for file in folder.rglob("*") if "backups" not in file.parts}

    def clear(self, target: str) -> None:
        """Removes what a move has made."""
        if self.is_file:
            for file in self.files.glob("moved.db*"):
                file.unlink()
            return
        with connected(self.place) as connection:
            connection.execute("DROP SCHEMA IF EXISTS moved CASCADE")
            connection.execute("CREATE SCHEMA moved")

    def end_connections(self) -> None:
        """Has the server end the connections of a command."""
        with connected(self.place) as connection:
            connection.execute(f"SELECT pg_terminate_backend(pid) {_OTHERS}")

    def wait_for_connections(self) -> None:
        """Waits until the server has left off what nobody waits for any more; exits where it does not."""
        end = time.monotonic() + LIMIT_S
        while not self.is_file and time.monotonic() < end:
            with connected(self.place) as connection:
                if not connection.execute(f"SELECT pid {_OTHERS}").fetchall():
                    return
            time.sleep(0.02)
        if not self.is_file:
            sys.exit("a connection is left")


_OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'tmtool'"


if __name__ == "__main__":
    main()
