"""How exact and how fast is a fuzzy lookup, by size and threshold, compared with other ways to do it?

    python benchmarks/lookup.py PAIRS.tsv [--sizes 10000 100000 1000000] [--queries 200] [--folder DIR] [--report]

PAIRS.tsv has a header with the columns `en` and `fr`; the first rows of a fixed shuffle are stored, queries are
made from rows that are not: as they are, with one word changed, with 10 to 25 % of the words changed, and as
they are from another place (unrelated). Every answer is compared with a scan of all segments by
rapidfuzz with the rate of docs/reference.md. Peers in the same run: that scan within the length window, SQLite
FTS5 with the eight rarest words and the best hundred re-ranked, and where they are installed tantivy likewise and
PostgreSQL's pg_trgm with the hundred most similar re-ranked (from 100,000 segments for few queries: it takes seconds),
and SYSTRAN's fuzzy-match (systran.py).
Then 5,000 segments are removed and 5,000 others added, and the answers at 70 % compared again.
"Alone" is without the others in between; "whole lookup" is what the command does: finding, reading the units, making
the likeliest fit, the differences, alone too.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import systran
from lookup_peers import Answer, Encoder, fts, full_scan, pg_trgm, tantivy, window_scan
from report import DOCS, conditions, plot, table, write_section
from tmtool.matching.lookup import Lookup
from tmtool.model import Unit, Variant
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.sqlite.database import open_database
from tmtool.store.sqlite.removal import remove_units
from tmtool.store.sqlite.transactions import transaction

CHANGED = 5_000
THRESHOLDS = (50, 70, 85, 100)
WARMING = 100
"""Other queries, made alike, that each engine answers before it is timed."""

Engine = Callable[[str, int], tuple[Answer, float]]
"""Finds the segments for a query at a threshold, and says how many ms that took."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--folder", type=Path, default=Path("out"))
    parser.add_argument("--report", action="store_true", help="write the section in docs/benchmarks.md")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    french = translations(options.pairs)
    texts = list(french)
    random.Random(0).shuffle(texts)
    held_out = texts[max(options.sizes) :] or texts[-options.queries :]
    print("size\tthreshold\tengine\tp50\tp95\trecall\tright")
    rows: list[Row] = []
    for size in options.sizes:
        stored = texts[:size]
        made_up = make_queries(stored, held_out, WARMING + options.queries)
        warming, queries = made_up[:WARMING], made_up[WARMING:]
        for made in measure(options.folder / f"lookup-{size}.db", stored, french, held_out, warming, queries):
            print("\t".join(made.cells()), flush=True)
            rows.append(made)
    if options.report:
        report(rows, options.queries, options.pairs.name)


@dataclass(frozen=True, slots=True)
class Row:
    """A `Row` says what an engine did: times in ms; recall of matches; queries answered with all matches and no
    other."""

    size: int
    threshold: int
    engine: str
    p50: float
    p95: float
    recall: str
    right: str

    def cells(self) -> list[str]:
        return [
            str(self.size), str(self.threshold), self.engine, f"{self.p50:.2f}", f"{self.p95:.2f}",
            self.recall, self.right,
        ]  # fmt: skip


def report(rows: list[Row], queries: int, data: str) -> None:
    lines: dict[str, list[tuple[float, float]]] = {}
    for row in rows:
        if row.threshold == 70:
            lines.setdefault(row.engine, []).append((row.size, row.p50))
    plot(DOCS / "benchmarks-lookup.svg", lines, across="segments stored", up="median, ms")
    growth = [
        f"{name} {line[-1][1] / line[0][1]:.1f} times" for name, line in lines.items() if line[0][0] < line[-1][0]
    ]
    text = [
        conditions(f"{data}, {queries} queries: stored, one word changed, 10 to 25 % changed, not stored, in turn"),
        "Times in ms, in the process, warm, the engines by turns at each query, so that each finds the caches full of "
        "the data of another (*alone* and the whole lookup ran without them); recall is of all segments that reach the "
        "threshold, *right* counts queries answered with all of them and no other.",
        table(["segments", "threshold", "engine", "p50", "p95", "recall", "right"], [row.cells() for row in rows]),
        "![The median at 70 % by size](benchmarks-lookup.svg)",
    ]
    if growth:
        text.append(f"The median at 70 % grows from the smallest size to the largest: {', '.join(growth)}.")
    write_section("Lookup", "\n\n".join(text))


