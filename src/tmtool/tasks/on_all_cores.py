"""Asks the same question of many texts, on all cores: each process reads the database by itself, the answers keep their
order."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, Protocol, TypeVar

from tmtool.store import open_home
from tmtool.store.home import Home

_AT_ONCE = 64

Asked_contra = TypeVar("Asked_contra", contravariant=True)
Answer_co = TypeVar("Answer_co", covariant=True)
Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Job(Protocol[Asked_contra, Answer_co]):
    """A `Job` says what each process does; it is sent to it, and so has no database."""

    def answering(self, home: Home) -> Callable[[Asked_contra], Answer_co]:
        """Returns a function that answers one question from this home."""


def answers(home: Home, job: Job[Asked, Answer], asked: Sequence[Asked]) -> Iterator[Answer]:
    """Yields the answer to each question, in order, from the home, which each process opens for itself. Raises
    DatabaseError when a process cannot read it."""
    parts = [asked[start : start + _AT_ONCE] for start in range(0, len(asked), _AT_ONCE)]
    # Spawned: an open SQLite home must not be carried into a forked process
    # (https://sqlite.org/howtocorrupt.html, section 2.6).
    pool = ProcessPoolExecutor(
        os.cpu_count(),
        multiprocessing.get_context("spawn"),
        initializer=_start,
        initargs=(home.place, home.memories, job),
    )
    try:
        for answered in pool.map(_answered, parts):
            yield from answered
    finally:
        pool.shutdown(cancel_futures=True)


_answering: Callable[[Any], Any]


def _start(place: str, memories: frozenset[str] | None, job: Job[Any, Any]) -> None:
    global _answering
    # Ctrl-C goes to all processes; the first of them ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    home = open_home(place)
    _answering = job.answering(home if memories is None else home.limited_to(memories))


def _answered(asked: Sequence[Any]) -> list[Any]:
    return [_answering(one) for one in asked]
