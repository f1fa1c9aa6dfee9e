"""Defines the values that a home gives and takes, besides the nouns of `tmtool.model`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from tmtool.model import Status

SourceKind = Literal["memory", "terms"]
"""What a source, an imported file, has given to a home: units or concepts. A file may be a source of each kind."""
Entity = Literal["units", "concepts", "memories", "unit_proposals", "concept_proposals"]
"""What a change in the history is one of. A proposal has the number of the unit or concept that it would change, 0 for
a new concept; it changes nothing, so that lines on these know nothing of it."""

PROPOSALS: Mapping[str, Entity] = {"units": "unit_proposals", "concepts": "concept_proposals"}
"""What a proposal is in the history, by what it would change."""

BACKUPS = "backups"
"""The folder beside a database in a file that its backups are in where no place is named."""

DAMAGED = ".damaged"
"""What the name of a damaged file ends in, for which a backup was restored."""


@dataclass(slots=True)
class Changes:
    """`Changes` says what an import did to the units or concepts of one source. `kept` are those corrected by hand that
    the file no longer gives (units, by their id or number) or gives otherwise (concepts, by id): they stay as they
    are. `joined` are units that are one with those of other files now (`store.joining`)."""

    added: int = 0
    unchanged: int = 0
    removed: int = 0
    joined: int = 0
    kept: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Memory:
    """A `Memory` is a memory: `penalty` points are taken off the rate of its matches, `trust` (0 to 100, 50 if nothing
    is said) ranks it against others in concordances."""

    number: int
    name: str
    penalty: int
    trust: int


Right = Literal["read", "write", "own"]
"""What somebody may do with a memory; who owns it says what others may."""


@dataclass(frozen=True, slots=True)
class MemoryRight:
    """A `MemoryRight` says what a role of a server may do with a memory."""

    role: str
    may: Right


@dataclass(frozen=True, slots=True)
class Source:
    """A `Source` is an imported file as a home knows it; `entries` is what it held at its last import."""

    number: int
    sha256: str
    entries: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A `SourceFile` is a file by the path that a home calls it by, how it was read, when it was last imported, and how
    many units and concepts of it are there."""

    path: str
    format: str
    imported: str
    units: int
    concepts: int


@dataclass(frozen=True, slots=True)
class Part:
    """A `Part` is what is of this memory, of this file (by the path that the home calls it by) and of this document (by
    its symbol); None for any."""

    memory: str | None = None
    source: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """An `Extent` says how much a part holds: units, concepts, and files that gave them or, in a part of no document,
    gave nothing."""

    units: int
    concepts: int
    files: int


@dataclass(frozen=True, slots=True)
class MemoryCount:
    """A `MemoryCount` says what one memory holds, and how it is weighed."""

    name: str
    units: int
    documents: int
    concepts: int
    penalty: int
    trust: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """`Statistics` says what a home holds. `languages` counts segments by primary language, `statuses` units, `terms`
    terms by language and status."""

    memories: tuple[MemoryCount, ...]
    languages: dict[str, int]
    statuses: dict[str, int]
    terms: dict[str, dict[str, int]]
    sources: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A `Fault` says what is wrong with a home, and whether making the indexes anew mends it."""

    text: str
    mendable: bool


class VariantState(NamedTuple):
    """A `VariantState` holds what a correction can change in a variant, the `number`th of its unit from 0 on, with its
    language."""

    number: int
    text: str
    language: str
    markup: str
    markup_format: str
    changed: str
    changed_by: str

    def content(self) -> dict[str, Any]:
        """Returns the state as the history keeps it."""
        return self._asdict()


class UnitState(NamedTuple):
    """A `UnitState` holds what a correction can change in a unit. `edited` is 1 once a person has corrected it, else 0:
    a new import of its file then leaves it alone."""

    status: Status
    changed: str
    changed_by: str
    edited: int
    variants: tuple[VariantState, ...]

    def content(self) -> dict[str, Any]:
        """Returns the state as the history keeps it."""
        return {
            "status": self.status.value,
            "changed": self.changed,
            "changed_by": self.changed_by,
            "edited": self.edited,
            "variants": [one.content() for one in self.variants],
        }

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> UnitState:
        """Returns a state read from what the history keeps."""
        variants = tuple(VariantState(**one) for one in content["variants"])
        return cls(Status(content["status"]), content["changed"], content["changed_by"], content["edited"], variants)


class Change(NamedTuple):
    """A `Change` is a line of the history, by its number: when (ISO 8601, UTC), by whom, what was done (`action`: edit,
    settle, merge …) and to which unit, concept or memory; `before` and `after` are what the action notes of it, None
    for nothing. `part_of` is the first line of an action that has several, None in that line itself."""

    line: int
    at: str
    author: str
    action: str
    entity: Entity
    number: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    part_of: int | None = None


Cell = str | int | float | None
"""A value in an answer to a question in SQL; bytes are there as hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Table:
    """A `Table` is a table or a view that people may ask in SQL: its name, columns, and number of rows."""

    name: str
    columns: tuple[str, ...]
    rows: int
    is_view: bool


@dataclass(frozen=True, slots=True)
class Backup:
    """A `Backup` is a copy of a home in a file, and when it was made (ISO 8601, UTC)."""

    path: Path
    made: str


@dataclass(frozen=True, slots=True)
class Purged:
    """A `Purged` says what a purge did: how much went for good, whether it is `complete`, and which copies of the
    database, by their names, were `purged` or removed as well, or could not be and are `left`; backups that are `gone`
    are not where they were made, and those `behind` have texts that the database has no more, which nobody named."""

    extent: Extent
    complete: bool
    purged: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
