"""Finds similar segments in other ways, for the benchmark of the lookup: each is a function of query and threshold."""

from __future__ import annotations

import atexit
import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from tmtool.text.tokens import tokens

Answer = set[int]


class Encoder:
    """An `Encoder` writes texts as strings of one character a token, for the scans."""

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


def full_scan(query: str, threshold: int, encoded: Iterable[tuple[int, str]]) -> Answer:
    """Returns the truth: every text that reaches the threshold."""
    return {place for place, text in encoded if matches(query, text, threshold)}


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


def pg_trgm(
    folder: Path, stored: list[str], encoded: list[str], encode: Encoder
) -> Callable[[str, int], Answer] | None:
    """Returns PostgreSQL's trigrams: the hundred most similar of those that share enough, by a GIN index, re-ranked. A
    server of its own runs in the folder until the program ends."""
    homes = [Path(found).resolve().parent for found in [shutil.which("pg_ctl")] if found]
    homes += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if not homes:
        print("# PostgreSQL is not installed: left out", file=sys.stderr)
        return None
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    # The server refuses to run as root.
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres")
    data, bin_ = folder.resolve() / "data", homes[0]

    def run(*command: str | Path) -> None:
        subprocess.run([*user, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)

    run(bin_ / "initdb", "-D", data, "--encoding=UTF8", "--locale=C.UTF-8")
    settings = f"-k {folder.resolve()} -c listen_addresses='' -c maintenance_work_mem=512MB -c fsync=off"
    run(bin_ / "pg_ctl", "-D", data, "-w", "-o", settings, "-l", data / "log", "start")
    atexit.register(run, bin_ / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    psql = subprocess.Popen(
        [*user, bin_ / "psql", "-h", folder.resolve(), "-d", "postgres", "-qAt"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=folder,
    )  # fmt: skip
    asks, answers = psql.stdin, psql.stdout
    assert asks and answers

    def asked(statements: str) -> list[str]:
        asks.write(f"{statements}\n\\echo done\n")
        asks.flush()
        return [line.rstrip("\n") for line in iter(answers.readline, "done\n")]

    asked("CREATE EXTENSION pg_trgm; CREATE TABLE t (id integer, text text);")
    rows = "".join(f"{place}\t{_copied(text)}\n" for place, text in enumerate(stored))
    asked(f"COPY t FROM stdin;\n{rows}\\.\n CREATE INDEX ON t USING gin (text gin_trgm_ops); ANALYZE t;")

    def search(query: str, threshold: int) -> Answer:
        literal = query.replace("'", "''")
        found = asked(
            f"SELECT id FROM t WHERE text % '{literal}' ORDER BY similarity(text, '{literal}') DESC LIMIT 100;"
        )
        query_ = encode(query)
        return {place for place in map(int, found) if matches(query_, encoded[place], threshold)}

    return search


def _copied(text: str) -> str:
    """Returns a value as COPY reads it."""
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
