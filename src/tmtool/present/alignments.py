"""Which segments of two documents belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from tmtool.tasks.align import Alignment


class BeadJson(TypedDict):
    """A group: 0-based indexes of segments, how sure it is (0 to 1), and the texts of both sides."""

    source: list[int]
    target: list[int]
    confidence: float
    source_text: str
    target_text: str


class AlignmentJson(TypedDict):
    """Two documents, by the names of their files, and the groups that join their segments."""

    source: str
    target: str
    beads: list[BeadJson]


def alignment(value: Alignment) -> AlignmentJson:
    """The object of `align`."""
    return {
        "source": value.source.path,
        "target": value.target.path,
        "beads": [
            {
                "source": list(bead.source),
                "target": list(bead.target),
                "confidence": round(bead.confidence, 4),
                "source_text": value.source_text(bead),
                "target_text": value.target_text(bead),
            }
            for bead in value.beads
        ],
    }
