"""Forgets a memory, a file or a document that was wrong to be in, or must not be: one transaction, with a line in the
history that says how much went, and none of its words."""

from __future__ import annotations

from dataclasses import asdict

from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.store.values import Extent, Part


def forgettable(home: Home, part: Part) -> Extent:
    """Returns how much `forget` would remove. Raises UsageError if there is nothing of that name."""
    found = home.sources.extent(part)
    if not (found.units or found.concepts or found.files):
        names = " of ".join(repr(name) for name in (part.document, part.source, part.memory) if name)
        raise UsageError(
            say("there is nothing called {names}", names=names),
            say("'tmtool memory' names the memories and their files"),
        )
    return found


def forget(home: Home, part: Part) -> Extent:
    """Removes it, without a trace of its texts. Raises UsageError as `forgettable` does."""
    with home.transaction(erase=True):
        found = forgettable(home, part)
        home.sources.remove(part)
        home.history.record("forget", "memories", 0, before={**asdict(part), **asdict(found)})
    return found
