"""Defines the shapes of the units with a phrase."""

from typing import NotRequired, TypedDict


class NeighbourJson(TypedDict):
    """A `NeighbourJson` is a unit before or after another in its document."""

    position: int
    source: str
    target: str


class ConcordanceJson(TypedDict):
    """A `ConcordanceJson` is a unit with the phrase; `target_span` is where its translation probably is."""

    source: str
    target: str
    source_span: list[int]
    target_span: list[int] | None
    confidence: float | None
    document: str
    position: int
    unit: int
    date: str
    memory: str
    status: str
    before: NotRequired[list[NeighbourJson]]
    after: NotRequired[list[NeighbourJson]]
