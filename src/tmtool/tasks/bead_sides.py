"""Which segments are on a side of a bead, and what text do the checks see there?"""

from __future__ import annotations

from collections.abc import Iterable

from tmtool.model import Document, Segment


def segments_of(side: Iterable[int], document: Document) -> list[Segment]:
    """Returns the segments of the document that a side of a bead names."""
    return [document.segments[index] for index in side]


def text_of(segments: Iterable[Segment]) -> str:
    """Returns the texts of segments as one, each as it is and a space between: `placing` finds the characters of a
    segment in it by their number."""
    return " ".join(segment.text for segment in segments)
