"""Tests what becomes of what a thread writes behind, when the one that works fails or is interrupted."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator

import pytest

from tmtool.store.writing import Writing

MOMENT_S = 0.05
LONG_S = 60


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Has an interrupt raise, which a shell has ignored for those that it starts in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
@pytest.mark.skipif(sys.platform == "win32", reason="no thread can be sent a signal there")
def test_nothing_is_written_any_more_once_who_works_has_been_interrupted_even_twice() -> None:
    main = threading.get_ident()
    writing, left, stopped = Writing(lambda: stopped.set()), threading.Event(), threading.Event()
    written_after: list[bool] = []

    def interrupting() -> None:
        signal.pthread_kill(main, signal.SIGINT)
        stopped.wait(LONG_S)
        signal.pthread_kill(main, signal.SIGINT)
        written_after.append(left.wait(MOMENT_S))

    def interrupted() -> None:
        try:
            with writing.behind():
                writing.ask(interrupting)()
        finally:
            left.set()

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert written_after == [False]
    assert writing.bulk is None


def test_what_is_left_is_not_written_and_what_goes_on_is_stopped_when_who_works_fails() -> None:
    begun, stopped = threading.Event(), threading.Event()
    writing = Writing(stopped.set)
    done: list[str] = []

    def first() -> None:
        begun.set()
        done.append("first" if stopped.wait(LONG_S) else "never stopped")

    def failing() -> None:
        with writing.behind():
            writing.write(first)
            writing.write(lambda: done.append("second"))
            begun.wait(LONG_S)
            raise LookupError

    with pytest.raises(LookupError):
        failing()
    assert done == ["first"]


def test_the_first_error_of_what_is_written_is_raised_where_it_ends_and_nothing_is_stopped() -> None:
    stopped = threading.Event()
    writing = Writing(stopped.set)
    threads = threading.active_count()

    def failing() -> None:
        raise LookupError

    def worked() -> None:
        with writing.behind():
            writing.write(failing)
            writing.write(lambda: pytest.fail("written after an error"))

    with pytest.raises(LookupError):
        worked()
    assert not stopped.is_set()
    assert threading.active_count() == threads
