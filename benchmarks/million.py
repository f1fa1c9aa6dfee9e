"""How does a memory of a million units do? Import, size, start-up and lookup are compared with their peers, in one
command.

    python benchmarks/million.py PAIRS.tsv[.xz] [--folder DIR] [--python PYTHON] [--report]

PAIRS.tsv has a header with the columns `en` and `fr`; any corpus can be put so. It is imported as a whole, and
size.py and start_up.py look at what comes of it; import_tmx.py and lookup.py make their own from its rows. That takes
some twenty minutes for a million pairs. PYTHON is as for start_up.py. With --report each writes its section of
docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import lzma
import shutil
import subprocess
import sys
import time
from pathlib import Path

from lookup import translations

HERE = Path(__file__).parent
SIZES = 10_000, 100_000
HELD_OUT = 5_000
"""Texts that are not stored in the largest size, so that some queries are of none of them."""
COLD = 2
UNITS = 100_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--folder", type=Path, default=Path("out"))
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--report", action="store_true", help="write the sections in docs/benchmarks.md")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    pairs = unpacked(options.pairs, options.folder)
    database = options.folder / "million.db"
    database.unlink(missing_ok=True)
    start = time.perf_counter()
    run(sys.executable, "-m", "tmtool", "--db", database, "import", pairs)
    print(f"imported in {time.perf_counter() - start:.0f} s")
    texts = list(translations(pairs))
    largest = len(texts) - HELD_OUT
    sizes = [*(size for size in SIZES if size < largest), largest]
    report = ["--report"] if options.report else []
    script("size.py", database, "--peers", options.folder / "peers", *report)
    # Of usual length, and not at the beginning, where the shortest are in some corpora.
    cold = [text for text in texts[len(texts) // 2 :] if 5 <= len(text.split()) <= 12][:COLD]
    script("start_up.py", database, *cold, "--python", options.python, *report)
    script("import_tmx.py", pairs, "--units", str(min(UNITS, len(texts))), "--folder", options.folder, *report)
    script("lookup.py", pairs, "--sizes", *map(str, sizes), "--folder", options.folder, *report)


def unpacked(path: Path, folder: Path) -> Path:
    """Returns the table itself, unpacked into the folder if need be."""
    if path.suffix != ".xz":
        return path
    plain = folder / path.stem
    with lzma.open(path) as packed, plain.open("wb") as file:
        shutil.copyfileobj(packed, file)
    return plain


def script(name: str, *arguments: str | Path) -> None:
    print(f"== {name}", flush=True)
    run(sys.executable, HERE / name, *arguments)


def run(*command: str | Path) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
