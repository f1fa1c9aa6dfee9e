"""How does a file come to be written whole or not at all?

It is written under a temporary name in the same folder, brought to the disk, and renamed over
the old one: a reader (OmegaT looks at its ``tm`` folder every second) never sees half of it.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO, Any, BinaryIO, Literal, TextIO, overload

from tmtool.errors import OutputError
from tmtool.model.wording import say

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
        remedy = _REMEDIES.get(error.errno or 0, say("choose another place"))
        raise OutputError(
            say("cannot be written ({problem})", problem=error.strerror or error), remedy, path=path
        ) from error


@contextmanager
def _replacing(path: Path, mode: Literal["w", "wb"]) -> Iterator[IO[Any]]:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    # Not tempfile: its files are private, while a new file has the rights that the user's umask gives.
    temporary = path.with_name(f".tmtool-{secrets.token_hex(8)}.tmp")
    try:
        with _opened(temporary, "x" if mode == "w" else "xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode)
        temporary.replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise


def _opened(path: Path, mode: str) -> IO[Any]:
    if "b" in mode:
        return path.open(mode)
    return path.open(mode, encoding="utf-8", errors="backslashreplace", newline="\n")