def translations(path: Path) -> dict[str, str]:
    """Returns the distinct English texts of a table, in order, each with its last translation."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["en"]: row["fr"] for row in rows if row["en"]}


def make_queries(stored: list[str], held_out: list[str], number: int) -> list[str]:
    chance = random.Random(1)
    words = [word for text in chance.sample(stored, min(2_000, len(stored))) for word in text.split()]
    queries = []
    for place in range(number):
        text = chance.choice(held_out if place % 4 == 3 else stored)
        changed = text.split()
        changes = {0: 0, 1: 1, 2: max(1, round(len(changed) * chance.uniform(0.1, 0.25))), 3: 0}[place % 4]
        for _ in range(changes):
            changed[chance.randrange(len(changed))] = chance.choice(words)
        queries.append(" ".join(changed))
    return queries


def measure(
    path: Path, stored: list[str], french: dict[str, str], held_out: list[str], warming: list[str], queries: list[str]
) -> Iterator[Row]:
    home = build(path, stored, french)
    places = segment_ids(path, stored)
    encode = Encoder()
    encoded = [encode(text) for text in stored]
    by_length: dict[int, list[int]] = {}
    for place, text in enumerate(encoded):
        by_length.setdefault(len(text), []).append(place)
    engines: dict[str, Engine] = {
        "tmtool": clocked(
            lambda query, threshold: {places[one] for one, _ in home.segments.similar(query, "en", threshold)}
        ),
        "rapidfuzz scan of the length window": clocked(
            lambda query, threshold: window_scan(encode(query), threshold, encoded, by_length)
        ),
        "SQLite FTS5, top 100": clocked(fts(path.with_suffix(".fts.db"), stored, encoded, encode)),
    }
    if (peer := tantivy(stored, encoded, encode)) is not None:
        engines["tantivy, top 100"] = clocked(peer)
    if systran.installed():
        for setting, find in systran.finders(path.with_suffix(".systran.txt"), stored).items():
            engines[f"SYSTRAN fuzzy-match, {setting}"] = find
    else:
        print(f"# {systran.PROGRAM} is not on the PATH: left out", file=sys.stderr)
    slow = pg_trgm(path.with_suffix(".postgresql"), stored, encoded, encode)
    lookup = Lookup(home, "en", "fr")
    for threshold in THRESHOLDS:
        truth = [full_scan(encode(query), threshold, enumerate(encoded)) for query in queries]
        run = engines if threshold == 70 else {"tmtool": engines["tmtool"]}
        for name, (answers, times) in by_turns(run, warming, queries, threshold).items():
            yield row(len(stored), threshold, name, times, answers, truth)
        if threshold == 70:
            for name, engine in (
                ("tmtool, alone", engines["tmtool"]),
                ("tmtool, whole lookup", clocked(whole(lookup))),
            ):
                _, times = by_turns({name: engine}, warming, queries, threshold)[name]
                yield row(len(stored), threshold, name, times, [], truth)
            if slow is not None:
                some = queries[: len(queries) if len(stored) < 100_000 else 12]
                answered, waited = map(list, zip(*(clocked(slow)(query, threshold) for query in some), strict=True))
                name = f"PostgreSQL pg_trgm, top 100 ({len(some)} queries)"
                yield row(len(stored), threshold, name, waited, answered, truth[: len(some)])
    yield after_changes(path, home, stored, french, held_out, queries)


def by_turns(
    engines: dict[str, Engine], warming: list[str], queries: list[str], threshold: int
) -> dict[str, tuple[list[Answer], list[float]]]:
    """Returns the answers of each and the ms that they took. It asks one query after the other, so that what else the
    machine does falls on all of them; those of `warming`, which are not among the others, before the clock runs."""
    for query in warming:
        for engine in engines.values():
            engine(query, threshold)
    measured: dict[str, tuple[list[Answer], list[float]]] = {name: ([], []) for name in engines}
    for query in queries:
        for name, engine in engines.items():
            answer, took = engine(query, threshold)
            measured[name][0].append(answer)
            measured[name][1].append(took)
    return measured


def whole(lookup: Lookup) -> Callable[[str, int], Answer]:
    """Returns a function that gives what a lookup gives whoever asked, as units."""
    return lambda query, threshold: {match.unit for match in lookup.matches(query, threshold=threshold)}


def after_changes(
    path: Path, home: Home, stored: list[str], french: dict[str, str], others: list[str], queries: list[str]
) -> Row:
    """Measures the index at 70 % after some of the units went and others came, five hundred at a time."""
    number = min(CHANGED, len(stored) // 2, len(others))
    gone = random.Random(2).sample(stored, number)
    with contextlib.closing(open_database(path)) as connection:
        units = dict(connection.execute(_UNITS))
        for start in range(0, number, 500):
            with transaction(connection):
                remove_units(connection, [units[text] for text in gone[start : start + 500]])
            store(home, others[start : start + 500], french, f"others {start}")
    held = [*set(stored).difference(gone), *others[:number]]
    encode = Encoder()
    encoded = [encode(text) for text in held]
    places = segment_ids(path, held)
    find = clocked(lambda query, threshold: {places[one] for one, _ in home.segments.similar(query, "en", threshold)})
    answers, times = map(list, zip(*(find(query, 70) for query in queries), strict=True))
    truth = [full_scan(encode(query), 70, enumerate(encoded)) for query in queries]
    return row(len(stored), 70, f"tmtool, after {number} in and out", times, answers, truth)


_UNITS = "SELECT text, unit_id FROM variants JOIN segments ON segments.id = segment_id WHERE segments.language = 'en'"


def row(size: int, threshold: int, name: str, times: list[float], answers: list[Answer], truth: list[Answer]) -> Row:
    """Returns a row without answers, of the times alone."""
    times = sorted(times)
    p50, p95 = statistics.median(times), times[int(len(times) * 0.95)]
    if not answers:
        return Row(size, threshold, name, p50, p95, "", "")
    wanted = sum(map(len, truth))
    found = sum(len(answer & true) for answer, true in zip(answers, truth, strict=True))
    right = sum(answer == true for answer, true in zip(answers, truth, strict=True))
    return Row(size, threshold, name, p50, p95, f"{found / wanted if wanted else 1:.4f}", f"{right}/{len(truth)}")


def clocked(find: Callable[[str, int], Answer]) -> Engine:
    """Returns the same with the ms that it took."""

    def run(query: str, threshold: int) -> tuple[Answer, float]:
        start = time.perf_counter()
        answer = find(query, threshold)
        return answer, (time.perf_counter() - start) * 1000

    return run


def build(path: Path, stored: list[str], french: dict[str, str]) -> Home:
    path.unlink(missing_ok=True)
    home = open_home(path, create=True)
    store(home, stored, french, "stored")
    return home


def store(home: Home, texts: list[str], french: dict[str, str], source: str) -> None:
    """Adds units as the import of a file does."""
    with home.transaction():
        writer = home.sources.replace_units("default", source, "table", "0")
        for text in texts:
            writer.add(Unit((Variant("en", text), Variant("fr", french[text]))))
        writer.finish()
    home.segments.index()


def segment_ids(path: Path, texts: list[str]) -> dict[int, int]:
    """Returns the places of texts in the list by their segment."""
    place = {text: place for place, text in enumerate(texts)}
    with contextlib.closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT id, text FROM segments WHERE language = 'en'")
        return {segment: place[text] for segment, text in rows}


if __name__ == "__main__":
    main()
