"""Where do the columns of a table meet whose cells have lines above and below them, but none between them?

Word draws the edge of every cell for itself, so that a line from one side of a table to the other is made of pieces;
where two pieces meet above and below some rows, two columns do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

SAME_PLACE = 2.0
"""How far, in points, two drawn lines may be from each other that are meant to be one."""
_OVER = 0.3
_MOST_STRADDLED = 0.25
# In points, wider than the spaces of justified text.
_NARROWEST = 4.5

Edges = Sequence[tuple[float, float]]
"""The left and right edges of the letters of a row."""
Rule = tuple[float, float, float]
"""A level line as y, left, right; an upright one as x, bottom, top."""


def column_joints(rows: Iterable[tuple[float, Edges]], rules: Sequence[Rule]) -> list[Rule]:
    """Returns the upright lines between columns that are not drawn, by the `rules` that are; of each row the base line
    and the edges of its letters are given."""
    drawn = _joined(rules)
    zones: dict[tuple[float, float], list[float]] = {}
    for number, (top, _, _, joints) in enumerate(drawn):
        for x in joints:
            below = next((one for one in drawn[number + 1 :] if one[1] < x < one[2]), None)
            if below and any(abs(joint - x) <= SAME_PLACE for joint in below[3]):
                zones.setdefault((below[0], top), []).append(x)
    found: list[Rule] = []
    # Most pages have none, and then nothing is asked of their rows.
    known = list(rows) if zones else []
    for (bottom, top), places in zones.items():
        inside = [edges for base, edges in known if bottom < base < top]
        gaps = {x: [gap for edges in inside if (gap := _gap(edges, x)) is not None] for x in places}
        all_gaps = [gap for several in gaps.values() for gap in several]
        # Running text between two tables is across most such lines, a table across few.
        if sum(gap == 0 for gap in all_gaps) <= _MOST_STRADDLED * len(all_gaps):
            found += [(x, bottom, top) for x, several in gaps.items() if any(gap >= _NARROWEST for gap in several)]
    return found


def _gap(edges: Edges, x: float) -> float | None:
    """Returns how far the texts on both sides of a line are apart, 0 where one crosses it, or None if there is one side
    only."""
    if any(left < x - _OVER and right > x + _OVER for left, right in edges):
        return 0.0
    before = max((right for _, right in edges if right <= x + _OVER), default=None)
    after = min((left for left, _ in edges if left >= x - _OVER), default=None)
    return None if before is None or after is None else max(after - before, _OVER)


def _joined(rules: Sequence[Rule]) -> list[tuple[float, float, float, tuple[float, ...]]]:
    """Returns the level lines from top to bottom: y, left, right, and where their pieces meet."""
    found: list[tuple[float, float, float, tuple[float, ...]]] = []
    for y, start, end in sorted(rules, key=lambda rule: (-round(rule[0]), rule[1])):
        if found and abs(found[-1][0] - y) <= SAME_PLACE and abs(start - found[-1][2]) <= SAME_PLACE:
            height, left, right, joints = found[-1]
            found[-1] = (height, left, max(right, end), (*joints, start))
        else:
            found.append((y, start, end, ()))
    return found


def table_at(bases: Sequence[float], index: int, joints: Sequence[Rule]) -> tuple[int, list[float]]:
    """Returns from a row on, where the rows between such lines end, and the places of the lines from left to right; no
    places where there are none."""
    end = index
    places: list[float] = []
    while end < len(bases):
        here = [x for x, bottom, top in joints if bottom < bases[end] < top]
        if not here:
            break
        places += [x for x in here if all(abs(x - place) > SAME_PLACE for place in places)]
        end += 1
    return end, sorted(places)
