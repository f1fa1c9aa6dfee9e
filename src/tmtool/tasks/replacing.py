"""Replaces words in the units of a memory, all at once: shown first, done in one transaction, and taken back as one.

A text that changes has no inline codes any more, as one that is corrected by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import NamedTuple, TypeVar

from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.store.authorship import author, now
from tmtool.store.home import Home
from tmtool.store.values import Part, UnitState
from tmtool.tasks.indexing import index
from tmtool.tasks.unit_editing import REPLACE
from tmtool.text.composition import composed

T = TypeVar("T")

_UNDO = "undo replace"
_FIRST_UNITS, _UNITS_AT_ONCE = 2_000, 10_000
"""How many units are worked out before the database has anything to write, and how many at once at most."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A `Replacement` says what is looked for in the texts of a language, literally or as a regular `pattern`, what is
    put in its place, and in which part of the memory."""

    find: str
    put: str
    language: str
    pattern: bool = False
    part: Part = field(default_factory=Part)

    def function(self) -> Callable[[str], str]:
        """Returns the function that gives a text with the replacement. Raises UsageError for what is no pattern."""
        if not self.pattern:
            # As texts are stored.
            find, put = composed(self.find), composed(self.put)
            return lambda text: text.replace(find, put)
        try:
            wanted = re.compile(self.find)
            wanted.sub(self.put, "")
        except (re.error, IndexError) as error:
            raise UsageError(
                say("'{find}' with '{put}' is no replacement ({error})", find=self.find, put=self.put, error=error),
                say("leave out --regex to look for these very letters"),
            ) from error
        return lambda text: wanted.sub(self.put, text)


class Replaced(NamedTuple):
    """A `Replaced` is a text of a unit, the `number`th of its variants, before and after."""

    unit: int
    number: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Undone:
    """An `Undone` says how many units are what they were before a replacement, and how many were changed since and
    left."""

    units: int
    left: int


def replaceable(home: Home, wanted: Replacement) -> Iterator[Replaced]:
    """Yields what a replacement would change, by unit. A text that it would leave empty stays."""
    function = wanted.function()
    containing = "" if wanted.pattern else composed(wanted.find)
    for unit, number, text in home.units.texts(wanted.language, wanted.part, containing=containing):
        new = function(text)
        if new != text and new.strip():
            yield Replaced(unit, number, text, new)


def replace_all(home: Home, wanted: Replacement) -> int:
    """Does it, and returns in how many units. Raises UsageError if there is nothing to replace."""
    at, by = now(), author()
    with home.bulk_transaction():
        changes: dict[int, list[tuple[int, int, str]]] = {}
        for one in replaceable(home, wanted):
            changes.setdefault(one.unit, []).append((one.unit, one.number, one.after))
        if not changes:
            raise UsageError(
                say("there is no text with “{find}” in {language}", find=wanted.find, language=wanted.language),
                say("choose the texts with --in, --source-lang and --target-lang"),
            )
        content = {"find": wanted.find, "replace": wanted.put, "units": len(changes)}
        line = home.history.record(REPLACE, "units", 0, before=content)
        noted: list[tuple[int, int, str]] = []
        for some in _in_parts(changes.values()):
            texts = list(chain.from_iterable(some))
            if noted:
                home.units.reword_all(noted, wanted.language, at, by)
            # Of a part more than is worked out, so that the database has something to write.
            home.history.record_states(REPLACE, [(unit, number) for unit, number, _ in texts], part_of=line)
            noted = texts
        home.units.reword_all(noted, wanted.language, at, by)
    index(home)
    return len(changes)


def undo(home: Home) -> Undone:
    """Makes the units of the last replacement what they were. Raises UsageError if there is none to take back."""
    with home.bulk_transaction():
        last = home.history.last_action(REPLACE)
        lines = home.history.last_parts(last.line) if last else iter(())
        # Read when they are taken back, while those before are written.
        parts = ((part.number, part.before) for part in lines if part.before is not None)
        first = next(parts, None)
        if last is None or last.before is None or first is None:
            raise UsageError(say("there is no replacement to take back"), say("name a unit to take a correction back"))
        line = home.history.record(_UNDO, "units", 0, before=last.before)
        units = 0
        for some in _in_parts(chain([first], parts)):
            home.units.rewrite_all([(unit, UnitState.of(before)) for unit, before in some])
            home.history.record_all(_UNDO, "units", ((unit, None, None) for unit, _ in some), part_of=line)
            units += len(some)
    index(home)
    return Undone(units, int(last.before["units"]) - units)


def _in_parts(things: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(things)
    size = _FIRST_UNITS
    while part := list(islice(rest, size)):
        yield part
        size = min(2 * size, _UNITS_AT_ONCE)
