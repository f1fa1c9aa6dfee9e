"""Does the source say the same? Then what does not fit in the document is no error of the translation."""

from __future__ import annotations

from tmtool.checks.engine.draft import Pair
from tmtool.model import Placeable, PlaceableKind

_WITHOUT_YEAR = "--"


def is_in_source(one: Placeable, pair: Pair) -> bool:
    """Tells whether the source of a pair has the value of a placeable of its target; a date may lack its year on one
    side."""
    return any(one.kind is other.kind and _is_same(one, other) for other in pair.source_placeables)


def _is_same(one: Placeable, other: Placeable) -> bool:
    if one.value == other.value:
        return True
    if one.kind is not PlaceableKind.DATE or len(one.value) < len("--09-08") or len(other.value) < len("--09-08"):
        return False
    understood = one.value.startswith(_WITHOUT_YEAR) or other.value.startswith(_WITHOUT_YEAR)
    return understood and one.value[-5:] == other.value[-5:]
