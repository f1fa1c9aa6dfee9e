"""Which values of a text are in another part of its translation? Then the parts end elsewhere there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tmtool.model import Placeable, PlaceableKind

_Value = tuple[PlaceableKind, str]


def moves(source: Sequence[Iterable[Placeable]], target: Sequence[Iterable[Placeable]]) -> set[tuple[int, int]]:
    """Returns from which parts of a text to which other ones of its translation values have moved, none having come
    from there in their place: two that have changed places may be a slip. Values count that are there once."""
    there, here = _once(source), _once(target)
    found = Counter((at, here[value]) for value, at in there.items() if here.get(value, at) != at)
    return {(at, to) for (at, to), many in found.items() if many > found[to, at]}


def _once(parts: Sequence[Iterable[Placeable]]) -> dict[_Value, int]:
    """Returns the values that come once, with the part that each is in; small numbers may be another one's."""
    found: dict[_Value, list[int]] = {}
    for at, part in enumerate(parts):
        for one in part:
            if len(one.value) > 1:
                found.setdefault((one.kind, one.value), []).append(at)
    return {value: places[0] for value, places in found.items() if len(places) == 1}
