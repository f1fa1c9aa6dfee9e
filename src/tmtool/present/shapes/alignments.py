"""Defines the shapes of two aligned documents."""

from typing import TypedDict


class BeadJson(TypedDict):
    """A `BeadJson` is a group: 0-based indexes of segments, how sure it is (0 to 1), and the texts of both sides."""

    source: list[int]
    target: list[int]
    confidence: float
    source_text: str
    target_text: str


class AlignmentJson(TypedDict):
    """An `AlignmentJson` holds two documents, by the names of their files, and the groups that join their segments."""

    source: str
    target: str
    beads: list[BeadJson]
