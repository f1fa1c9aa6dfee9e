"""How does a file come to be written whole or not at all?

It is written under a temporary name in the same folder, brought to the disk, and renamed over
the old one: a reader (OmegaT looks at its ``tm`` folder every second) never sees half of it.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO, Any, BinaryIO, Literal, TextIO, overload

from tmtool.errors import OutputError, said_by
from tmtool.model.wording import say

STARTING = 60
"""Seconds after which a temporary file that nobody holds was left by a program that was killed."""
_ELSEWHERE = say("choose a place you may write to")
_REMEDIES = {
    errno.ENOSPC: say("free some space or choose another place"),
    errno.EDQUOT: say("free some space or choose another place"),
    errno.EFBIG: say("raise the limit on file sizes or choose another place"),
    errno.ENOENT: say("make the folder first"),
    errno.ENOTDIR: say("give a path inside a folder"),
    errno.EISDIR: say("give the name of a file, not of a folder"),
    errno.EACCES: _ELSEWHERE,
    errno.EPERM: _ELSEWHERE,
    errno.EROFS: _ELSEWHERE,
}


@overload
def whole_file(path: Path, mode: Literal["w"] = "w") -> AbstractContextManager[TextIO]: ...
@overload
def whole_file(path: Path, mode: Literal["wb"]) -> AbstractContextManager[BinaryIO]: ...
def whole_file(path: Path, mode: Literal["w", "wb"] = "w") -> AbstractContextManager[Any]:
    """Opens a stream whose content becomes the file `path` when the block ends without an error.

    Text is UTF-8 with LF line ends; bytes of a file's name that are no UTF-8 are written by their numbers. On any error
    the old file stays and the temporary one goes; what the system refuses (space, permission, a missing folder) is
    raised as OutputError. A pipe or a device is written to directly.
    """
    return _whole_file(path, mode)


@contextmanager
def _whole_file(path: Path, mode: Literal["w", "wb"]) -> Iterator[IO[Any]]:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with _opened(path, mode) as stream:
                yield stream
            return
        with _replacing(path.resolve(), mode) as stream:
            yield stream
    except OSError as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError) -> OutputError:
    remedy = _REMEDIES.get(error.errno or 0, say("choose another place"))
    return OutputError(say("cannot be written ({problem})", problem=said_by(error)), remedy, path=path)


@contextmanager
def whole_copy(path: Path) -> Iterator[Path]:
    """Gives the name of an empty file that becomes the file `path` when the block ends without an error, to what writes
    by name; otherwise as `whole_file`."""
    try:
        with _temporary(path.resolve()) as temporary:
            yield temporary
    except OSError as error:
        raise _refused(path, error) from error


@contextmanager
def _replacing(path: Path, mode: Literal["w", "wb"]) -> Iterator[IO[Any]]:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    with _temporary(path) as temporary, _opened(temporary, mode) as stream:
        yield stream


@contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    """Gives the name of a new file in the folder of `path`, which takes its place at the end."""
    from secrets import token_hex  # loads a large library, and most commands write no file

    remove_leftovers(path.parent)
    # Not tempfile: its files are private, while a new file has the rights that the user's umask gives.
    temporary = path.with_name(f".tmtool-{token_hex(8)}.tmp")
    with temporary.open("xb") as held:
        try:
            hold(held)
            yield temporary
            with temporary.open("rb") as written:
                os.fsync(written.fileno())
            if path.exists():
                temporary.chmod(path.stat().st_mode)
            held.close()
            temporary.replace(path)
        except BaseException:
            _remove(temporary)
            raise


def _remove(temporary: Path) -> None:
    """Removes a file that was not finished, and what SQLite has left beside it: the journal of a copy that a full disk
    or a kill has ended."""
    for file in (temporary, *temporary.parent.glob(f"{temporary.name}-*")):
        file.unlink(missing_ok=True)


def remove_leftovers(folder: Path) -> None:
    """Removes what a program that was killed has left in a folder: nobody holds it."""
    for file in folder.glob(".tmtool-*.tmp"):
        with suppress(OSError), file.open("rb") as found:
            if time.time() - file.stat().st_mtime > STARTING and hold(found):
                _remove(file)


def hold(stream: BinaryIO) -> bool:
    """Holds a file for as long as it is open; tells whether nobody else does. Windows does not let go of an open file
    anyway."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _opened(path: Path, mode: str) -> IO[Any]:
    if "b" in mode:
        return path.open(mode)
    return path.open(mode, encoding="utf-8", errors="backslashreplace", newline="\n")
