"""Defines the shapes of what is in a database, of its state and of its backups."""

from typing import TypedDict


class MemoryJson(TypedDict):
    """A `MemoryJson` says what a memory holds, and how its matches are weighed."""

    name: str
    units: int
    documents: int
    concepts: int
    penalty: int
    trust: int


class MemoryRightJson(TypedDict):
    """A `MemoryRightJson` says what a role of a server may do with a memory."""

    role: str
    may: str


class SourceFileJson(TypedDict):
    """A `SourceFileJson` is a file that gave something to a memory, and what of that is there."""

    path: str
    format: str
    imported: str
    units: int
    concepts: int


class StatisticsJson(TypedDict):
    """`StatisticsJson` counts segments by language, units by status, terms by language and status."""

    database: str
    bytes: int
    memories: list[MemoryJson]
    languages: dict[str, int]
    statuses: dict[str, int]
    terms: dict[str, dict[str, int]]
    sources: int


class FaultJson(TypedDict):
    """A `FaultJson` says what is wrong, and whether making the indexes anew mends it."""

    text: str
    mendable: bool


class MovedJson(TypedDict):
    """A `MovedJson` says what a database holds after a move, and how many questions it answered as the original."""

    database: str
    segments: int
    units: int
    questions: int


class SoundnessJson(TypedDict):
    """A `SoundnessJson` says what is wrong with a database, how many segments wait to be indexed, whether a purge is
    not complete, and whether all was mended."""

    database: str
    faults: list[FaultJson]
    waiting: int
    purge_left: bool
    mended: bool


class TableJson(TypedDict):
    """A `TableJson` is a table or view that people may ask in SQL."""

    name: str
    columns: list[str]
    rows: int
    view: bool


class DoubtJson(TypedDict):
    """A `DoubtJson` is what looks wrong with the content of units: a duplicate, numbers, or misaligned texts."""

    kind: str
    units: list[int]
    source: str
    target: str
    message: str


class BackedUpJson(TypedDict):
    """A `BackedUpJson` says where a backup was written, and which older ones were removed."""

    path: str
    bytes: int
    removed: list[str]


class BackupJson(TypedDict):
    """A `BackupJson` is a backup that can be restored."""

    path: str
    made: str
    bytes: int


class RestoredJson(TypedDict):
    """A `RestoredJson` says what is in a backup, whether it was restored, and where what was there before is."""

    path: str
    units: int
    concepts: int
    restored: bool
    kept: str | None
