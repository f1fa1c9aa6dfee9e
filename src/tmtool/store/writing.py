"""Writes at once, or behind the back of who works (`tmtool.store.behind`), for those who do not mind which."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from tmtool.store.behind import Behind

T = TypeVar("T")


class Writing:
    """A `Writing` is what is asked and written by one connection; `bulk` is what a bulk transaction has done, while one
    is open."""

    def __init__(self, stop: Callable[[], None] = lambda: None) -> None:
        """Takes what has the database leave off the statement that it is at, for those who write behind."""
        self._stop = stop
        self.bulk: Behind | None = None

    @contextlib.contextmanager
    def behind(self) -> Iterator[None]:
        """Has what `ask` and `write` are given done by a thread, in its order, while more is worked out; at the end it
        is done. Needs an open transaction, in which nothing else is asked then that waits or writes."""
        # A lookup has no use for threads.
        from tmtool.store.behind import Behind

        behind = self.bulk = Behind(self._stop)
        try:
            yield
            behind.finish()
        finally:
            # Nothing may go on in what is taken back.
            self.bulk = None
            behind.close()

    def ask(self, work: Callable[[], T]) -> Callable[[], T]:
        """Does what asks, at once or `behind`. Returns the function that waits for what is found."""
        if self.bulk:
            return self.bulk.ask(work).result
        found = work()
        return lambda: found

    def write(self, work: Callable[[], None]) -> None:
        """Does what writes, at once or `behind`."""
        self.ask(work)
