"""Gives the units that have a phrase, each with its place in its document where that is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tmtool.present.spans import span

if TYPE_CHECKING:
    from tmtool.model import PassageUnit
    from tmtool.present.shapes.concordance import ConcordanceJson, NeighbourJson
    from tmtool.tasks.concordance import ConcordanceLine


def line(
    value: ConcordanceLine, neighbours: tuple[Iterable[PassageUnit], Iterable[PassageUnit]] | None = None
) -> ConcordanceJson:
    """Returns a unit of `concordance`; with the units before and after it if these are given."""
    pair = value.pair
    found: ConcordanceJson = {
        "source": pair.source,
        "target": pair.target,
        "source_span": span(value.source_span),
        "target_span": span(value.target_span),
        "confidence": value.confidence,
        "document": pair.document,
        "position": pair.position,
        "unit": pair.unit,
        "date": pair.date,
        "memory": pair.memory,
        "status": pair.status.value,
    }
    if neighbours is not None:
        before, after = neighbours
        found["before"], found["after"] = _neighbours(before), _neighbours(after)
    return found


def _neighbours(units: Iterable[PassageUnit]) -> list[NeighbourJson]:
    return [{"position": one.position, "source": one.source, "target": one.target} for one in units]
