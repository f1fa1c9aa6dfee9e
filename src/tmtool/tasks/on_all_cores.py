"""Asks the same question of many texts, on all cores: each process reads the database by itself, the answers keep their
order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any, Protocol, TypeVar

from tmtool.store import open_home
from tmtool.store.home import Home

_AT_ONCE = 64
_AHEAD = 8
"""Parts for each process that are sent before their answers are wanted, so that no question of a million waits in
memory."""

Asked_contra = TypeVar("Asked_contra", contravariant=True)
Answer_co = TypeVar("Answer_co", covariant=True)
Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Job(Protocol[Asked_contra, Answer_co]):
    """A `Job` says what each process does; it is sent to it, and so has no database."""

    def answering(self, home: Home) -> Callable[[Asked_contra], Answer_co]:
        """Returns a function that answers one question from this home."""


def answers(
    home: Home, job: Job[Asked, Answer], asked: Iterable[Asked], *, at_once: int = _AT_ONCE
) -> Iterator[Answer]:
    """Yields the answer to each question, in order, from the home, which each process opens for itself; `at_once` go to
    one together. Raises DatabaseError when a process cannot read it."""
    processes = os.cpu_count() or 1
    # Spawned: an open SQLite home must not be carried into a forked process
    # (https://sqlite.org/howtocorrupt.html, section 2.6).
    pool = ProcessPoolExecutor(
        processes,
        multiprocessing.get_context("spawn"),
        initializer=_start,
        initargs=(home.place, home.memories, job),
    )
    rest = iter(asked)
    sent: deque[Future[list[Answer]]] = deque()
    try:
        while part := list(islice(rest, at_once)):
            sent.append(pool.submit(_answered, part))
            if len(sent) > _AHEAD * processes:
                yield from sent.popleft().result()
        while sent:
            yield from sent.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


_answering: Callable[[Any], Any]


def _start(place: str, memories: frozenset[str] | None, job: Job[Any, Any]) -> None:
    global _answering
    # Ctrl-C goes to all processes; the first of them ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Nothing tells a process of a pool that the first one was killed: it would wait for questions for ever.
    threading.Thread(target=_end_with_the_first, daemon=True).start()
    home = open_home(place)
    _answering = job.answering(home if memories is None else home.limited_to(memories))


def _end_with_the_first() -> None:
    first = multiprocessing.parent_process()
    assert first is not None
    first.join()
    os._exit(1)


def _answered(asked: Sequence[Any]) -> list[Any]:
    return [_answering(one) for one in asked]
