"""How exact and how fast is a fuzzy lookup, by size and threshold, beside other ways to do it?

    python benchmarks/lookup.py PAIRS.tsv [--sizes 10000 100000 1000000] [--queries 200] [--folder DIR] [--report]

PAIRS.tsv has a header with a column `en` (and `fr`); the first rows of a fixed shuffle are stored, queries are
made from rows that are not: as they stand, with one word changed, with 10 to 25 % of the words changed, and as
they stand from another place (unrelated). Every answer is compared with a scan of all segments by
rapidfuzz with the rate of docs/reference.md. Peers in the same run: that scan within the length window, SQLite
FTS5 with the eight rarest words and the best hundred re-ranked, and tantivy likewise where it is installed.
"Whole lookup" is what the command does: finding, reading the units, making the likeliest fit, the differences.
"""

from __future__ import annotations

import argparse
import csv
import random
import sqlite3
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from report import DOCS, conditions, plot, table, write_section
from tmtool.matching.lookup import Lookup
from tmtool.store.database import open_database, transaction
from tmtool.store.index import FuzzyIndex
from tmtool.store.segments import Segments
from tmtool.text.tokens import tokens

Answer = set[int]
THRESHOLDS = (50, 70, 85, 100)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--folder", type=Path, default=Path("out"))
    parser.add_argument("--report", action="store_true", help="write the section in docs/benchmarks.md")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    texts = english(options.pairs)
    random.Random(0).shuffle(texts)
    held_out = texts[max(options.sizes) :] or texts[-options.queries :]
    print("size\tthreshold\tengine\tp50\tp95\trecall\tright")
    rows: list[Row] = []
    for size in options.sizes:
        stored = texts[:size]
        queries = make_queries(stored, held_out, options.queries)
        rows += measure(options.folder / f"lookup-{size}.db", stored, queries)
    if options.report:
        report(rows, options.queries, options.pairs.name)


@dataclass(frozen=True, slots=True)
class Row:
    """What an engine did: times in ms; recall of matches; queries answered with all matches and no other."""

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
        "the data of another (the whole lookup ran alone); recall is of all segments that reach the threshold, "
        "*right* counts queries answered with all of them and no other.",
        table(["segments", "threshold", "engine", "p50", "p95", "recall", "right"], [row.cells() for row in rows]),
        "![The median at 70 % by size](benchmarks-lookup.svg)",
    ]
    if growth:
        text.append(f"The median at 70 % grows from the smallest size to the largest: {', '.join(growth)}.")
    write_section("Lookup", "\n\n".join(text))


