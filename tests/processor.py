"""Limits what work takes: by the processor's time, which does not depend on how busy the machine is."""

from __future__ import annotations

import gc
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

USUAL = 0.1
"""Seconds of the processor that `_work` takes on the machine on which the limits were set."""


def _work() -> None:
    """Does a fixed amount of what tmtool mostly does: expressions, dictionaries, texts that are cut and joined."""
    word = re.compile(r"\w+")
    for n in range(900):
        seen: dict[str, int] = {}
        for found in word.finditer(f"article {n}, paragraphe 3 du rapport " * 60):
            seen[found.group().casefold()] = seen.get(found.group().casefold(), 0) + 1
        " ".join(sorted(seen))


def _slower() -> float:
    """Returns how many times slower this process is now than the machine on which the limits were set: 1 or more.

    Others on the same cores make the same work take more of the processor's time, and the measure of
    coverage looks on at each line of tmtool, which doubles what some of them take.
    """
    start = time.process_time()
    _work()
    return max(1.0, (time.process_time() - start) / USUAL) * (2 if sys.gettrace() else 1)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Fails if the block takes more of the processor's time, in all threads of this process together.

    What the tests before left in memory is kept out of the collector's sight meanwhile: going through
    it once takes a second after some thousands of tests, which is no time of the block's.
    """
    gc.freeze()
    try:
        start = time.process_time()
        yield
        spent = time.process_time() - start
    finally:
        gc.unfreeze()
    if spent >= seconds:
        allowed = seconds * _slower()
        assert spent < allowed, f"{spent:.1f} seconds of the processor's time, at most {allowed:.1f} are allowed"
