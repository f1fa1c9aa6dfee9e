"""Describes stretches of a text, and what they denote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PlaceableKind(StrEnum):
    """A `PlaceableKind` says what a stretch of text denotes when it is copied or converted rather than translated."""

    NUMBER = "number"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    DATE = "date"
    WEEKDAY = "weekday"
    TIME = "time"
    SYMBOL = "symbol"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A `Span` is a stretch of a text: 0-based, half-open, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Returns the slice of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tells whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tells whether all of the other is inside this one, or they are the same."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Placeable:
    """A `Placeable` is a number, date, time, symbol or reference found in a text, with its value.

    `value` is equal in all languages for equal meaning, so that values are compared and never
    strings. By kind: number "12500", "2.4", "2400000000" (plain decimal, "2.4 billion" multiplied
    out); percent "35"; ordinal "7"; date "2020-09-08", "2020-09" (month), "--09-08" (no year),
    "--09" (a month alone); weekday "1" (Monday) to "7"; time "15:00"; symbol as it is;
    reference "item:3.a", "resolution:7/1", "article:57", "paragraph:5", "annex:2": the English
    noun, a colon, the number (Roman ones in digits) and the letters after it, joined by dots.
    """

    kind: PlaceableKind
    span: Span
    value: str

    def __hash__(self) -> int:  # of kind and span, too, it takes four times as long, and values are counted in sets
        return hash((self.value, self.span.start))
