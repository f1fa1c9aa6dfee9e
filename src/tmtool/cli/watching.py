"""Runs a command again whenever one of its files is saved, until Ctrl-C."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from tmtool.cli.reader import read
from tmtool.errors import TmtoolError

_EVERY = 0.3
"""Seconds between two looks."""

_Stamps = tuple[tuple[int, int] | None, ...]


def watch(files: Sequence[Path], run: Callable[[], None]) -> None:
    """Runs, and runs again when the files have changed and then stay as they are: an editor may still be writing. What
    cannot be read at that moment is said, and tried again when it changes."""
    done: _Stamps = ()
    try:
        while True:
            now = _stamps(files)
            if now != done and now == _after_a_moment(files):
                done = now
                _run(run)
            elif now == done:
                time.sleep(_EVERY)
    except KeyboardInterrupt:
        return


def _run(run: Callable[[], None]) -> None:
    click.clear()
    try:
        run()
    except click.exceptions.Exit:
        pass  # Only the status says more.
    except TmtoolError as error:
        click.echo(f"tmtool: {read(error.wording)}", err=True)


def _after_a_moment(files: Sequence[Path]) -> _Stamps:
    time.sleep(_EVERY)
    return _stamps(files)


def _stamps(files: Sequence[Path]) -> _Stamps:
    return tuple(map(_stamp, files))


def _stamp(file: Path) -> tuple[int, int] | None:
    """Returns when a file was changed and how long it is; None while it is not there."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
