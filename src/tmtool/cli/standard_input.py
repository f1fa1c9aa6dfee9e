"""Lets a command read a file from standard input, where ``-`` is given for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tmtool.errors import TmtoolError

NAME = "-"


@contextmanager
def spooled(files: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """Gives the files, that of standard input as a file for the time being: what it holds is told by content, and is
    text otherwise. An error says that it is of standard input."""
    if NAME not in map(str, files):
        yield tuple(files)
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "stdin.txt"
        file.write_bytes(sys.stdin.buffer.read())
        try:
            yield tuple(file if str(path) == NAME else path for path in files)
        except TmtoolError as error:
            if error.path is not None and Path(error.path) == file:
                error.path = NAME
            raise