def english(path: Path) -> list[str]:
    """The distinct English texts of a table, in order."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return list(dict.fromkeys(row["en"] for row in rows if row["en"]))


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


def measure(path: Path, stored: list[str], queries: list[str]) -> list[Row]:
    index = build(path, stored)
    encode = Encoder()
    encoded = [encode(text) for text in stored]
    by_length: dict[int, list[int]] = {}
    for place, text in enumerate(encoded):
        by_length.setdefault(len(text), []).append(place)
    engines: dict[str, Callable[[str, int], Answer]] = {
        "tmtool": lambda query, threshold: {segment - 1 for segment, _ in index.find(query, "en", threshold)},
        "rapidfuzz scan of the length window": lambda query, threshold: window_scan(
            encode(query), threshold, encoded, by_length
        ),
        "SQLite FTS5, top 100": fts(path.with_suffix(".fts.db"), stored, encoded, encode),
    }
    if (peer := tantivy(stored, encoded, encode)) is not None:
        engines["tantivy, top 100"] = peer
    lookup = Lookup(open_database(path), "en", "en")
    rows = []
    for threshold in THRESHOLDS:
        truth = [full_scan(encode(query), threshold, encoded) for query in queries]
        run = engines if threshold == 70 else {"tmtool": engines["tmtool"]}
        for query in queries[:20]:
            for engine in run.values():
                engine(query, threshold)
        times: dict[str, list[float]] = {name: [] for name in run}
        answers: dict[str, list[Answer]] = {name: [] for name in run}
        # By turns, so that what else the machine does falls on all of them.
        for query in queries:
            for name, engine in run.items():
                start = time.perf_counter()
                answers[name].append(engine(query, threshold))
                times[name].append((time.perf_counter() - start) * 1000)
        rows += [row(len(stored), threshold, name, times[name], answers[name], truth) for name in run]
        if threshold == 70:
            whole = [timed(lambda query=query: lookup.matches(query)) for query in queries]  # type: ignore[misc]
            rows.append(row(len(stored), threshold, "tmtool, whole lookup", whole, [], truth))
    for made in rows:
        print("\t".join(made.cells()), flush=True)
    return rows


def row(size: int, threshold: int, name: str, times: list[float], answers: list[Answer], truth: list[Answer]) -> Row:
    """Without answers, of the times alone."""
    times = sorted(times)
    p50, p95 = statistics.median(times), times[int(len(times) * 0.95)]
    if not answers:
        return Row(size, threshold, name, p50, p95, "", "")
    wanted = sum(map(len, truth))
    found = sum(len(answer & true) for answer, true in zip(answers, truth, strict=True))
    right = sum(answer == true for answer, true in zip(answers, truth, strict=True))
    return Row(size, threshold, name, p50, p95, f"{found / wanted if wanted else 1:.4f}", f"{right}/{len(truth)}")


def timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def build(path: Path, stored: list[str]) -> FuzzyIndex:
    path.unlink(missing_ok=True)
    connection = open_database(path, create=True)
    with transaction(connection):
        segments = Segments(connection)
        for start in range(0, len(stored), 10_000):
            segments.ids([("en", text) for text in stored[start : start + 10_000]])
        segments.index()
    return FuzzyIndex(connection)


class Encoder:
    """Texts as strings of one character a token, for the scans."""

    def __init__(self) -> None:
        self._characters: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        known = self._characters
        for token in (words := tokens(text)):
            if token not in known:
                known[token] = chr(len(known) + 1 if len(known) < 0xD7FF else len(known) + 0x801)
        return "".join(known[token] for token in words)


def matches(query: str, text: str, threshold: int) -> bool:
    length = max(len(query), len(text))
    allowed = (100 - threshold) * length // 100
    return Levenshtein.distance(query, text, score_cutoff=allowed) <= allowed


def full_scan(query: str, threshold: int, encoded: list[str]) -> Answer:
    return {place for place, text in enumerate(encoded) if matches(query, text, threshold)}


def window_scan(query: str, threshold: int, encoded: list[str], by_length: dict[int, list[int]]) -> Answer:
    shortest, longest = -(-threshold * len(query) // 100), 100 * len(query) // threshold
    return {
        place
        for length in range(shortest, longest + 1)
        for place in by_length.get(length, ())
        if matches(query, encoded[place], threshold)
    }


def rarest(query: str, frequencies: Counter[str]) -> list[str]:
    words = {word for word in tokens(query) if word.isalnum()}
    return sorted(words, key=lambda word: frequencies[word])[:8]


def fts(path: Path, stored: list[str], encoded: list[str], encode: Encoder) -> Callable[[str, int], Answer]:
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.execute("CREATE VIRTUAL TABLE t USING fts5(text)")
    database.executemany("INSERT INTO t (rowid, text) VALUES (?, ?)", enumerate(stored))
    database.commit()
    frequencies = Counter(word for text in stored for word in set(tokens(text)))

    def search(query: str, threshold: int) -> Answer:
        words = " OR ".join(f'"{word}"' for word in rarest(query, frequencies))
        if not words:
            return set()
        rows = database.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 100", (words,))
        asked = encode(query)
        return {row[0] for row in rows if matches(asked, encoded[row[0]], threshold)}

    return search


def tantivy(stored: list[str], encoded: list[str], encode: Encoder) -> Callable[[str, int], Answer] | None:
    try:
        import tantivy as engine
    except ImportError:
        print("# tantivy is not installed: left out", file=sys.stderr)
        return None
    builder = engine.SchemaBuilder()
    builder.add_text_field("text", stored=False)
    builder.add_integer_field("place", stored=True)
    index = engine.Index(builder.build())
    writer = index.writer(200_000_000)
    for place, text in enumerate(stored):
        writer.add_document(engine.Document(text=[text], place=[place]))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    frequencies = Counter(word for text in stored for word in set(tokens(text)))

    def search(query: str, threshold: int) -> Answer:
        words = rarest(query, frequencies)
        if not words:
            return set()
        hits = searcher.search(index.parse_query(" ".join(words), ["text"]), 100).hits
        places = [searcher.doc(address)["place"][0] for _, address in hits]
        asked = encode(query)
        return {place for place in places if matches(asked, encoded[place], threshold)}

    return search


if __name__ == "__main__":
    main()
