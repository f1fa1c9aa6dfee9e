"""Gives each thread what is its own, opened when it first asks, and closed when it ends or all is closed."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

Own = TypeVar("Own")


class PerThread(Generic[Own]):
    """A `PerThread` holds what threads have of a home; nothing of it has to be guarded, since no other thread sees
    it."""

    def __init__(self, opened: Callable[[], tuple[Own, Callable[[], object]]]) -> None:
        """Opens what a thread has by `opened`, which gives it with what closes it."""
        self._opened = opened
        self._threads = threading.local()
        self._closings: list[weakref.finalize[[], Own]] = []
        self._guard = threading.Lock()

    @property
    def own(self) -> Own:
        """Returns what this thread has, opened when it first asks."""
        try:
            own: Own = self._threads.own
        except AttributeError:
            own = self._threads.own = self._open()
        return own

    def close(self) -> None:
        """Closes what all threads have."""
        with self._guard:
            closings, self._closings = self._closings, []
        for close in closings:
            close()

    def _open(self) -> Own:
        own, closed = self._opened()
        # The list does not keep what a thread had when that has ended.
        close = weakref.finalize(own, closed)
        with self._guard:
            self._closings = [*(one for one in self._closings if one.alive), close]
        return own
