"""Says what an alignment consists of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bead:
    """A `Bead` is an aligned group: 0-based segment indexes on both sides (empty for nothing there), and the
    probability that these and no others belong together."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
