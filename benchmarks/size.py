"""How large is a database, and each part of it, beside the text in it?

    python benchmarks/size.py DATABASE [--report]

Sizes are those of the pages that SQLite gives to each table and index (https://sqlite.org/dbstat.html), the text is
counted in bytes of UTF-8, each segment once a language.
"""

from __future__ import annotations

import argparse
import contextlib
from collections import Counter
from pathlib import Path

from report import conditions, table, write_section
from tmtool.store.database import open_database

PARTS = {
    "fuzzy index": "index_", "full-text index": "segments_text",
    "segments": "segments", "units": "units", "variants": "variants",
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("--report", action="store_true", help="write the section in docs/benchmarks.md")
    options = parser.parse_args()
    with contextlib.closing(open_database(options.database)) as connection:
        segments, text = connection.execute("SELECT count(*), sum(length(CAST(text AS BLOB))) FROM segments").fetchone()
        sizes: Counter[str] = Counter()
        for name, size in connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"):
            sizes[part_of(name)] += size
    whole = options.database.stat().st_size
    rows = [
        [name, f"{size / 1e6:.1f}", f"{size / text:.2f}"]
        for name, size in [*sizes.most_common(), ("whole database", whole)]
    ]
    found = (
        conditions(f"{segments} segments with {text / 1e6:.1f} MB of text, in all languages")
        + "\n\n"
        + table(["part", "MB", "times the text"], rows)
    )
    print(found)
    if options.report:
        write_section("Size", found)


def part_of(name: str) -> str:
    """The part of the database that a table or an index belongs to."""
    return next((part for part, start in PARTS.items() if name.startswith(start)), "the rest")


if __name__ == "__main__":
    main()
