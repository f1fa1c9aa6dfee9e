"""Looks whether a database is sound, and makes its indexes anew where that mends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tmtool.store.home import Home
from tmtool.store.values import Fault


@dataclass(frozen=True, slots=True)
class Soundness:
    """A `Soundness` says what is wrong with a database: `faults` are what was found, `left` what is still wrong after
    what was done, `waiting` how many segments waited to be indexed, `purge_left` whether a purge is still not
    complete."""

    faults: tuple[Fault, ...]
    left: tuple[Fault, ...]
    waiting: int
    purge_left: bool

    @property
    def mended(self) -> bool:
        """Tells whether something was wrong and no longer is."""
        return bool(self.faults) and not self.left


def examine(home: Home) -> Soundness:
    """Looks whether the database is sound, and changes nothing."""
    faults = tuple(home.faults())
    return Soundness(faults, faults, home.segments.waiting(), home.purge_is_left())


def mend(home: Home, progress: Callable[[int, int], None] = lambda done, expected: None) -> Soundness:
    """Makes the indexes anew if something is wrong with them and with nothing else; in a sound database indexes what
    waits for it, and counts how frequent words are. Completes a purge. `progress` is told how many segments of how many
    are indexed."""
    if home.purge_is_left():
        home.complete_purge()
    found = examine(home)
    if not found.faults:
        if found.waiting:
            home.segments.index()
        home.segments.recount()
        return found
    if not all(fault.mendable for fault in found.faults):
        return found
    home.segments.index_anew(progress)
    return Soundness(found.faults, tuple(home.faults()), found.waiting, found.purge_left)
