"""Tells what is copied anywhere on this machine, and which keys are pressed meanwhile in the terminal.

The clipboard of a system is asked by pyperclip (extra `clipboard`), which knows that of Windows, of macOS, and on Linux
the programs wl-paste, xclip and xsel.
"""

from __future__ import annotations

import contextlib
import os
import select
import sys
import time
from collections.abc import Iterator
from types import ModuleType

from tmtool.errors import UsageError
from tmtool.model.wording import say

EVERY = 0.3
"""Seconds between two looks."""
MOST = 2_000
"""Characters of a text that is looked up; who copies more copies a document."""


class Clipboard:
    """A `Clipboard` is that of the system."""

    def __init__(self) -> None:
        """Raises UsageError where the clipboard cannot be reached."""
        try:
            import pyperclip
        except ModuleNotFoundError as error:
            raise UsageError(
                say("to watch the clipboard needs the package {name}", name=error.name),
                say("install it with pip install 'tmtool[clipboard]'"),
            ) from error
        self._system: ModuleType = pyperclip
        self._last = self._read()

    def put(self, text: str) -> None:
        """Puts a text there, which then is nobody else's."""
        self._system.copy(text)
        self._last = text

    def copied(self) -> str | None:
        """Returns what has been copied since it was last asked, None if that is nothing, or no text to look up."""
        text = self._read()
        if text == self._last:
            return None
        self._last = text
        wanted = " ".join(text.split())
        return wanted if 0 < len(wanted) <= MOST else None

    def _read(self) -> str:
        try:
            return str(self._system.paste())
        except self._system.PyperclipException as error:
            raise UsageError(
                say("the clipboard cannot be read"), say("on Linux install wl-clipboard or xclip, and start a desktop")
            ) from error


@contextlib.contextmanager
def single_keys() -> Iterator[None]:
    """Has the terminal give each key when it is pressed, without Enter and without showing it; where that is none, or
    Windows, nothing is changed."""
    if not sys.stdin.isatty():
        yield
        return
    try:
        import termios
        import tty
    except ModuleNotFoundError:
        yield
        return
    before = termios.tcgetattr(sys.stdin)
    tty.setcbreak(sys.stdin)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)


def key_pressed() -> str:
    """Returns the key that is pressed within a moment, "" for none."""
    if not sys.stdin.isatty():
        time.sleep(EVERY)
        return ""
    if sys.platform == "win32":
        import msvcrt

        time.sleep(EVERY)
        return msvcrt.getwch() if msvcrt.kbhit() else ""
    ready, _, _ = select.select([sys.stdin], [], [], EVERY)
    # Not by sys.stdin, which would keep a second key to itself.
    return os.read(sys.stdin.fileno(), 1).decode("utf-8", "ignore") if ready else ""
