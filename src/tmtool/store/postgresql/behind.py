"""Writes behind the back of who asks: a thread of its own has statements carried out, one after the other, while the
next ones are worked out."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait


class Behind:
    """A `Behind` is what is to be written, of one transaction. `in_turn` tells that it has waited for others."""

    def __init__(self) -> None:
        self.in_turn = False
        self._pool = ThreadPoolExecutor(1)
        self._writing: list[Future[None]] = []

    def write(self, work: Callable[[], None]) -> None:
        """Has this done after all that was given before."""
        self._writing.append(self._pool.submit(work))

    def stop(self) -> None:
        """Waits until all is done or has failed."""
        wait(self._writing)

    def finish(self) -> None:
        """Waits until all is done, and raises the first error of it."""
        writing, self._writing = self._writing, []
        wait(writing)
        for one in writing:
            one.result()

    def close(self) -> None:
        """Ends the thread."""
        self._pool.shutdown()
