"""How large is a database, and each part of it, compared with the text in it?

    python benchmarks/size.py DATABASE [--peers FOLDER] [--report]

Sizes are those of the pages that SQLite gives to each table and index (https://sqlite.org/dbstat.html), the text is
counted in bytes of UTF-8, each segment once a language. With `--peers` the same texts are indexed in FOLDER in other
ways, none of which keeps the text: words and trigrams by SQLite's FTS5, and words by tantivy where it is installed.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from report import conditions, table, write_section
from tmtool.store.sqlite.database import open_database

PARTS = {
    "fuzzy index": "index_", "full-text index": "segments_text",
    "segments": "segments", "units": "units", "variants": "variants",
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("--peers", type=Path, metavar="FOLDER", help="index the same texts there in other ways")
    parser.add_argument("--report", action="store_true", help="write the section in docs/benchmarks.md")
    options = parser.parse_args()
    with contextlib.closing(open_database(options.database)) as connection:
        segments, text = connection.execute("SELECT count(*), sum(length(CAST(text AS BLOB))) FROM segments").fetchone()
        sizes: Counter[str] = Counter()
        for name, size in connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"):
            sizes[part_of(name)] += size
        others = peers(connection, options.peers) if options.peers else {}
    whole = options.database.stat().st_size
    rows = [
        [name, f"{size / 1e6:.1f}", f"{size / text:.2f}"]
        for name, size in [*sizes.most_common(), ("whole database", whole), *others.items()]
    ]
    found = (
        conditions(f"{segments} segments with {text / 1e6:.1f} MB of text, in all languages")
        + "\n\n"
        + table(["part, or other index", "MB", "times the text"], rows)
    )
    print(found)
    if options.report:
        write_section("Size", found)


def part_of(name: str) -> str:
    """Returns the part of the database that a table or an index belongs to."""
    return next((part for part, start in PARTS.items() if name.startswith(start)), "the rest")


def peers(connection: sqlite3.Connection, folder: Path) -> dict[str, int]:
    """Returns the bytes that other indexes of the segments take, by their names."""
    folder.mkdir(parents=True, exist_ok=True)

    def texts() -> Iterator[tuple[int, str]]:
        yield from connection.execute("SELECT id, text FROM segments")

    made = {
        "SQLite FTS5, words": fts(folder / "words.db", "unicode61", texts),
        "SQLite FTS5, trigrams": fts(folder / "trigrams.db", "trigram", texts),
    }
    with contextlib.suppress(ImportError):
        made["tantivy, words"] = tantivy(folder / "tantivy", texts)
    return made


def fts(path: Path, tokenizer: str, texts: Callable[[], Iterator[tuple[int, str]]]) -> int:
    path.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute(f"CREATE VIRTUAL TABLE t USING fts5(text, content='', tokenize={tokenizer})")
        database.executemany("INSERT INTO t (rowid, text) VALUES (?, ?)", texts())
        database.execute("INSERT INTO t (t) VALUES ('optimize')")
        database.commit()
        database.execute("VACUUM")
    return path.stat().st_size


def tantivy(folder: Path, texts: Callable[[], Iterator[tuple[int, str]]]) -> int:
    import tantivy as engine

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    builder = engine.SchemaBuilder()
    builder.add_text_field("text", stored=False)
    builder.add_integer_field("segment", stored=True)
    index = engine.Index(builder.build(), path=str(folder))
    writer = index.writer(200_000_000)
    for segment, text in texts():
        writer.add_document(engine.Document(text=[text], segment=[segment]))
    writer.commit()
    writer.wait_merging_threads()
    return sum(file.stat().st_size for file in folder.iterdir())


if __name__ == "__main__":
    main()
