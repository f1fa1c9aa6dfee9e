"""Forgets a memory, a file or a document that was wrong to be in, or must not be: one transaction, with a line in the
history that says how much went. What is forgotten can be had back, until it is purged: then nothing is left of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tmtool.errors import DatabaseError, UsageError
from tmtool.formats.writing import remove_leftovers
from tmtool.model.wording import say
from tmtool.store import open_home, place_of
from tmtool.store.home import Home
from tmtool.store.values import BACKUPS, PROPOSALS, Extent, Part, Purged
from tmtool.tasks.indexing import index

_FORGET, _UNDO = "forget", "undo forget"
_NAMES = say("'tmtool memory' names the memories and their files")


@dataclass(frozen=True, slots=True)
class PutBack:
    """A `PutBack` says what was forgotten and is there again, and how much it is."""

    part: Part
    extent: Extent


@dataclass(frozen=True, slots=True)
class Purgeable:
    """A `Purgeable` says how much of a part is in the database or set aside, which backups have any of it, and how many
    `changes` by hand the history would say nothing of any more, so that they cannot be taken back."""

    extent: Extent
    backups: tuple[Path, ...]
    changes: int = 0


def forgettable(home: Home, part: Part) -> Extent:
    """Returns how much `forget` would remove. Raises UsageError if there is nothing of that name."""
    found = home.sources.extent(part)
    if found == Extent(0, 0, 0):
        raise _nothing_called(part)
    return found


def forget(home: Home, part: Part) -> Extent:
    """Removes it. Raises UsageError as `forgettable` does."""

    def record(found: Extent) -> int:
        if found == Extent(0, 0, 0):
            raise _nothing_called(part)
        return home.history.record(_FORGET, "memories", 0, before={**asdict(part), **asdict(found)})

    with home.transaction():
        return home.sources.set_aside(part, record)


def undo(home: Home, part: Part) -> PutBack:
    """Puts back what was forgotten last, of a named part what was last forgotten by just that name. Raises UsageError
    if there is nothing, or a file of it has been imported again since."""
    with home.transaction():
        for number in home.sources.aside():
            try:
                line = home.history.line(number)
            except LookupError:
                # Others have forgotten it, who are not known here.
                continue
            if line.action != _FORGET or line.before is None:
                continue
            forgotten = _part(line.before)
            if part in (Part(), forgotten):
                break
        else:
            raise UsageError(
                say("nothing was forgotten that can be had back"), say("import its file again, or restore a backup")
            )
        try:
            extent = home.sources.put_back(number)
        except LookupError as error:
            raise UsageError(
                say("{names} cannot be put back: a file of it has been imported again", names=_names(forgotten)),
                say("forget first what that import gave"),
            ) from error
        home.history.record(_UNDO, "memories", 0, before={**asdict(forgotten), **asdict(extent)})
    index(home)
    return PutBack(forgotten, extent)


def purgeable(home: Home, part: Part) -> Purgeable:
    """Returns how much `purge` would remove for good, what was forgotten before included; of `Part()` only that, and
    what the history says of texts. Raises UsageError if nothing of that name is there or in a backup; what has no name
    any more `Part()` purges."""
    found = _extent(home, part)
    backups = tuple(_backups_with(home, part))
    if found == Extent(0, 0, 0) and not backups and part != Part():
        raise _nothing_called(
            part, say("'tmtool forget --purge --yes' leaves no word of what imports and edits took out")
        )
    return Purgeable(found, backups, _changes(home) if part == Part() else 0)


def purge(home: Home, part: Part) -> Purged:
    """Removes it for good: no way back, and no word of it in any file of the database, nor of what went before by
    whatever way. Raises UsageError as `purgeable` does."""
    purgeable(home, part)
    done = home.purge(part if part != Part() else None)
    place = place_of(home.place)
    if isinstance(place, Path):
        folder = place.resolve().parent
        # Copies that were not complete when the program was killed.
        for one in {folder, folder / BACKUPS, *(backup.path.parent for backup in home.backups())}:
            remove_leftovers(one)
    return done


def _extent(home: Home, part: Part) -> Extent:
    """Returns how much of a part is in a home, and how much set aside; of `Part()` only that."""
    aside = home.sources.extent_aside(part if part != Part() else None)
    there = home.sources.extent(part) if part != Part() else Extent(0, 0, 0)
    return Extent(there.units + aside.units, there.concepts + aside.concepts, there.files)


def _changes(home: Home) -> int:
    """Returns how many actions on units and concepts the history has the texts of."""
    return sum(
        one.entity in PROPOSALS and one.part_of is None and not one.action.startswith("undo ")
        and one.action != "settle" and bool(one.before or one.after)
        for one in home.history.since()
    )  # fmt: skip


def _backups_with(home: Home, part: Part) -> Iterator[Path]:
    """Yields the backups that have any of a part. One that cannot be read a purge names."""
    for backup in home.backups():
        if backup.path.is_file():
            try:
                with open_home(backup.path) as copy:
                    has_it = _extent(copy, part) != Extent(0, 0, 0)
            except DatabaseError:
                continue
            if has_it:
                yield backup.path


def _part(content: Mapping[str, Any]) -> Part:
    return Part(content["memory"], content["source"], content["document"])


def _names(part: Part) -> str:
    return " of ".join(repr(name) for name in (part.document, part.source, part.memory) if name)


def _nothing_called(part: Part, remedy: str = _NAMES) -> UsageError:
    return UsageError(say("there is nothing called {names}", names=_names(part)), remedy)
