"""A large batch of lookups on all cores: each process reads the database by itself, the answers keep their order."""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tmtool.cli.lookup import Answer, Wanted
from tmtool.store.database import expecting_faults, open_database

_QUERIES_AT_ONCE = 64


def answers(path: Path, wanted: Wanted, queries: Sequence[str]) -> Iterator[str]:
    """What `Answer` prints for the queries, several at a time."""
    parts = [queries[start : start + _QUERIES_AT_ONCE] for start in range(0, len(queries), _QUERIES_AT_ONCE)]
    # Spawned: an open SQLite connection must not be carried into a forked process
    # (https://sqlite.org/howtocorrupt.html, section 2.6).
    pool = ProcessPoolExecutor(
        os.cpu_count(), multiprocessing.get_context("spawn"), initializer=_start, initargs=(path, wanted)
    )
    try:
        yield from pool.map(_printed, parts)
    finally:
        pool.shutdown(cancel_futures=True)


_answer: Answer
_path: Path


def _start(path: Path, wanted: Wanted) -> None:
    global _answer, _path
    # Ctrl-C goes to all processes; the first of them ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _path = path
    _answer = Answer(open_database(path), wanted)


def _printed(queries: Sequence[str]) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as printed, expecting_faults(_path):
        for query in queries:
            _answer(query)
    return printed.getvalue()
