"""Has a process of its own work out what needs no database: Python lets but one thread of a process work at a time.

It is this very Python, without the program's main module, which another program need not guard. It ends when its input
does, so that none is left of a program that is killed.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
from collections.abc import Callable
from functools import partial
from subprocess import DEVNULL, PIPE, Popen
from typing import IO, Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

_BEGIN = "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); pickle.load(sys.stdin.buffer)()"
_GONE = (OSError, EOFError, pickle.UnpicklingError)
"""What a process that has died leads to."""


class Beside(Generic[Asked, Answer]):
    """A `Beside` has the same function answer question after question in a process of its own; what that does not
    answer, since it could not be started or has died, is answered here."""

    def __init__(self, work: Callable[[Asked], Answer]) -> None:
        """Takes a function of a module, and starts the process if there are two cores."""
        self._work = work
        self._process: Popen[bytes] | None = None
        if _cores() > 1 and sys.executable and not hasattr(sys, "frozen"):
            with contextlib.suppress(OSError):
                # Of a group of its own: Ctrl-C is for who started it.
                self._process = Popen(
                    [sys.executable, "-c", _BEGIN], stdin=PIPE, stdout=PIPE, stderr=DEVNULL, process_group=0
                )
                self._send(sys.path)
                self._send(partial(_answer, work))

    def ask(self, asked: Asked) -> Callable[[], Answer]:
        """Asks, and returns the function that waits for the answer, to be called before the next question."""
        try:
            self._send(asked)
        except _GONE:
            self.close()

        def answer() -> Answer:
            if self._process:
                assert self._process.stdout
                try:
                    found: Answer = pickle.load(self._process.stdout)
                except _GONE:
                    self.close()
                else:
                    return found
            return self._work(asked)

        return answer

    def close(self) -> None:
        """Ends the process."""
        process, self._process = self._process, None
        if process:
            process.kill()
            with contextlib.suppress(OSError):  # what it has not read
                process.__exit__(None, None, None)

    def _send(self, message: object) -> None:
        if self._process:
            assert self._process.stdin
            self._process.stdin.write(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
            self._process.stdin.flush()


def _cores() -> int:
    """Returns how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _answer(work: Callable[[Asked], object]) -> None:
    """Answers what is asked on standard input, until that ends."""
    # Where a process has no group of its own.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked: IO[bytes] = sys.stdin.buffer
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            answer = work(pickle.load(asked))
            sys.stdout.buffer.write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
            sys.stdout.buffer.flush()
