"""Says what memory and term base have for a segment of a new document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tmtool.model.documents import Segment
from tmtool.model.matches import DiffPart, Match, MatchKind
from tmtool.model.terms import Occurrence
from tmtool.model.texts import Span


@dataclass(frozen=True, slots=True)
class Fragment:
    """A `Fragment` is a part of a segment whose translation is known: a term, or a whole unit of the memory. `origin`
    says where it is from; `concept` is the id of a term's, '' for a unit."""

    span: Span
    target: str
    origin: str
    concept: str = ""


class Change(StrEnum):
    """A `Change` says what a new version of a document made of a segment."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Revision:
    """A `Revision` says what a segment was in the earlier version of its document: its number there (None for what is
    new), its `source`, the old translation where it is known, and the difference between the two sources."""

    change: Change
    segment: int | None = None
    source: str = ""
    target: str | None = None
    diff: tuple[DiffPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A `Suggestion` is a segment of a new document with the best that memory and term base have for it.

    `target` is the best match's, adapted if its kind says so, else unchanged; `repeats` is the number of the
    earlier segment with the same source; `fragments` are parts with a known translation where no good match is, the
    longest first, none overlapping another; `revision` is there where the document has an earlier version.
    """

    segment: Segment
    kind: MatchKind
    rate: int
    target: str | None
    repeats: int | None
    matches: tuple[Match, ...]
    terms: tuple[Occurrence, ...]
    fragments: tuple[Fragment, ...] = ()
    revision: Revision | None = None
