"""Which lines of a history still stand? An action whose name begins with “undo” takes back the last one on the same
thing that still stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from tmtool.store.values import Change, Entity

_UNDO = "undo "


def standing(newest_first: Iterable[Change]) -> Iterator[Change]:
    """Yields the lines that nobody has taken back, the newest first."""
    taken_back = Counter[tuple[Entity, int]]()
    for line in newest_first:
        thing = (line.entity, line.number)
        if line.action.startswith(_UNDO):
            taken_back[thing] += 1
        elif taken_back[thing]:
            taken_back[thing] -= 1
        else:
            yield line


def taken_back_by(action: str) -> str:
    """Returns the name of the action that takes another one back."""
    return _UNDO + action


def changed_since(later: Iterable[tuple[int, str]]) -> set[int]:
    """Returns the lines whose things are others now. Each is given with every later action on the same thing, in their
    order; the lines that stand and are the last to do so are not among those returned."""
    return {
        line for line, actions in groupby(later, lambda one: one[0]) if not _stands(action for _, action in actions)
    }


def _stands(later: Iterable[str]) -> bool:
    """Tells whether all later actions on a thing have been taken back, and only they."""
    open_actions = 0
    for action in later:
        open_actions += -1 if action.startswith(_UNDO) else 1
        if open_actions < 0:
            return False
    return not open_actions
