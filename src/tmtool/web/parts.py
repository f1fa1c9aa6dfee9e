"""Keeps what people are answered from who see some memories only: an extract of the home for each such choice of
memories (`tmtool.store.extract`), made and kept in step while nobody waits."""

from __future__ import annotations

import queue
import signal
import sys
import threading
from collections.abc import Collection, Iterable
from multiprocessing import get_context
from multiprocessing.context import SpawnProcess
from pathlib import Path

from tmtool.errors import DatabaseError, TmtoolError
from tmtool.formats.passing import PassingFolder
from tmtool.model.wording import say
from tmtool.store.extract import Extract, bring_up, file_of, remove
from tmtool.store.home import Home

LARGE = 100_000_000
"""Bytes of a home whose parts are made, and held against it, by a process of its own: that takes minutes, in which the
interpreter of the server would have less time for those who ask."""
EVERY = 1.0
"""Seconds after which it is looked whether anything has been changed."""


class Parts:
    """`Parts` holds the parts of a home that people see who do not see all of it."""

    def __init__(self, whole: Home, folder: Path | None = None) -> None:
        """Keeps the files in a folder, made when it is needed; without one in a folder that goes when all is closed."""
        self._whole = whole
        self._folder = folder
        self._passing: PassingFolder | None = None
        self._opened: dict[frozenset[str], Extract] = {}
        self._ready: dict[frozenset[str], Extract] = {}
        self._asked: queue.SimpleQueue[tuple[frozenset[str], threading.Event] | None] = queue.SimpleQueue()
        self._worker: threading.Thread | None = None
        self._guard = threading.Lock()
        self._told = ""
        self._process: SpawnProcess | None = None
        self._is_closed = False

    def of(self, memories: frozenset[str]) -> Home:
        """Returns what of the home is of these memories, which `brought_up` has said is there."""
        return self._ready[memories].home

    def knows(self, memories: frozenset[str]) -> bool:
        """Tells whether there is what is of these memories."""
        return memories in self._ready

    def brought_up(self, memories: frozenset[str], patience: float) -> bool:
        """Waits until what is of these memories is there, and as the home is now; tells whether that is so."""
        done = threading.Event()
        with self._guard:
            if self._worker is None:
                self._worker = threading.Thread(target=self._keep, name="parts", daemon=True)
                self._worker.start()
        self._asked.put((memories, done))
        return done.wait(patience) and memories in self._ready

    def prepare(self, choices: Iterable[Collection[str]]) -> None:
        """Makes what is of each of these choices of memories, and removes what was kept for others."""
        wanted = {frozenset(one) for one in choices}
        if self._folder is not None and self._folder.is_dir():
            kept = {file_of(self._folder, one) for one in wanted}
            for file in self._folder.glob("*.db"):
                if file not in kept:
                    remove(file)
        for one in wanted:
            self.brought_up(one, 0)

    def close(self) -> None:
        """Closes all of them."""
        with self._guard:
            self._is_closed = True
            if self._process is not None:
                # Nothing of what it has written is seen by anybody before it is complete.
                self._process.terminate()
        if self._worker is not None:
            self._asked.put(None)
            self._worker.join()
        for extract in self._opened.values():
            extract.close()
        self._opened.clear()
        self._ready.clear()
        if self._passing is not None:
            self._passing.close()

    def _keep(self) -> None:
        while True:
            try:
                asked = self._asked.get(timeout=EVERY)
            except queue.Empty:
                for memories in list(self._ready):
                    self._catch_up(memories)
                continue
            if asked is None:
                return
            memories, done = asked
            self._catch_up(memories)
            done.set()

    def _catch_up(self, memories: frozenset[str]) -> None:
        try:
            extract = self._opened.get(memories)
            if extract is None:
                extract = Extract(self._whole, memories, file_of(self._place(), memories))
                self._opened[memories] = extract
            self._catch_up_far(extract, memories)
            extract.catch_up()
        except (TmtoolError, OSError) as error:
            if str(error) != self._told and not self._is_closed:
                print(f"tmtool: {error}", file=sys.stderr)
            self._told = str(error)
            return
        self._told = ""
        self._ready[memories] = extract

    def _catch_up_far(self, extract: Extract, memories: frozenset[str]) -> None:
        """Has a process of its own do what may take minutes."""
        if not extract.is_far_behind() or self._whole.size() < LARGE:
            return
        work = (self._whole.place, sorted(memories), file_of(self._place(), memories))
        with self._guard:
            process = get_context("spawn").Process(target=_bring_up, args=work, daemon=True)
            if not self._is_closed:
                self._process = process
                process.start()
        if not self._is_closed:
            process.join()
        if self._is_closed or process.exitcode:
            raise DatabaseError(
                say("what is shown to who sees some memories only could not be brought up to date"),
                say("check the disk's space and the rights on its folder"),
                path=extract.home.name,
            )

    def _place(self) -> Path:
        if self._folder is not None:
            return self._folder
        if self._passing is None:
            self._passing = PassingFolder()
        return self._passing.path


def _bring_up(place: str, memories: Collection[str], file: Path) -> None:
    # Ctrl-C goes to all processes; the first of them ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        bring_up(place, memories, file)
    except (TmtoolError, OSError) as error:
        sys.exit(f"tmtool: {error}")
