"""Asks and writes behind the back of who works: a thread of its own has the statements of a transaction carried out,
one after the other, while what the next ones say is worked out."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

_SWITCH_S = 0.0001
"""So long the thread waits at most for the one that works, once the database has answered: a fiftieth of what Python
lets it wait otherwise, several times for each statement."""


class _Switching:
    """`_Switching` has Python switch between threads sooner while there is a `Behind`."""

    def __init__(self) -> None:
        self._open = 0
        self._before = 0.0
        self._counting = threading.Lock()

    def begin(self) -> None:
        """Notes that there is one more."""
        with self._counting:
            if not self._open:
                self._before = sys.getswitchinterval()
                sys.setswitchinterval(min(_SWITCH_S, self._before))
            self._open += 1

    def end(self) -> None:
        """Notes that there is one less."""
        with self._counting:
            self._open -= 1
            if not self._open:
                sys.setswitchinterval(self._before)


_switching = _Switching()


class Behind:
    """A `Behind` is what is asked and written of one transaction. `in_turn` tells that it has waited for
    others."""

    def __init__(self, stop: Callable[[], None]) -> None:
        """Takes what has the database leave off the statement that it is at."""
        self.in_turn = False
        self._stop = stop
        self._ends: list[Callable[[], None]] = []
        self._closings: list[Callable[[], None]] = []
        self._fault: BaseException | None = None
        self._is_at_work = False
        self._pool = ThreadPoolExecutor(1)
        # It begins before it is given anything: of a thread interrupted while it begins the pool knows nothing.
        self._pool.submit(lambda: None).result()
        _switching.begin()

    def ask(self, work: Callable[[], T]) -> Future[T]:
        """Has this done after all that was given before, unless something of that has failed: then it fails too."""
        return self._pool.submit(self._done, work)

    def at_the_end(self, work: Callable[[], None]) -> None:
        """Has this called, by who works, when no more is given to be done."""
        self._ends.append(work)

    def when_closed(self, work: Callable[[], None]) -> None:
        """Has this called, by who works, however all ends."""
        self._closings.append(work)

    def finish(self) -> None:
        """Waits until all is done, and raises the first error of it."""
        for end in self._ends:
            end()
        self.ask(lambda: None).result()

    def close(self) -> None:
        """Ends the thread; what it is at is stopped, what is left is not done. An interrupt waits until then: what the
        thread wrote after the transaction was taken back would stay."""
        self._fault = self._fault or CancelledError()
        has_ended = False
        while not has_ended:
            with contextlib.suppress(KeyboardInterrupt):
                if self._is_at_work:
                    self._stop()
                # Not by `shutdown`, which takes a thread whose end it was not let wait for as ended.
                self._pool.submit(lambda: None).result()
                has_ended = True
        _switching.end()
        self._pool.shutdown()
        for close in self._closings:
            close()

    def _done(self, work: Callable[[], T]) -> T:
        if self._fault:
            raise self._fault
        self._is_at_work = True
        try:
            return work()
        except BaseException as fault:
            self._fault = fault
            raise
        finally:
            self._is_at_work = False
