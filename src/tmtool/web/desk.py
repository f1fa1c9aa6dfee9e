"""Says what every answer is made from: the home that is asked, the project's choice of checks, and the threads.

A lookup is short and a document long. Each kind has threads of its own, so that who looks a phrase up never waits for
somebody's document.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from anyio import CapacityLimiter, to_thread

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.profiles import Choice
from tmtool.checks.engine.waivers import Waiver, together
from tmtool.errors import TmtoolError
from tmtool.languages import default_pair
from tmtool.model import Finding
from tmtool.present.catalogues import WRITTEN_IN
from tmtool.tasks.check import check_pairs
from tmtool.tasks.concordance import concordance
from tmtool.tasks.lookup import Wanted as Lookup
from tmtool.tasks.strengths import KeptStrengths
from tmtool.tasks.waiving import add_waivers
from tmtool.web.jobs import Jobs
from tmtool.web.parts import Parts

if TYPE_CHECKING:
    from tmtool.store.home import Home

Made = TypeVar("Made")

SHORT, LONG = 8, 2
"""How many lookups, and how many documents, are worked on at once: they share one interpreter."""


_KEPT, _AT_ONCE = 600.0, 0.2
"""Seconds for which a count is good, and which somebody waits for one."""
_seen: ContextVar[frozenset[str] | None] = ContextVar("seen", default=None)
"""The memories that who is being answered may see, None for all."""


@contextmanager
def seeing(memories: frozenset[str] | None) -> Iterator[None]:
    """Has everything that is answered meanwhile, in this task and the threads that work for it, be answered from these
    memories only."""
    before = _seen.set(memories)
    try:
        yield
    finally:
        _seen.reset(before)


Asked = Callable[[], Awaitable[bool]]


class GoneError(Exception):
    """A `GoneError` says that who asked does not wait for an answer any more."""


async def _never() -> bool:
    return False


class Counted:
    """`Counted` knows what is in homes, which takes long to count: it is counted now and then, while nobody waits."""

    def __init__(self) -> None:
        self._counts: dict[frozenset[str] | None, tuple[float, Future[tuple[str, ...]]]] = {}
        self._known: dict[frozenset[str] | None, tuple[str, ...]] = {}
        self._guard = threading.Lock()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="counting")

    def languages(self, home: Home) -> tuple[str, ...]:
        """Returns the languages of a home, none as long as they are not known."""
        now = time.monotonic()
        with self._guard:
            begun, count = self._counts.get(home.memories, (-_KEPT, None))
            if count is None or (count.done() and now - begun >= _KEPT):
                count = self._worker.submit(lambda: tuple(home.statistics().languages))
                self._counts[home.memories] = now, count
        # A small home is counted at once, and a failure is told by whatever is asked next.
        wait([count], 0 if home.memories in self._known else _AT_ONCE)
        if count.done() and count.exception() is None:
            self._known[home.memories] = count.result()
        return self._known.get(home.memories, ())

    def close(self) -> None:
        """Ends the counting."""
        self._worker.shutdown(wait=True, cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Desk:
    """A `Desk` is what the server works with: the `whole` home, which is only written to, and asked only by `home`.
    Between which languages is said by each question; `source_language` and
    `target_language` hold where it says nothing. `language` is spoken to who asks for none;
    `waivers_file` keeps the waivers of the project, the folder `extracts` what is answered from to who sees some
    memories only."""

    whole: Home
    choice: Choice = field(default_factory=Choice)
    waivers: list[Waiver] = field(default_factory=list)
    source_language: str = default_pair.SOURCE
    target_language: str = default_pair.TARGET
    language: str = WRITTEN_IN
    waivers_file: Path | None = None
    jobs: Jobs = field(default_factory=Jobs)
    extracts: Path | None = None
    parts: Parts = field(init=False)
    strengths: KeptStrengths = field(default_factory=KeptStrengths)
    counted: Counted = field(default_factory=Counted)
    _short: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(SHORT))
    _long: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(LONG))
    _threads: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(SHORT + LONG))

    def __post_init__(self) -> None:
        """Keeps parts of the home it was given."""
        object.__setattr__(self, "parts", Parts(self.whole, self.extracts))

    @property
    def home(self) -> Home:
        """Returns what of the home may be seen by who is being answered."""
        memories = _seen.get()
        return self.whole if memories is None else self.parts.of(memories)

    def languages(self) -> tuple[str, ...]:
        """Returns the languages that there are texts in for who is being answered, those of this server first: as
        counted within the last minutes, and until that is done these two."""
        pair = (self.source_language, self.target_language)
        found = self.counted.languages(self.home)
        return (*pair, *sorted(one for one in found if one not in pair))

    def warm_up(self) -> None:
        """Asks once what people ask, so that nobody waits for what the first question loads. What is wrong with the
        database is told to who asks it."""
        with suppress(TmtoolError):
            self.languages()
            for text in self.whole.segments.first_texts(self.source_language, 1):
                # Another text than any, so that a match is put together with it.
                Lookup(self.source_language, self.target_language).answering(self.whole)(f"{text} {text[:10]}")
                phrase = " ".join(text.split()[:2])
                concordance(
                    self.whole,
                    phrase,
                    language=self.source_language,
                    other_language=self.target_language,
                    limit=1,
                    kept=self.strengths,
                )

    def accept(self, new: Sequence[Waiver]) -> None:
        """Accepts findings for the project: adds them to its file. Raises TmtoolError."""
        assert self.waivers_file is not None
        add_waivers(self.waivers_file, new)
        self.waivers[:] = together(self.waivers, new)

    def close(self) -> None:
        """Ends the work on documents, and closes what was opened for people who see a part."""
        self.jobs.close()
        self.counted.close()
        self.parts.close()

    def checked(self, pairs: Sequence[Pair], source_language: str, target_language: str) -> Sequence[Finding]:
        """Returns what the checks of the project find in each pair by itself. Raises TmtoolError."""
        return check_pairs(
            pairs,
            home=self.home,
            source_language=source_language,
            target_language=target_language,
            choice=self.choice,
            waivers=self.waivers,
        ).findings

    def soon(self, work: Callable[[], Made], *, unless: Asked = _never) -> Awaitable[Made]:
        """Does what takes some milliseconds, in a thread. Raises GoneError where nobody waits for it any more when its
        turn comes, as `unless` says: who types has asked for something else by then."""
        return self._done(work, self._short, unless)

    def in_time(self, work: Callable[[], Made], *, unless: Asked = _never) -> Awaitable[Made]:
        """Does what takes seconds, in a thread, as `soon` does."""
        return self._done(work, self._long, unless)

    async def _done(self, work: Callable[[], Made], turns: CapacityLimiter, unless: Asked) -> Made:
        async with turns:
            if await unless():
                raise GoneError
            # Whose turn it is has a thread: there are as many.
            return await to_thread.run_sync(work, limiter=self._threads)
