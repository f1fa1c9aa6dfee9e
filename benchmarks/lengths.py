"""What does a line of 100 kB cost each command, whatever is in it?

    python benchmarks/lengths.py [--only COMMAND ...] [--kind KIND ...] [--size 100000] [--limit 30] [--bound 3]

Each kind is a pair of one line, English and French, of about so many bytes; prose is that of the packaged memories. A
run is a process of its own: seconds of the processor, user and system, and the most memory that it held. Prints one
line a run that takes more than the bound or 400 MB, does not end or fails, then the worst of each command.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from resource import RLIMIT_CPU, setrlimit
from tempfile import TemporaryDirectory, TemporaryFile

MOST_MEMORY = 400
"""Megabytes."""
_MOST_READ = 10_000_000
"""Bytes of what a command says."""

Maker = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Cost:
    """A `Cost` is what a run took: seconds of the processor, megabytes, and its exit status, negative where it was
    ended."""

    seconds: float
    megabytes: float
    status: int
    said: str


def run(command: list[str], limit: int) -> Cost:
    """Runs a command, and ends it after so many seconds of the processor."""
    with TemporaryFile() as out:  # a pipe would have to be read
        child = subprocess.Popen(
            command,
            stdout=out,
            stderr=out,
            stdin=subprocess.DEVNULL,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": ""},
            preexec_fn=lambda: setrlimit(RLIMIT_CPU, (limit, limit)),
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read(_MOST_READ).decode("utf-8", "replace").strip().rpartition("\n")[2]
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode, said)


def filled(size: int, *parts: str) -> str:
    """Returns the parts, over and over, as many as come to so many bytes."""
    text: list[str] = []
    long = 0
    for part in cycle(parts):
        long += len(part.encode())
        if long > size:
            return "".join(text)
        text.append(part)
    raise ValueError("no parts")


def numbered(size: int, form: str) -> str:
    """Returns a form with the numbers from 2 on in the place of ``{n}``, as many as come to so many bytes; ``{m}`` is
    the triple, ``{d}`` a day, ``{y}`` a year."""
    return filled(size, *(form.format(n=n, m=3 * n, d=n % 28 + 1, y=1990 + n % 40) for n in range(2, size)))


def rows_of(folder: str) -> list[dict[str, str]]:
    """Returns the rows of the tables of a packaged folder."""
    rows: list[dict[str, str]] = []
    for path in sorted((Path(__file__).parents[1] / folder).glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    return rows


def prose(size: int, language: str) -> str:
    """Returns the text of the packaged memories in one line."""
    return filled(size, *(f"{row[language]} " for row in rows_of("memories") if len(row[language]) > 40))


def one_sentence(size: int, language: str) -> str:
    """Returns the longest segment of the packaged memories over and over."""
    return filled(size, max((row[language] for row in rows_of("memories")), key=len) + " ")


def terms(size: int, language: str, joint: str = ", ") -> str:
    """Returns the packaged terms one after another."""
    rows = [row[language] for row in rows_of("termbase")]
    return filled(size, *(f"{row}{joint}" for row in rows if row))


EN_NUMBERS = ("one hundred and two ", "three thousand four hundred and six ", "twenty-one ", "seventh ", "half ")
FR_NUMBERS = ("cent deux ", "trois mille quatre cent six ", "vingt et un ", "septième ", "demi ")
KINDS: dict[str, tuple[Maker, Maker]] = {
    "prose": (lambda size: prose(size, "en"), lambda size: prose(size, "fr")),
    "one sentence": (lambda size: one_sentence(size, "en"), lambda size: one_sentence(size, "fr")),
    "terms": (lambda size: terms(size, "en"), lambda size: terms(size, "fr")),
    "terms without commas": (lambda size: terms(size, "en", " "), lambda size: terms(size, "fr", " ")),
    "number words": (lambda size: filled(size, *EN_NUMBERS), lambda size: filled(size, *FR_NUMBERS)),
    "days": (lambda size: numbered(size, "{n} days "), lambda size: numbered(size, "{m} jours ")),
    "30 days": (lambda size: filled(size, "30 days "), lambda size: filled(size, "30 jours ")),
    "one token": (lambda size: filled(size, "migrant "), lambda size: filled(size, "migrant ")),
    "one word": (lambda size: "abcdefgh" * (size // 8), lambda size: "abcdefgh" * (size // 8)),
    "opening marks": (lambda size: "“ " * (size // 4), lambda size: "« " * (size // 3)),
    "quotations": (lambda size: filled(size, "“a” "), lambda size: filled(size, "« a » ", '"b" ', "“c” ")),
    "brackets": (lambda size: "(" * size, lambda size: "(" * size),
    "pairs of brackets": (lambda size: "(a) " * (size // 4), lambda size: "(a] " * (size // 4)),
    "apostrophes": (lambda size: "l'" * (size // 2), lambda size: "l'" * (size // 2)),
    "straight apostrophes": (lambda size: "the State's " * (size // 12), lambda size: "l'Etat " * (size // 7)),
    "slashes": (lambda size: "A/" * (size // 2), lambda size: "A/" * (size // 2)),
    "symbols": (lambda size: numbered(size, "A/{n}/1 "), lambda size: numbered(size, "A/{n}/2 ")),
    "dates": (lambda size: numbered(size, "{d} May {y}, "), lambda size: numbered(size, "{d} juin {y}, ")),
    "times": (lambda size: numbered(size, "{d}.30 p.m. "), lambda size: numbered(size, "{d}:30 ")),
    "references": (
        lambda size: numbered(size, "article {n}, paragraph {d} "),
        lambda size: numbered(size, "article {m}, paragraphe {d} "),
    ),
    "percentages": (lambda size: numbered(size, "{n} per cent "), lambda size: numbered(size, "{n}% ")),
    "repeated words": (lambda size: filled(size, "the the word "), lambda size: filled(size, "le le mot mot ")),
    "wrong forms": (lambda size: filled(size, "whatever the 2nd "), lambda size: filled(size, "quelque soit la 2ème ")),
    "misspellings": (lambda size: filled(size, "the draft "), lambda size: filled(size, "le proejt, la comision ")),
    "elisions": (lambda size: filled(size, "of the agenda if he "), lambda size: filled(size, "de le ordre si il ")),
    "deprecated terms": (
        lambda size: filled(size, "trafficking in persons "),
        lambda size: filled(size, "le trafic de personnes "),
    ),
    "hyphens": (lambda size: "A-" * (size // 2), lambda size: "A-" * (size // 2)),
    "dashes": (lambda size: "– " * (size // 4), lambda size: "- " * (size // 2)),
    "digits": (lambda size: "1" * size, lambda size: "1" * size),
    "groups of digits": (lambda size: "1,234 " * (size // 6), lambda size: "1 234 " * (size // 6)),
    "dots": (lambda size: "." * size, lambda size: "." * size),
    "numbers with dots": (lambda size: "1." * (size // 2), lambda size: "1." * (size // 2)),
    "capitals": (lambda size: "A" * size, lambda size: "A" * size),
    "words of capitals": (lambda size: numbered(size, "UNODC{n} "), lambda size: numbered(size, "ONUDC{m} ")),
    "names": (lambda size: numbered(size, "Mr. Paul Mar{n} "), lambda size: numbered(size, "M. Paul Mar{m} ")),
    "spaces": (lambda size: "a" + " " * (size - 2) + "b", lambda size: "a" + " " * (size - 2) + "b"),
    "stray spaces": (lambda size: "a , b" * (size // 5), lambda size: "a , b ;c" * (size // 8)),
    "combining marks": (lambda size: "e" + "\u0301" * (size // 2), lambda size: "e" + "\u0301" * (size // 2)),
    "decomposed": (lambda size: filled(size, "e\u0301te\u0301 "), lambda size: filled(size, "e\u0301te\u0301 ")),
    "Arabic": (lambda size: filled(size, "مكافحة الفساد "), lambda size: filled(size, "مُّكافحة الفساد ")),
    "Chinese": (lambda size: filled(size, "联合国大会第七届会议"), lambda size: filled(size, "联合国大会第七届会议")),
    "Hangul": (lambda size: filled(size, "국제연합 "), lambda size: filled(size, "국제연합 ")),
    "one letter": (lambda size: "a " * (size // 2), lambda size: "à " * (size // 3)),
    "small words": (lambda size: filled(size, "that the "), lambda size: filled(size, "que la ")),
    "negations": (lambda size: filled(size, "shall not be "), lambda size: filled(size, "ne doit pas être ")),
    "prefixes": (lambda size: filled(size, "well-being, non-formal "), lambda size: filled(size, "non formelles ")),
    "list labels": (lambda size: filled(size, "(a) "), lambda size: filled(size, "a) ")),
    "addresses": (lambda size: filled(size, "https://"), lambda size: filled(size, "https://")),
    "HTML": (lambda size: "<b>" * (size // 3), lambda size: "<b>" * (size // 3)),
    "Roman numerals": (lambda size: "annex " + "I" * size, lambda size: "annexe " + "I" * size),
    "semicolons": (lambda size: ";" * size, lambda size: ";" * size),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Files:
    """`Files` are a pair of texts in the ways that commands take them."""

    folder: Path
    source: str
    target: str

    @property
    def english(self) -> str:
        """Returns the path of the source."""
        return str(self.folder / "en.txt")

    @property
    def french(self) -> str:
        """Returns the path of the target."""
        return str(self.folder / "fr.txt")

    @property
    def table(self) -> str:
        """Returns the path of the table of both."""
        return str(self.folder / "pairs.tsv")

    def write(self) -> None:
        """Writes them all."""
        Path(self.english).write_text(self.source + "\n", encoding="utf-8")
        Path(self.french).write_text(self.target + "\n", encoding="utf-8")
        Path(self.table).write_text(f"id\ten\tfr\n1\t{self.source}\t{self.target}\n", encoding="utf-8")


ARGUMENT = 120_000
"""Bytes that one argument of a command may have on Linux, a little less."""


def cut(text: str) -> str:
    """Returns as much of a text as an argument can hold."""
    return text.encode()[:ARGUMENT].decode("utf-8", "ignore")


COMMANDS: dict[str, Callable[[Files], list[str]]] = {
    "check": lambda files: ["check", "--json", "--anyway", files.table],
    "check --fix": lambda files: ["check", "--fix", "--anyway", files.table],
    "check alone": lambda files: ["check", "--anyway", files.french],
    "check two": lambda files: ["check", "--anyway", files.english, files.french],
    "check two --fix": lambda files: ["check", "--fix", "--anyway", files.english, files.french],
    "check page": lambda files: ["check", "--anyway", files.table, "-o", f"{files.folder}/page.html"],
    "suggest": lambda files: ["suggest", files.english],
    "suggest -o": lambda files: ["suggest", files.english, "-o", f"{files.folder}/out.tsv"],
    "suggest xliff": lambda files: ["suggest", files.english, "-o", f"{files.folder}/out.xlf"],
    "lookup": lambda files: ["lookup", "--batch", files.english],
    "concordance": lambda files: ["concordance", cut(files.source)],
    "terms find": lambda files: ["terms", "find", cut(files.source)],
    "terms extract": lambda files: ["terms", "extract", files.table],
    "align": lambda files: ["align", "--anyway", files.english, files.french],
    "convert": lambda files: ["convert", files.table, f"{files.folder}/out.tmx"],
    "validate": lambda files: ["validate", files.table],
    "import": lambda files: ["--db", f"{files.folder}/new.db", "import", files.table],
    "stored": lambda files: ["--db", f"{files.folder}/new.db", "lookup", "--batch", files.english],
    "stored check": lambda files: ["--db", f"{files.folder}/new.db", "check", "--anyway", files.table],
    "stored words": lambda files: ["--db", f"{files.folder}/new.db", "concordance", cut(files.source)[:40]],
}  # fmt: skip


def runs(database: Path, options: argparse.Namespace) -> Iterator[tuple[str, str, Cost]]:
    """Yields command, kind and cost of each run."""
    for kind in options.kind or KINDS:
        english, french = KINDS[kind]
        with TemporaryDirectory() as folder:
            files = Files(Path(folder), english(options.size), french(options.size))
            files.write()
            for name in options.only or COMMANDS:
                command = COMMANDS[name](files)
                whole = command if command[0] == "--db" else ["--db", str(database), *command]
                yield name, kind, run([sys.executable, "-m", "tmtool", *whole], options.limit)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", action="append", choices=COMMANDS, help="this command alone, repeatable")
    parser.add_argument("--kind", action="append", choices=KINDS, help="this kind alone, repeatable")
    parser.add_argument("--size", type=int, default=100_000, help="bytes of a line (default: %(default)s)")
    parser.add_argument(
        "--limit", type=int, default=30, help="seconds after which a run is ended (default: %(default)s)"
    )
    parser.add_argument("--bound", type=float, default=3, help="seconds that are allowed (default: %(default)s)")
    parser.add_argument("--all", action="store_true", help="print every run")
    options = parser.parse_args()
    worst: dict[str, tuple[float, str, Cost]] = {}
    start = time.perf_counter()
    many = 0
    with TemporaryDirectory() as folder:
        database = Path(folder) / "tm.db"
        run([sys.executable, "-m", "tmtool", "--db", str(database), "init"], 300)
        for name, kind, cost in runs(database, options):
            many += 1
            failed = cost.status not in (0, 1)
            if options.all or failed or cost.seconds > options.bound or cost.megabytes > MOST_MEMORY:
                said = f"  status {cost.status}: {cost.said[:100]}" if failed else ""
                print(f"{name:16}{kind:22}{cost.seconds:8.2f} s{cost.megabytes:8.0f} MB{said}", flush=True)
            worst[name] = max(worst.get(name, (0.0, "", cost)), (cost.seconds, kind, cost), key=lambda one: one[0])
    print(f"\n{many} runs in {time.perf_counter() - start:.0f} s; the slowest of each command:")
    for name, (seconds, kind, cost) in worst.items():
        print(f"{name:16}{kind:22}{seconds:8.2f} s{cost.megabytes:8.0f} MB")


if __name__ == "__main__":
    main()
