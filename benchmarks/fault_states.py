"""Says in what state a database and the processes of a command are, for `faults.py`."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import psycopg

from tmtool.store import open_home
from tmtool.store.digest import digest_of
from tmtool.store.postgresql.connection import Connection
from tmtool.store.unit_rows import row_of

LIMIT_S = 300
"""For an interrupted program to end, and what works beside one that is gone, however busy the machine is."""


class State(NamedTuple):
    """A `State` is a digest of all units: of what a reader sees of them, and of everything."""

    seen: str
    whole: str


def connected(url: str) -> Connection:
    """Opens a connection that is not a command's."""
    return psycopg.connect(url, autocommit=True)


def searching(url: str, schema: str) -> str:
    """Returns the URL of another schema of a database."""
    return f"{url}{'&' if '?' in url else '?'}options={quote(f'-csearch_path={schema}')}"


def state_of(place: str) -> State:
    """Returns the state of a database."""
    seen, whole = [], []
    with open_home(place) as home:
        for memory, unit in home.units.read():
            variants = [(one.language, one.text, one.markup) for one in unit.variants]
            seen.append(repr((memory, unit.document, unit.status, unit.note, variants)))
            whole.append(repr((memory, row_of(unit))))
    return State(*(digest_of("\n".join(sorted(some)), 16).hex() for some in (seen, whole)))


def varied(table: str) -> str:
    """Returns a table without a third of its rows, and another third of them changed."""
    head, *rows = table.splitlines()
    noted = [f"{row}\t{'old' if number % 3 == 1 else ''}" for number, row in enumerate(rows) if number % 3]
    return "\n".join([f"{head}\tnote", *noted, ""])


def started(command: Sequence[str]) -> subprocess.Popen[str]:
    """Starts a program of which what it says of faults is kept."""
    return subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        # What runs in the background of a shell ignores interrupts.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )


def begun_by(process: int) -> list[int]:
    """Returns the processes that a process has started, where the system tells."""
    try:
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def wait_for(processes: Sequence[int]) -> None:
    """Waits until processes have ended for which nobody is there any more; exits where they do not."""
    end = time.monotonic() + LIMIT_S
    while any(Path(f"/proc/{one}").exists() for one in processes):
        if time.monotonic() > end:
            sys.exit("a process is left")
        time.sleep(0.01)


def holds(file: Path, text: str) -> bool:
    """Tells whether the bytes of a text are in a file, whatever the case."""
    return any(form.encode() in file.read_bytes() for form in (text, text.lower(), text.upper()))


def changed(text: str, chance: random.Random) -> str:
    """Returns the text with one word in the place of another."""
    words = text.split()
    words[chance.randrange(len(words))] = "otherwise"
    return " ".join(words)
