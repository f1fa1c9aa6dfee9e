"""Has other processes do jobs that are functions of what is prepared: one beside what this one does in the meantime, or
a share of many, such as to look at some segments of a draft.

They are forked from this one (for many jobs when it has done the first), so that all that is loaded and prepared is
theirs, too, and only what they find has to be sent. Who calls must have no other threads: what these hold would never
be let go in the other process. What a process that died has not told is done again by this one, which then says what is
wrong, if anything is.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import BinaryIO, Generic, TypeVar

_MOST = 4
"""Processes at most: each has soon written to half of the memory that it shares with the first, some 100 MB."""
MOST_JOBS = 256
"""Jobs that are shared at most: the number of each is a byte."""

Result = TypeVar("Result")
Own = TypeVar("Own")


def possible() -> int:
    """Returns how many processes may share jobs: one where none can be forked, or there is one core."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST)


def shared(jobs: Sequence[Callable[[], Result]], processes: int) -> list[Result]:
    """Returns what at most `MOST_JOBS` jobs give, in their order; after the first, the last is begun first. What they
    give must be fit to be sent; what one raises is raised here."""
    if processes < 2 or len(jobs) < 2:
        return [job() for job in jobs]
    done = {0: jobs[0]()}
    numbers = _numbers(len(jobs))
    others: list[_Other[dict[int, Result]]] = []
    try:
        with suppress(OSError):  # none is to be had: then there are fewer
            while len(others) < processes - 1:
                others.append(_Other(lambda: dict(_done(jobs, numbers))))
        done |= _done(jobs, numbers)
        for other in others:
            done |= other.told() or {}
    finally:
        os.close(numbers)
        for other in others:
            other.end()
    return [done[number] if number in done else job() for number, job in enumerate(jobs)]


def beside(job: Callable[[], Result], meanwhile: Callable[[], object]) -> Result:
    """Returns what a job gives that another process does, while this one does something else. What the job gives must
    be fit to be sent; what it raises is raised here, when it is done again."""
    return both(job, meanwhile)[0]


def both(there: Callable[[], Result], here: Callable[[], Own]) -> tuple[Result, Own]:
    """Returns what two jobs give of which another process does the first, as `beside`, and this one the second."""
    try:
        other = _Other(there)
    except OSError:  # none is to be had
        return there(), here()
    try:
        own = here()
        told = other.told()
    finally:
        other.end()
    return (there() if told is None else told), own


def _numbers(many: int) -> int:
    """Returns a pipe from which each process takes the number of its next job."""
    numbers, into = os.pipe()
    os.write(into, bytes(range(many - 1, 0, -1)))
    os.close(into)
    return numbers


def _done(jobs: Sequence[Callable[[], Result]], numbers: int) -> Iterator[tuple[int, Result]]:
    """Yields the jobs that this process takes, as long as there are some, with what they give."""
    while number := os.read(numbers, 1):
        yield number[0], jobs[number[0]]()


class _Other(Generic[Result]):
    """An `_Other` is a process that does a job beside this one. Raises OSError where there is none to be had."""

    def __init__(self, job: Callable[[], Result]) -> None:
        told, tell = os.pipe()
        # What is there stays: to search it for cycles takes time, and writes to memory that both could share.
        gc.freeze()
        # Ctrl-C goes to both, and this one ends the other: until that one says so, it must not reach it.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._process = os.fork()
            if not self._process:
                _work(job, os.fdopen(tell, "wb"))
        except OSError:
            gc.unfreeze()
            os.close(told)
            raise
        finally:
            os.close(tell)
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        self._told = os.fdopen(told, "rb")

    def told(self) -> Result | None:
        """Returns what the process has done when it is at its end, None where it has died."""
        try:
            found: Result = pickle.load(self._told)
        except (EOFError, pickle.UnpicklingError):
            return None
        return found

    def end(self) -> None:
        """Ends the process, if it has not ended."""
        gc.unfreeze()
        self._told.close()
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def _work(job: Callable[[], object], tell: BinaryIO) -> None:
    """Does a job, tells what it gives, and ends: nothing that this process has of the other is to be closed or
    written."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with tell:
            pickle.dump(job(), tell, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)
