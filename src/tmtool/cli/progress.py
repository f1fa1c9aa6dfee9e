"""How far is a long command? A bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tmtool.cli.session import Session


@contextmanager
def progress_bar(session: Session, what: str) -> Iterator[Callable[[int, int], None]]:
    """Gives a function that is told how much is done, and of how much; it shows a bar with the time left where a person
    sees it."""
    if session.quiet or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what)
        yield lambda done, total: bar.update(task, completed=done, total=total)
