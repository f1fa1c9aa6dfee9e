"""When is a change made, and by whom?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_acting: ContextVar[str] = ContextVar("acting", default="")
"""Whom a change is made for by a program that serves several people."""


def now() -> str:
    """Returns the present moment as a home writes it: ISO 8601, UTC, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def acting_as(name: str) -> Iterator[None]:
    """Has what is changed meanwhile, in this thread or task, be by that person; by who runs the program if the name is
    empty."""
    before = _acting.set(name)
    try:
        yield
    finally:
        _acting.reset(before)


def author() -> str:
    """Returns for whom this program acts: by default the login name of who runs it, or empty where there is none."""
    if name := _acting.get():
        return name
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
