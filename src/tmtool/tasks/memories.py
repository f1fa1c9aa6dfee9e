"""Which files gave what is in a memory? And what is to be set of a memory: its penalty and its trust."""

from __future__ import annotations

from dataclasses import asdict, replace

from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.store.values import Extent, Memory, MemoryRight, Part, Right, SourceFile


def files_of(home: Home, memory: str) -> list[SourceFile]:
    """Returns the files that a memory has something of, by name; what was added by hand has none. Raises UsageError if
    there is no such memory."""
    return home.sources.files(_named(home, memory).name)


def weigh(home: Home, memory: str, *, penalty: int | None = None, trust: int | None = None) -> dict[str, int]:
    """Sets how many points are taken off the rate of every match of a memory, and how far it is trusted (0 to 100, 50
    if nothing is said), if they are given; gives what was before, with a line in the history. Raises UsageError if
    there is no such memory."""
    wanted = {name: value for name, value in (("penalty", penalty), ("trust", trust)) if value is not None}
    with home.transaction():
        known = _named(home, memory)
        all_before = {"penalty": known.penalty, "trust": known.trust}
        home.sources.weigh(memory, **{**all_before, **wanted})
        before = {name: all_before[name] for name in wanted}
        old, new = ({"memory": memory, **some} for some in (before, wanted))
        home.history.record("weigh", "memories", known.number, before=old, after=new)
    return before


def rename(home: Home, memory: str, name: str) -> None:
    """Gives a memory another name, with a line in the history. Raises UsageError if there is no such memory, or one of
    that name already."""
    with home.transaction():
        known = _named(home, memory)
        if home.sources.memory(name) is not None:
            raise UsageError(
                say("there is a memory '{memory}' already", memory=name), say("put both together with --merge")
            )
        home.sources.rename(memory, name)
        home.history.record("rename", "memories", known.number, before={"memory": memory}, after={"memory": name})


def merge(home: Home, kept: str, other: str) -> Extent:
    """Puts what another memory has into one, and removes that other one, with a line in the history; how much it was.
    Raises UsageError if one of them is not there."""
    with home.transaction():
        known = _named(home, kept)
        if _named(home, other).number == known.number:
            raise UsageError(say("'{memory}' cannot be merged with itself", memory=kept), say("name two memories"))
        moved = home.sources.move(Part(memory=other), kept)
        content = {"memory": kept, "of": other, **asdict(moved)}
        home.history.record("merge", "memories", known.number, after=content)
    return moved


def split(home: Home, memory: str, new: str, part: Part) -> Extent:
    """Puts a file or a document of a memory into another one, made if there is none, with a line in the history; how
    much it was. Raises UsageError if there is no such memory, or nothing of that name in it."""
    if part.source is None and part.document is None:
        raise UsageError(
            say("nothing is named that goes into '{memory}'", memory=new), say("name --source or --document")
        )
    with home.transaction():
        known = _named(home, memory)
        if memory == new:
            raise UsageError(say("'{memory}' has that already", memory=memory), say("name another memory"))
        whole = replace(part, memory=memory)
        if home.sources.extent(whole) == Extent(0, 0, 0):
            raise UsageError(
                say("there is nothing of that name in '{memory}'", memory=memory),
                say("'tmtool memory {memory}' names its files", memory=memory),
            )
        moved = home.sources.move(whole, new)
        content = {"memory": new, "of": memory, "source": part.source, "document": part.document, **asdict(moved)}
        home.history.record("split", "memories", known.number, after=content)
    return moved


def rights_of(home: Home, memory: str) -> list[MemoryRight]:
    """Returns who may do what with a memory, nobody where it is everybody's. Raises UsageError if there is no such
    memory."""
    return home.sources.rights(_named(home, memory).name)


def share(home: Home, memory: str, role: str, right: Right) -> None:
    """Gives a role of the server a right on a memory, with a line in the history. Raises UsageError if there is no such
    memory or role."""
    with home.transaction():
        known = _named(home, memory)
        try:
            home.sources.share(memory, role, right)
        except LookupError as error:
            raise UsageError(
                say("the server knows no role '{role}'", role=role), say("have it made there with 'createuser'")
            ) from error
        home.history.record("share", "memories", known.number, after={"memory": memory, "role": role, "may": right})


def unshare(home: Home, memory: str, role: str | None) -> None:
    """Takes the right of a role on a memory back, or makes it everybody's (None), with a line in the history. Raises
    UsageError if there is no such memory, or nothing to take back."""
    with home.transaction():
        known = _named(home, memory)
        if not home.sources.unshare(memory, role):
            raise UsageError(
                say("there is no right on '{memory}' to take back", memory=memory),
                say("the last owner of a memory keeps it; 'tmtool share {memory}' names them", memory=memory),
            )
        home.history.record("unshare", "memories", known.number, before={"memory": memory, "role": role})


def _named(home: Home, memory: str) -> Memory:
    found = home.sources.memory(memory)
    if found is None:
        raise UsageError(
            say("there is no memory '{memory}'", memory=memory),
            say("there are {names}", names=", ".join(home.sources.memories())),
        )
    return found
