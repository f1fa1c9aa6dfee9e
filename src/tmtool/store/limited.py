"""Shows a part of a home: what is of some memories, and nothing that tells of the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from tmtool.errors import DatabaseError
from tmtool.model.wording import say

if TYPE_CHECKING:
    from tmtool.store.groups.concepts import Concepts
    from tmtool.store.groups.history import History
    from tmtool.store.groups.passages import Passages
    from tmtool.store.groups.segments import Segments
    from tmtool.store.groups.sources import Sources
    from tmtool.store.groups.units import Units
    from tmtool.store.home import Home
    from tmtool.store.tables import Contents
    from tmtool.store.values import Backup, Cell, Fault, Part, Purged, Statistics, Table


class LimitedHome:
    """A `LimitedHome` is a home that is limited to some memories. It can be read only, and what concerns the database
    as a whole cannot be asked."""

    def __init__(self, shown: Home, memories: Collection[str]) -> None:
        """Takes a home of its own, in which nothing else can be seen (`tmtool.store.limits`)."""
        self._shown = shown
        self._memories = frozenset(memories)

    @property
    def place(self) -> str:
        """Returns the place of the whole home."""
        return self._shown.place

    @property
    def name(self) -> str:
        """Returns the name of the whole home."""
        return self._shown.name

    @property
    def memories(self) -> frozenset[str]:
        """Returns the names that it is limited to."""
        return self._memories

    def limited_to(self, memories: Collection[str]) -> Home:
        """Limits it to those of the memories that it shows."""
        return self._shown.limited_to(self._memories.intersection(memories))

    @property
    def units(self) -> Units:
        """Returns the units of the memories."""
        return self._shown.units

    @property
    def segments(self) -> Segments:
        """Returns the segments that these units have."""
        return self._shown.segments

    @property
    def passages(self) -> Passages:
        """Returns the documents of these units."""
        return self._shown.passages

    @property
    def concepts(self) -> Concepts:
        """Returns the concepts of the memories."""
        return self._shown.concepts

    @property
    def sources(self) -> Sources:
        """Returns the memories and their files."""
        return self._shown.sources

    @property
    def history(self) -> History:
        """Returns what was done to these units and concepts."""
        return self._shown.history

    def statistics(self) -> Statistics:
        """Counts what is shown."""
        return self._shown.statistics()

    def size(self) -> int:
        """Returns how many bytes the texts take that are shown."""
        return self._shown.size()

    def contents(self) -> Contents:
        """Yields what is shown."""
        return self._shown.contents()

    def close(self) -> None:
        """Closes what it has open; the whole home stays open."""
        self._shown.close()

    def transaction(self) -> AbstractContextManager[None]:
        """Raises DatabaseError, as the following."""
        raise self._refused()

    def bulk_transaction(self) -> AbstractContextManager[None]:
        """Raises DatabaseError."""
        raise self._refused()

    def rehearsal(self) -> AbstractContextManager[None]:
        """Raises DatabaseError."""
        raise self._refused()

    def trial(self) -> AbstractContextManager[Home]:
        """Raises DatabaseError."""
        raise self._refused()

    def show_pair(self, source_language: str, target_language: str) -> None:
        """Raises DatabaseError."""
        raise self._refused()

    def answered(self, sql: str) -> AbstractContextManager[tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]]:
        """Raises DatabaseError."""
        raise self._refused()

    def tables(self) -> list[Table]:
        """Raises DatabaseError."""
        raise self._refused()

    def faults(self) -> list[Fault]:
        """Raises DatabaseError."""
        raise self._refused()

    def back_up(self, out: Path, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Raises DatabaseError."""
        raise self._refused()

    def restore(self, backup: Path, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Raises DatabaseError."""
        raise self._refused()

    def backups(self) -> list[Backup]:
        """Raises DatabaseError."""
        raise self._refused()

    def remember_backup(self, backup: Path) -> None:
        """Raises DatabaseError."""
        raise self._refused()

    def drop_backup(self, backup: Path) -> None:
        """Raises DatabaseError."""
        raise self._refused()

    def fill(self, contents: Contents, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Raises DatabaseError."""
        raise self._refused()

    def purge(self, part: Part | None) -> Purged:
        """Raises DatabaseError."""
        raise self._refused()

    def purge_is_left(self) -> bool:
        """Raises DatabaseError."""
        raise self._refused()

    def complete_purge(self) -> bool:
        """Raises DatabaseError."""
        raise self._refused()

    def _refused(self) -> DatabaseError:
        return DatabaseError(
            say("only some memories of the database are shown here, to be read"),
            say("ask who looks after the database for more"),
            path=self.name,
        )

    def __enter__(self) -> LimitedHome:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
