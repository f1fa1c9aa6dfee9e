"""What is copied in another program is looked up, and a key copies its translation: with a terminal of its own, and two
scripts in the place of the desktop's programs."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.acceptance.conftest import Tmtool

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the terminal is a POSIX one")
XCLIP = """#!/bin/sh
case "$*" in
*-o*) cat "$CLIPBOARD" ;;
*) cat > "$CLIPBOARD" ;;
esac
"""


@pytest.fixture
def desktop(tmtool: Tmtool) -> dict[str, str]:
    """Gives the environment of a desktop whose clipboard is a file."""
    script = tmtool.write("bin/xclip", XCLIP)
    script.chmod(0o755)
    clipboard = tmtool.write("clipboard", "before")
    path = f"{script.parent}{os.pathsep}{os.environ['PATH']}"
    return {**tmtool.environment(), "PATH": path, "DISPLAY": ":9", "CLIPBOARD": str(clipboard), "TERM": "dumb"}


def test_what_is_copied_is_looked_up_and_a_key_copies_its_translation(tmtool: Tmtool, desktop: dict[str, str]) -> None:
    tmtool.write("a.tsv", "en\tfr\nOpening of the session\tOuverture de la session\n")
    tmtool.ok("import", "a.tsv")
    here, there = pty.openpty()
    process = subprocess.Popen(
        tmtool.command("lookup", "--watch-clipboard"),
        stdin=there,
        stdout=there,
        stderr=there,
        cwd=tmtool.folder,
        env=desktop,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    os.close(there)
    clipboard = Path(desktop["CLIPBOARD"])
    until(here, "copy a text to look it up")
    clipboard.write_text("Opening of\n the session", encoding="utf-8")
    until(here, "Ouverture de la session")
    os.write(here, b"91")
    until(here, "copied: Ouverture de la session")
    assert clipboard.read_text(encoding="utf-8") == "Ouverture de la session"
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 0
    os.close(here)


def until(terminal: int, words: str) -> None:
    """Reads what the terminal shows up to these words."""
    seen, end = "", time.monotonic() + 60
    while words not in seen:
        assert time.monotonic() < end, seen
        if select.select([terminal], [], [], 1)[0]:
            seen += os.read(terminal, 10_000).decode("utf-8", "replace")


def test_a_machine_without_a_clipboard_is_told(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", "en\tfr\nAgenda\tOrdre du jour\n")
    tmtool.ok("import", "a.tsv")
    environment = {
        name: value for name, value in tmtool.environment().items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    done = subprocess.run(
        tmtool.command("lookup", "--watch-clipboard"),
        cwd=tmtool.folder,
        env={**environment, "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "clipboard" in done.stderr


def test_a_text_besides_the_clipboard_makes_no_sense(tmtool: Tmtool) -> None:
    assert tmtool.run("lookup", "x", "--watch-clipboard").returncode == 2
