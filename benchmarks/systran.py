"""Says what SYSTRAN's fuzzy-match finds, an external library in C++: for comparison, where `systran-lookup` is on the
PATH.

That program is systran.cc, built as benchmarks/README.md says; it keeps the index in memory and times each query
itself, so that no time of the pipe is counted. The library looks at segments that share a run of tokens with the
query, found in a suffix array, and compares those by edit distance. Its tokens are its own, so that its score differs
from the rate now and then; case and numbers count as in the rate, since it gets texts in one case and none of its
penalties. It gives all matches, not the best few. One index serves both settings, so that the second asked finds the
caches full of its own data.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

PROGRAM = "systran-lookup"

# The tokens that a shared run must have at least, and the share of the query.
RUNS = {"as it comes": (3, 0.3), "most thorough": (2, 0.0)}


def installed() -> bool:
    return shutil.which(PROGRAM) is not None


def finders(path: Path, stored: list[str]) -> dict[str, Callable[[str, int], tuple[set[int], float]]]:
    """Returns by the setting of the run a function that gives the places of the matches of a query at a threshold, and
    how many ms that took."""
    path.write_text("".join(f"{text.casefold()}\n" for text in stored), encoding="utf-8")
    process = subprocess.Popen(
        [PROGRAM, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    asks, answers = process.stdin, process.stdout
    assert asks and answers
    if answers.readline() != "ready\n":
        raise RuntimeError(f"{PROGRAM} did not read {path}")

    def find(run: tuple[int, float], query: str, threshold: int) -> tuple[set[int], float]:
        asks.write(f"{threshold}\t{run[0]}\t{run[1]}\t{query.casefold()}\n")
        asks.flush()
        took, *places = answers.readline().split()
        return {int(place) for place in places}, int(took) / 1e6

    return {name: partial(find, run) for name, run in RUNS.items()}
