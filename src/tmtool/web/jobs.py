"""Works on the documents that people send, one after another, and keeps what came of them for an hour.

A job is known by a number that nobody can find by trying; who has it may see the result. What was sent is kept in a
folder of its own under a name of the server's, and goes with the job.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tmtool.errors import UsageError
from tmtool.formats.passing import PassingFolder
from tmtool.model.wording import say

AT_ONCE, KEPT, WAITING = 2, 50, 20
"""Jobs worked on at once, kept with their results, and waiting at most."""
HOUR = 3600.0


@dataclass(eq=False)
class Job:
    """A `Job` is the work on a document: its folder, and what will come of it."""

    name: str
    folder: Path
    result: Future[Any]
    begun: float = field(default_factory=time.monotonic)


class Jobs:
    """`Jobs` works on documents in threads of its own, so that none waits for a lookup and no lookup for it."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._folder: PassingFolder | None = None
        self._guard = threading.Lock()
        self._workers = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="document")

    def begin(self, name: str, files: dict[str, bytes], work: Callable[[Path], Any]) -> str:
        """Begins the work on files, which it finds in its folder by their names; returns by what to ask for the result.

        `name` is what the document is called by who sent it. Raises UsageError while too many wait.
        """
        self._forget()
        with self._guard:
            if sum(not job.result.done() for job in self._jobs.values()) >= WAITING:
                raise UsageError(say("too many documents wait already"), say("try again in a minute"))
            if self._folder is None:
                self._folder = PassingFolder()
            folder = Path(tempfile.mkdtemp(dir=self._folder.path))
            for file, content in files.items():
                (folder / file).write_bytes(content)
            number = secrets.token_urlsafe(16)
            self._jobs[number] = Job(name, folder, self._workers.submit(copy_context().run, work, folder))
        return number

    def get(self, number: str) -> Job | None:
        """Returns a job, None for one that is not there (any more)."""
        self._forget()
        return self._jobs.get(number)

    def close(self) -> None:
        """Ends the work, and removes all that was sent."""
        self._workers.shutdown(wait=True, cancel_futures=True)
        with self._guard:
            if self._folder is not None:
                self._folder.close()
                self._folder = None
            self._jobs.clear()

    def _forget(self) -> None:
        """Removes the jobs that are done and too old, or too many."""
        with self._guard:
            done = [number for number, job in self._jobs.items() if job.result.done()]
            now = time.monotonic()
            old = [number for number in done if now - self._jobs[number].begun > HOUR]
            for number in dict.fromkeys((*old, *done[: max(0, len(self._jobs) - KEPT)])):
                shutil.rmtree(self._jobs.pop(number).folder, ignore_errors=True)
