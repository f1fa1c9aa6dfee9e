"""Keeps what people are answered from who see some memories only: an extract of the home for each such choice of
memories (`tmtool.store.extract`), made and kept in step while nobody waits."""

from __future__ import annotations

import queue
import sys
import tempfile
import threading
from collections.abc import Collection, Iterable
from pathlib import Path

from tmtool.errors import TmtoolError
from tmtool.store.extract import Extract, file_of, remove
from tmtool.store.home import Home

EVERY = 1.0
"""Seconds after which it is looked whether anything has been changed."""


class Parts:
    """`Parts` holds the parts of a home that people see who do not see all of it."""

    def __init__(self, whole: Home, folder: Path | None = None) -> None:
        """Keeps the files in a folder, made when it is needed; without one in a folder that goes when all is closed."""
        self._whole = whole
        self._folder = folder
        self._passing: tempfile.TemporaryDirectory[str] | None = None
        self._extracts: dict[frozenset[str], Extract] = {}
        self._asked: queue.SimpleQueue[tuple[frozenset[str], threading.Event] | None] = queue.SimpleQueue()
        self._worker: threading.Thread | None = None
        self._guard = threading.Lock()
        self._told = ""

    def of(self, memories: frozenset[str]) -> Home:
        """Returns what of the home is of these memories, which `brought_up` has said is there."""
        return self._extracts[memories].home

    def knows(self, memories: frozenset[str]) -> bool:
        """Tells whether there is what is of these memories."""
        return memories in self._extracts

    def brought_up(self, memories: frozenset[str], patience: float) -> bool:
        """Waits until what is of these memories is there, and as the home is now; tells whether that is so."""
        done = threading.Event()
        with self._guard:
            if self._worker is None:
                self._worker = threading.Thread(target=self._keep, name="parts", daemon=True)
                self._worker.start()
        self._asked.put((memories, done))
        return done.wait(patience) and memories in self._extracts

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
        if self._worker is not None:
            self._asked.put(None)
            self._worker.join()
        for extract in self._extracts.values():
            extract.close()
        self._extracts.clear()
        if self._passing is not None:
            self._passing.cleanup()

    def _keep(self) -> None:
        while True:
            try:
                asked = self._asked.get(timeout=EVERY)
            except queue.Empty:
                for memories in list(self._extracts):
                    self._catch_up(memories)
                continue
            if asked is None:
                return
            memories, done = asked
            self._catch_up(memories)
            done.set()

    def _catch_up(self, memories: frozenset[str]) -> None:
        try:
            extract = self._extracts.get(memories) or Extract(self._whole, memories, file_of(self._place(), memories))
            extract.catch_up()
        except (TmtoolError, OSError) as error:
            if str(error) != self._told:
                print(f"tmtool: {error}", file=sys.stderr)
            self._told = str(error)
            return
        self._told = ""
        self._extracts[memories] = extract

    def _place(self) -> Path:
        if self._folder is not None:
            return self._folder
        if self._passing is None:
            self._passing = tempfile.TemporaryDirectory(prefix="tmtool-")
        return Path(self._passing.name)
