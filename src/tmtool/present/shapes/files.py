"""Defines the shapes of what was read from files, written to them, or found in them."""

from typing import TypedDict


class SkippedJson(TypedDict):
    """A `SkippedJson` is an entry that was left out."""

    line: int | None
    reason: str


class ImportedJson(TypedDict):
    """An `ImportedJson` says what a file gave to the database."""

    path: str
    format: str
    kind: str
    units: int
    terms: int
    added: int
    unchanged: int
    repeated: int
    removed: int
    skipped: list[SkippedJson]


class ExportedJson(TypedDict):
    """An `ExportedJson` is a file with units of the memory."""

    path: str
    units: int


class ExportedTermsJson(TypedDict):
    """An `ExportedTermsJson` is a file with the term base, and how many times it has no place for what; by the name of
    that."""

    path: str
    concepts: int
    losses: dict[str, int]


class FileProblemJson(TypedDict):
    """A `FileProblemJson` is what `validate` has found at a place of a file; `line` is null for the file as a whole."""

    path: str
    line: int | None
    level: str
    rule: str
    message: str
    remedy: str


class ConvertedJson(TypedDict):
    """A `ConvertedJson` is a file that was written in another format: how many units or terms, and of how many the
    format has no place for what."""

    path: str
    out: str
    kind: str
    units: int
    terms: int
    losses: dict[str, int]
    skipped: list[SkippedJson]
