"""The same question of many texts, on all cores: each process reads the database by itself, the answers keep their
order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, Protocol, TypeVar

from tmtool.store.sqlite.database import expecting_faults, open_database

_AT_ONCE = 64

Asked_contra = TypeVar("Asked_contra", contravariant=True)
Answer_co = TypeVar("Answer_co", covariant=True)
Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Job(Protocol[Asked_contra, Answer_co]):
    """What each process does; sent to it, and so without a database."""

    def answering(self, connection: sqlite3.Connection) -> Callable[[Asked_contra], Answer_co]:
        """What answers one question from this database."""


def answers(path: Path, job: Job[Asked, Answer], asked: Sequence[Asked]) -> Iterator[Answer]:
    """The answer to each question, in order. Raises DatabaseError when a process cannot read the database."""
    parts = [asked[start : start + _AT_ONCE] for start in range(0, len(asked), _AT_ONCE)]
    # Spawned: an open SQLite connection must not be carried into a forked process
    # (https://sqlite.org/howtocorrupt.html, section 2.6).
    pool = ProcessPoolExecutor(
        os.cpu_count(), multiprocessing.get_context("spawn"), initializer=_start, initargs=(path, job)
    )
    try:
        for answered in pool.map(_answered, parts):
            yield from answered
    finally:
        pool.shutdown(cancel_futures=True)


_answering: Callable[[Any], Any]
_path: Path


def _start(path: Path, job: Job[Any, Any]) -> None:
    global _answering, _path
    # Ctrl-C goes to all processes; the first of them ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _path = path
    _answering = job.answering(open_database(path))


def _answered(asked: Sequence[Any]) -> list[Any]:
    with expecting_faults(_path):
        return [_answering(one) for one in asked]
