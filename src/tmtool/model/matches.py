"""Says what a lookup finds, and what memory and term base have for a query together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tmtool.model.status import Status

if TYPE_CHECKING:
    from tmtool.model.terms import Occurrence
    from tmtool.model.texts import Span


class MatchKind(StrEnum):
    """A `MatchKind` says why a unit is offered, best first: same text in the same context, same text, text made the
    same by a verified substitution, similar text."""

    CONTEXT = "context"
    EXACT = "exact"
    ADAPTED = "adapted"
    FUZZY = "fuzzy"
    NONE = "none"


COMPLETE = (MatchKind.CONTEXT, MatchKind.EXACT, MatchKind.ADAPTED)
"""The kinds whose target needs no more words, best first."""


@dataclass(frozen=True, slots=True)
class Penalty:
    """A `Penalty` is a named deduction from a match rate, in points."""

    name: str
    points: int


@dataclass(frozen=True, slots=True)
class DiffPart:
    """A `DiffPart` is one step from the stored source to the query: `kind` is equal, insert, delete or replace."""

    kind: str
    stored: str
    query: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A `Difference` is what differs between a stored source and a query and is no value to replace, named so that the
    eye goes there first.

    `kind` says what is at stake ("negation", "modality", "antonym", "number" of a noun, "words" …), `detail`
    quotes the words: "accepted → rejected", "+ not", "− only".
    """

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Substitution:
    """A `Substitution` is one value or name replaced in a stored target. `kind` is that of the placeable, or "name",
    "title", "label", "mark"; the four texts are as written in the stored source, the query, the stored target and the
    result."""

    kind: str
    source_from: str
    source_to: str
    target_from: str
    target_to: str


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """An `OpenPlace` is a stretch of an adapted target that a person has to change: `span` is its place, `source_from`
    what the stored source has there and `source_to` what the query has; `proposal` is what may have to be written."""

    span: Span
    source_from: str
    source_to: str
    proposal: str


@dataclass(frozen=True, slots=True)
class Adaptation:
    """An `Adaptation` is a stored target adapted to a query by substitutions.

    It is `safe` if the query differs in nothing else, every replacement is one to one and of a certain form, and
    the result, read again, has the values of the query. Otherwise `reasons` say what is against it,
    `target` is the stored one with what could be replaced, and `open_places` are where it is known that more has to
    change.
    """

    target: str
    substitutions: tuple[Substitution, ...]
    safe: bool
    reasons: tuple[str, ...] = ()
    open_places: tuple[OpenPlace, ...] = ()

    @property
    def marked(self) -> str:
        """Returns the target with each open place marked as "[D → A?]"."""
        text = self.target
        for place in sorted(self.open_places, key=lambda place: place.span, reverse=True):
            written = f"[{place.span.of(text)} → {place.proposal}?]"
            text = text[: place.span.start] + written + text[place.span.end :]
        return text

    @property
    def is_partial(self) -> bool:
        """Tells whether there is something to show although the whole is not safe."""
        return not self.safe and bool(self.substitutions or self.open_places)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A `Conflict` is a unit with the same source as another and a target that says it in other words; it tells where
    that is from."""

    target: str
    memory: str
    document: str
    position: int
    status: Status
    unit: int


@dataclass(frozen=True, slots=True)
class Match:
    """A `Match` is a stored unit offered for a query. `rate` is defined on text (docs/reference.md), 0 to 100; `score`
    is the rate less the penalties. `position` is the unit's number in its document. `adapted` is the target adapted to
    the query, None where that was not tried; `warnings` name what differs beyond values. `unit` is its row in the
    database; `conflict` is set on the best match alone, where a unit disagrees with it. `units` is how many of
    those that were found offer the same words, this one among them."""

    rate: int
    score: int
    kind: MatchKind
    source: str
    target: str
    memory: str
    document: str
    position: int
    status: Status
    changed: str
    diff: tuple[DiffPart, ...]
    penalties: tuple[Penalty, ...] = ()
    unit: int = 0
    adapted: Adaptation | None = None
    warnings: tuple[Difference, ...] = ()
    conflict: Conflict | None = None
    units: int = 1

    @property
    def offered(self) -> str:
        """Returns the text to start from: the adapted target if that is safe, else the stored one."""
        return self.adapted.target if self.adapted and self.adapted.safe else self.target


@dataclass(frozen=True, slots=True)
class Answer:
    """An `Answer` holds the matches of a query, best first, the terms in it, how long that took to find, and
    between which languages it was asked."""

    query: str
    matches: tuple[Match, ...]
    terms: tuple[Occurrence, ...]
    milliseconds: float = 0.0
    source_language: str = ""
    target_language: str = ""
