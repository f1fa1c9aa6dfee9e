"""Forgets a memory, a file or a document that was wrong to be in, or must not be: one transaction, with a line in the
history that says how much went. What is forgotten can be had back, until it is purged: then nothing is left of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.store.values import Extent, Part, Purged
from tmtool.tasks.indexing import index

_FORGET, _UNDO = "forget", "undo forget"


@dataclass(frozen=True, slots=True)
class PutBack:
    """A `PutBack` says what was forgotten and is there again, and how much it is."""

    part: Part
    extent: Extent


def forgettable(home: Home, part: Part) -> Extent:
    """Returns how much `forget` would remove. Raises UsageError if there is nothing of that name."""
    found = home.sources.extent(part)
    if found == Extent(0, 0, 0):
        raise _nothing_called(part)
    return found


def forget(home: Home, part: Part) -> Extent:
    """Removes it. Raises UsageError as `forgettable` does."""
    with home.transaction():
        found = forgettable(home, part)
        line = home.history.record(_FORGET, "memories", 0, before={**asdict(part), **asdict(found)})
        home.sources.set_aside(part, line)
    return found


def undo(home: Home, part: Part) -> PutBack:
    """Puts back what was forgotten last, of a named part what was last forgotten by just that name. Raises UsageError
    if there is nothing, or a file of it has been imported again since."""
    with home.transaction():
        for number in home.sources.aside():
            line = home.history.line(number)
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


def purgeable(home: Home, part: Part) -> Extent:
    """Returns how much `purge` would remove for good, what was forgotten before included; of `Part()` only that. Raises
    UsageError if there is nothing."""
    aside = home.sources.extent_aside(part if part != Part() else None)
    there = home.sources.extent(part) if part != Part() else Extent(0, 0, 0)
    found = Extent(there.units + aside.units, there.concepts + aside.concepts, there.files)
    if found != Extent(0, 0, 0):
        return found
    if part == Part():
        raise UsageError(
            say("nothing was forgotten that is left to purge"), say("say what: --memory, --source or --document")
        )
    raise _nothing_called(part)


def purge(home: Home, part: Part) -> Purged:
    """Removes it for good: no way back, and no word of it in any file of the database. Raises UsageError as `purgeable`
    does."""
    purgeable(home, part)
    return home.purge(part if part != Part() else None)


def _part(content: Mapping[str, Any]) -> Part:
    return Part(content["memory"], content["source"], content["document"])


def _names(part: Part) -> str:
    return " of ".join(repr(name) for name in (part.document, part.source, part.memory) if name)


def _nothing_called(part: Part) -> UsageError:
    return UsageError(
        say("there is nothing called {names}", names=_names(part)),
        say("'tmtool memory' names the memories and their files"),
    )
