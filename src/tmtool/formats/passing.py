"""Where is what a program needs for a while only? In a temporary folder that goes with it or, if it was killed, when
the next one is made: what people sent, and the texts of a memory, do not lie about for ever."""

from __future__ import annotations

import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from tmtool.formats.writing import STARTING, hold

_PREFIX = "tmtool-held-"
_HELD = ".held"


class PassingFolder:
    """A `PassingFolder` is an empty temporary folder, at `path`, that is there until it is closed."""

    def __init__(self) -> None:
        """Makes it, and removes those that nobody holds any more."""
        _remove_leftovers()
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._held = (self.path / _HELD).open("xb")
        hold(self._held)

    def close(self) -> None:
        """Removes it with all that is in it."""
        self._held.close()
        shutil.rmtree(self.path, ignore_errors=True)


def _remove_leftovers() -> None:
    """Removes the folders of programs that were killed."""
    for held in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_HELD}"):
        with suppress(OSError), held.open("rb") as found:
            if time.time() - held.stat().st_mtime > STARTING and hold(found):
                held.unlink()
                shutil.rmtree(held.parent, ignore_errors=True)
