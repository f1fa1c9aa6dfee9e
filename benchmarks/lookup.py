"""How exact and how fast is a fuzzy lookup, by size and threshold, beside other ways to do it?

    python benchmarks/lookup.py PAIRS.tsv [--sizes 10000 100000 1000000] [--queries 200] [--folder DIR]

PAIRS.tsv has a header with a column `en` (and `fr`); the first rows of a fixed shuffle are stored, queries are
made from rows that are not: as they stand, with one word changed, with 10 to 25 % of the words changed, and as
they stand from another place (unrelated). Every answer is compared with a scan of all segments by
rapidfuzz with the rate of docs/reference.md. Peers in the same run: that scan within the length window, SQLite
FTS5 with the eight rarest words and the best hundred re-ranked, and tantivy likewise where it is installed.
"""

from __future__ import annotations

import argparse
import csv
import platform
import random
import sqlite3
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from rapidfuzz.distance import Levenshtein

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
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    texts = english(options.pairs)
    random.Random(0).shuffle(texts)
    held_out = texts[max(options.sizes) :] or texts[-options.queries :]
    machine = platform.processor() or platform.machine()
    print(f"# {machine}, Python {platform.python_version()}, {datetime.now(UTC):%Y-%m-%d}")
    print(f"# {options.pairs.name}, {options.queries} queries of which a quarter each: stored, one word changed, ")
    print("# 10-25 % changed, not stored; times in ms, recall of matches and queries answered wholly right")
    print("size\tthreshold\tengine\tp50\tp95\trecall\tright")
    for size in options.sizes:
        stored = texts[:size]
        queries = make_queries(stored, held_out, options.queries)
        measure(options.folder / f"lookup-{size}.db", stored, queries)


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


def measure(path: Path, stored: list[str], queries: list[str]) -> None:
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
    for threshold in THRESHOLDS:
        truth = [full_scan(encode(query), threshold, encoded) for query in queries]
        for name, engine in engines.items():
            if threshold != 70 and name != "tmtool":
                continue
            times, right, found, wanted = [], 0, 0, 0
            for query, true in zip(queries, truth, strict=True):
                start = time.perf_counter()
                answer = engine(query, threshold)
                times.append((time.perf_counter() - start) * 1000)
                right += answer == true
                found += len(answer & true)
                wanted += len(true)
            times.sort()
            row = (
                len(stored), threshold, name, f"{statistics.median(times):.2f}", f"{times[int(len(times) * 0.95)]:.2f}",
                f"{found / wanted if wanted else 1:.4f}", f"{right}/{len(queries)}",
            )  # fmt: skip
            print("\t".join(map(str, row)), flush=True)
    lookup = Lookup(open_database(path), "en", "en")
    times = sorted(timed(lambda query=query: lookup.matches(query)) for query in queries)  # type: ignore[misc]
    print(
        f"# whole lookup at 70 %: p50 {statistics.median(times):.2f}, p95 {times[int(len(times) * 0.95)]:.2f}",
        flush=True,
    )


def timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def build(path: Path, stored: list[str]) -> FuzzyIndex:
    path.unlink(missing_ok=True)
    connection = open_database(path, create=True)
    with transaction(connection):
        segments = Segments(connection)
        for text in stored:
            segments.add("en", text)
        segments.flush()
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
