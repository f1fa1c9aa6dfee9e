"""What is in a database, and whether it is sound."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from tmtool.store.values import Fault, MemoryCount, SourceFile, Statistics


class MemoryJson(TypedDict):
    """What a memory holds, and how its matches are weighed."""

    name: str
    units: int
    documents: int
    concepts: int
    penalty: int
    trust: int


class SourceFileJson(TypedDict):
    """A file that gave something to a memory, and what of that is there."""

    path: str
    format: str
    imported: str
    units: int
    concepts: int


class StatisticsJson(TypedDict):
    """Counts of segments by language, of units by status, of terms by language and status."""

    database: str
    bytes: int
    memories: list[MemoryJson]
    languages: dict[str, int]
    statuses: dict[str, int]
    terms: dict[str, dict[str, int]]
    sources: int


class FaultJson(TypedDict):
    """What is wrong, and whether making the indexes anew mends it."""

    text: str
    mendable: bool


class SoundnessJson(TypedDict):
    """What is wrong with a database, how many segments wait to be indexed, and whether all was mended."""

    database: str
    faults: list[FaultJson]
    waiting: int
    mended: bool


def memory(value: MemoryCount) -> MemoryJson:
    """A memory as `memory` lists it."""
    return {
        "name": value.name,
        "units": value.units,
        "documents": value.documents,
        "concepts": value.concepts,
        "penalty": value.penalty,
        "trust": value.trust,
    }


def source_file(value: SourceFile) -> SourceFileJson:
    """A file of a memory."""
    return {
        "path": value.path,
        "format": value.format,
        "imported": value.imported,
        "units": value.units,
        "concepts": value.concepts,
    }


def statistics(value: Statistics, place: str, size: int) -> StatisticsJson:
    """The object of `stats`, for a home at this place that takes `size` bytes."""
    return {
        "database": place,
        "bytes": size,
        "memories": [memory(one) for one in value.memories],
        "languages": value.languages,
        "statuses": value.statuses,
        "terms": value.terms,
        "sources": value.sources,
    }


def soundness(place: str, faults: Iterable[Fault], *, waiting: int, mended: bool) -> SoundnessJson:
    """The object of `doctor`, for a home at this place."""
    return {
        "database": place,
        "faults": [{"text": fault.text, "mendable": fault.mendable} for fault in faults],
        "waiting": waiting,
        "mended": mended,
    }
