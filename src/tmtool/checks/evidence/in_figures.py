"""Is a stretch of words little more than a value that the other side has too: « cent soixante-deuxième » for 162nd?"""

from __future__ import annotations

from collections.abc import Iterable

from tmtool.model import Placeable, Span


def is_mostly_a_value(span: Span, own: Iterable[Placeable], other: Iterable[Placeable]) -> bool:
    """Tells whether half of a stretch or more are values, of the placeables of its `own` side, that the `other` side
    has."""
    there = {(one.kind, one.value) for one in other}
    shared = sum(
        min(one.span.end, span.end) - max(one.span.start, span.start)
        for one in own
        if one.span.overlaps(span) and (one.kind, one.value) in there
    )
    return 2 * shared >= span.end - span.start
