"""Gives the units of a file as rows for the database; a large file is read by a process of its own, while this one
writes.

To read a unit takes about as long as to write it, so that two cores bring a file in nearly twice as fast.
"""

from __future__ import annotations

import signal
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

from tmtool.errors import InputError, TmtoolError
from tmtool.formats.format import Format
from tmtool.formats.registry import by_name
from tmtool.formats.remarks import remarked
from tmtool.model import Notice, Skipped
from tmtool.model.wording import say
from tmtool.store.unit_rows import UnitRow, row_of

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

LARGE = 5_000_000
"""Bytes of a file from which on the time that it takes to start a process is made up for."""
_AT_ONCE = 100
"""So few that some such parts find room in the pipe: then the reader goes on while this process writes."""

Entries = Generator[UnitRow | Skipped | Notice, None, None]


def read_rows(
    path: Path, file_format: Format, source_language: str, target_language: str, *, apart: bool = True
) -> Entries:
    """Returns the units of a file, and what its reader assumed or skipped, of which it gives the reason alone.

    Raises InputError as the reader of the format does: what came before is then not to be used. Close it, so that no
    process is left. Unless `apart` is false, a large file is read by a process of its own: the program then
    guards its main module, as multiprocessing demands.
    """
    read = _read_apart if apart and path.stat().st_size >= LARGE else _read
    return read(path, file_format, source_language, target_language)


def _read(path: Path, file_format: Format, source_language: str, target_language: str) -> Entries:
    assert file_format.read_units is not None
    entries = file_format.read_units(path, source_language=source_language, target_language=target_language)
    for entry in remarked(entries, source_language, target_language):
        if isinstance(entry, Skipped):
            yield replace(entry, unit=None)
        else:
            yield entry if isinstance(entry, Notice) else row_of(entry)


def _read_apart(path: Path, file_format: Format, source_language: str, target_language: str) -> Entries:
    # Small files do not pay for it.
    from multiprocessing import get_context

    # Spawned: an open SQLite connection must not be carried into a forked process
    # (https://sqlite.org/howtocorrupt.html, section 2.6).
    spawn = get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    reader = spawn.Process(
        target=_send_rows, args=(there, path, file_format.name, source_language, target_language), daemon=True
    )
    with closing(here):
        with _ctrl_c_ignored():
            reader.start()
        there.close()
        try:
            while some := here.recv():
                if isinstance(some, TmtoolError):
                    raise some
                yield from some
        except EOFError as error:
            raise InputError(say("the process that read it has died"), say("import it again"), path=path) from error
        finally:
            reader.terminate()
            reader.join()


@contextmanager
def _ctrl_c_ignored() -> Iterator[None]:
    """Has a process that is started meanwhile ignore Ctrl-C for good: it goes to both, and this one ends the other."""
    if current_thread() is not main_thread():  # no other may say what becomes of signals
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _send_rows(there: Connection, path: Path, format_name: str, source_language: str, target_language: str) -> None:
    """Sends the entries of a file in lists and at last an empty one, or the error that ended them."""
    entries = _read(path, by_name(format_name), source_language, target_language)
    try:
        while some := list(islice(entries, _AT_ONCE)):
            there.send(some)
        there.send([])
    except TmtoolError as error:
        there.send(error)
    except BrokenPipeError:
        pass  # The one that writes has gone.
