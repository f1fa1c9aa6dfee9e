"""Says which segments of two documents belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmtool.present.shapes.alignments import AlignmentJson
    from tmtool.tasks.align import Alignment


def alignment(value: Alignment) -> AlignmentJson:
    """Returns the object of `align`."""
    return {
        "source": value.source.path,
        "target": value.target.path,
        "beads": [
            {
                "source": list(bead.source),
                "target": list(bead.target),
                "confidence": round(value.confidence(bead), 4),
                "source_text": value.source_text(bead),
                "target_text": value.target_text(bead),
            }
            for bead in value.beads
        ],
    }
