"""Describes units as a home of memories gives them: seen as a pair of languages, and in their documents."""

from __future__ import annotations

from dataclasses import dataclass

from tmtool.model.status import Status


@dataclass(frozen=True, slots=True)
class StoredPair:
    """A `StoredPair` is a unit seen as a pair: the variant in the source language and one in the target language.

    Unit, source segment, file and document are called by the numbers that the home gives them; a unit added by hand has
    no file. `changed` is when the unit was last changed, or made. `joined` is the unit that has the target, where
    another file gave it: the two are one, having a text in a third language in common.
    """

    unit: int
    source_segment: int
    source: str
    target: str
    memory: str
    penalty: int
    document: str
    position: int
    source_file: int | None
    document_row: int | None
    status: Status
    date: str
    changed: str
    context: str
    joined: int | None = None


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """A `UnitFilter` says which units are wanted: of a memory, of the documents whose symbols begin so, dated within
    these days (ISO 8601; by when they were changed where they have no date), of a status; "" for any."""

    memory: str = ""
    body: str = ""
    since: str = ""
    until: str = ""
    status: str = ""

    def keeps(self, pair: StoredPair) -> bool:
        """Tells whether a unit is wanted."""
        day = pair.date or pair.changed[:10]
        return (
            self.memory in ("", pair.memory)
            and pair.document.casefold().startswith(self.body.casefold())
            and self.since <= day
            and (not self.until or day <= self.until)
            and self.status in ("", pair.status.value)
        )


@dataclass(frozen=True, slots=True)
class PassageUnit:
    """A `PassageUnit` is a unit in its place: its number in the home, its position in the document, the place it says
    it has (`context`), and its texts, "" where it has none in a language."""

    unit: int
    position: int
    context: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Place:
    """A `Place` is a document: a file (None for what was added by hand) and a symbol (None for none), as the home
    numbers them."""

    source_file: int | None
    document: int | None

    @classmethod
    def of(cls, pair: StoredPair) -> Place:
        """Returns the document of a unit."""
        return cls(pair.source_file, pair.document_row)
