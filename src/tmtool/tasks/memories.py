"""Which files gave what is in a memory? And what is to be set of a memory: its penalty and its trust."""

from __future__ import annotations

from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.store.values import Memory, SourceFile


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


def _named(home: Home, memory: str) -> Memory:
    found = home.sources.memory(memory)
    if found is None:
        raise UsageError(
            say("there is no memory '{memory}'", memory=memory),
            say("there are {names}", names=", ".join(home.sources.memories())),
        )
    return found
