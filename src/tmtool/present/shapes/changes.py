"""Defines the shapes of what people change by hand, and of the history of it."""

from typing import Any, NotRequired, TypedDict


class TextsJson(TypedDict):
    """A `TextsJson` says what of a unit can be corrected."""

    source: str
    target: str
    status: str


class CorrectedJson(TypedDict):
    """A `CorrectedJson` holds a unit before and after its correction."""

    unit: int
    before: TextsJson
    after: TextsJson


class ReplacedTextJson(TypedDict):
    """A `ReplacedTextJson` is a text of a unit that a replacement would change."""

    unit: int
    before: str
    after: str


class ReplacedJson(TypedDict):
    """A `ReplacedJson` says in how many units a replacement was made."""

    units: int


class ReplacementUndoneJson(ReplacedJson):
    """A `ReplacementUndoneJson` says in how many units a replacement was taken back, and how many, changed since, were
    left."""

    left: int


class UnitJson(TypedDict):
    """An `UnitJson` is a unit with its translation and its place."""

    unit: int
    target: str
    memory: str
    document: str
    position: int


class SettledJson(UnitJson):
    """A `SettledJson` holds the unit that is right, and those that are superseded for it, or have their status
    again."""

    superseded: NotRequired[list[UnitJson]]
    restored: NotRequired[list[UnitJson]]


class WeighedJson(TypedDict):
    """A `WeighedJson` holds a memory's penalty and trust before and after; only what was set."""

    name: str
    before: dict[str, int]
    after: dict[str, int]


class RenamedJson(TypedDict):
    """A `RenamedJson` holds the names of a memory before and after."""

    before: str
    after: str


MovedIntoJson = TypedDict("MovedIntoJson", {"from": str, "into": str, "units": int, "concepts": int, "files": int})
"""How much was put from one memory into another."""


class ForgottenJson(TypedDict):
    """A `ForgottenJson` says how much is in a part of the database, and whether it was removed."""

    units: int
    concepts: int
    files: int
    removed: bool


class PutBackJson(TypedDict):
    """A `PutBackJson` says what was forgotten, by what names, and is there again."""

    memory: str | None
    source: str | None
    document: str | None
    units: int
    concepts: int
    files: int


class PurgeableJson(ForgottenJson):
    """A `PurgeableJson` says how much would be removed for good, which backups have any of it, and how many changes
    could not be taken back any more."""

    backups: list[str]
    changes: int


class PurgedJson(ForgottenJson):
    """A `PurgedJson` says how much was removed for good, whether the purge is complete, which copies of the database
    were purged or removed as well, or could not be, and which backups are not where they were made, or have texts that
    the database has no more."""

    complete: bool
    copies_purged: list[str]
    copies_left: list[str]
    backups_gone: list[str]
    backups_behind: list[str]


class ConceptChangesJson(TypedDict):
    """A `ConceptChangesJson` says what changed in a concept, in words."""

    concept: str
    changes: list[str]


class PastConceptChangeJson(TypedDict):
    """A `PastConceptChangeJson` says what somebody changed in a concept, and when."""

    at: str
    author: str
    action: str
    changes: list[str]


class PastJson(TypedDict):
    """A `PastJson` is a change of anything; `before` and `after` are what the history keeps of it, None for nothing."""

    at: str
    author: str
    action: str
    what: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
