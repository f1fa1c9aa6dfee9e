"""Defines the errors a user can act on, each with the exit status that the command line gives it.

A message names the file (and the line where there is one), says what is wrong and what to
do next; `cli` prints it as one line and ends. Anything else that is raised is a bug.
"""

from __future__ import annotations

import errno
import re
from pathlib import Path

from tmtool.model.wording import Wording, joined, say

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_OF_THE_SYSTEM = {
    errno.EADDRINUSE: say("Address already in use"),
    errno.EADDRNOTAVAIL: say("Cannot assign requested address"),
    errno.EACCES: say("Permission denied"),
    errno.EDQUOT: say("Disk quota exceeded"),
    errno.EFBIG: say("File too large"),
    errno.EISDIR: say("Is a directory"),
    errno.ELOOP: say("Too many levels of symbolic links"),
    errno.ENAMETOOLONG: say("File name too long"),
    errno.ENOENT: say("No such file or directory"),
    errno.ENOSPC: say("No space left on device"),
    errno.ENOTDIR: say("Not a directory"),
    errno.EPERM: say("Operation not permitted"),
    errno.EROFS: say("Read-only file system"),
}
"""What the system says of common errors, so that it can be said in other languages."""


class TmtoolError(Exception):
    """A `TmtoolError` says what the user can mend. `status` is the exit status of the command line (2, 3 or 4, see
    docs/reference.md)."""

    status = 3

    def __init__(
        self, problem: str, remedy: str = "", *, path: Path | str | None = None, line: int | None = None
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy
        self.path = path
        self.line = line

    @property
    def wording(self) -> Wording:
        """Returns the whole message: where, what is wrong, what to do."""
        place = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        problem = joined([place, self.problem], ": ") if place else self.problem
        return say("{problem}; {remedy}", problem=problem, remedy=self.remedy) if self.remedy else joined([problem])

    def __str__(self) -> str:
        return in_one_line(self.wording)


def in_one_line(text: str) -> str:
    """Returns text without line ends, and without anything that a terminal obeys: words of a file may be quoted in
    it."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", re.sub("[\t\n\u2028\u2029]", " ", text))


def said_by(error: OSError) -> str:
    """Returns what the system says of an error."""
    return _OF_THE_SYSTEM.get(error.errno or 0, error.strerror or str(error))


class UsageError(TmtoolError):
    """A `UsageError` says that the command line asks for something that does not exist or cannot go together (exit
    2)."""

    status = 2


class InputError(TmtoolError):
    """An `InputError` says that a file could not be read, or is not what it should be (exit 3)."""


class OutputError(TmtoolError):
    """An `OutputError` says that a file could not be written: no space, no permission, unknown extension (exit 3)."""


class DatabaseError(TmtoolError):
    """A `DatabaseError` says that the database is missing, locked too long, damaged, another program's, or newer (exit
    4)."""

    status = 4
