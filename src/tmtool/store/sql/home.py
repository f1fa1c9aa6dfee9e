"""Holds what a home has whose database speaks SQL (`tmtool.store.home.Home`): a connection for each thread, and the
groups of questions put to it.

Each thread's connection is opened when it first asks, and closed when it ends or the home is closed; what is kept in
memory next to it is its thread's alone, so that nothing has to be guarded.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from tmtool.store.sql.dialect import Dialect
from tmtool.store.threads import PerThread

if TYPE_CHECKING:
    from tmtool.store.groups.concepts import Concepts
    from tmtool.store.groups.history import History
    from tmtool.store.groups.passages import Passages
    from tmtool.store.groups.segments import Segments
    from tmtool.store.groups.sources import Sources
    from tmtool.store.groups.units import Units
    from tmtool.store.values import Statistics

Speaking = TypeVar("Speaking", bound=Dialect)


class Own(Generic[Speaking]):
    """An `Own` holds what a thread has of a home: what it asks by, and the groups of questions, each loaded when it is
    first asked."""

    units: Units
    segments: Segments
    passages: Passages
    concepts: Concepts
    sources: Sources
    history: History

    def __init__(self, sql: Speaking, groups: Mapping[str, str]) -> None:
        """Takes where the groups are, by name: ``module:class``."""
        self.sql = sql
        self._groups = groups

    def __getattr__(self, name: str) -> object:
        try:
            module, _, called = self._groups[name].partition(":")
        except KeyError:
            raise AttributeError(name) from None
        group: object = getattr(import_module(module), called)(self.sql)
        setattr(self, name, group)
        return group


class SqlHome(ABC, Generic[Speaking]):
    """A `SqlHome` is an open database. Where `memories` are named it shows these only, and is to be read."""

    def __init__(self, memories: frozenset[str] | None) -> None:
        """Opens a connection, so that a database that cannot be opened is told now."""
        self._memories = memories
        self._threads = PerThread(self._open)
        self._own  # noqa: B018

    @abstractmethod
    def _open(self) -> tuple[Own[Speaking], Callable[[], object]]:
        """Opens a connection; what its thread has then, with what closes it."""

    @property
    def _own(self) -> Own[Speaking]:
        return self._threads.own

    @property
    def units(self) -> Units:
        """Returns the units, by the thread's own connection, as in all groups of questions."""
        return self._own.units

    @property
    def segments(self) -> Segments:
        """Returns the segments."""
        return self._own.segments

    @property
    def passages(self) -> Passages:
        """Returns the documents that units belong to."""
        return self._own.passages

    @property
    def concepts(self) -> Concepts:
        """Returns the term base."""
        return self._own.concepts

    @property
    def sources(self) -> Sources:
        """Returns the memories and files."""
        return self._own.sources

    @property
    def history(self) -> History:
        """Returns the changes by hand."""
        return self._own.history

    @property
    def memories(self) -> frozenset[str] | None:
        """Returns what it was opened with."""
        return self._memories

    def statistics(self) -> Statistics:
        """Counts the rows."""
        from tmtool.store.sql.concepts import SqlConcepts
        from tmtool.store.sql.counting import statistics

        sql = self._own.sql
        try:
            return statistics(sql, SqlConcepts(sql).repeated())
        except sql.errors as error:
            raise sql.explained(error) from error

    def close(self) -> None:
        """Closes the connections of all threads."""
        self._threads.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
