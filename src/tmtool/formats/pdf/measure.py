"""How is the running text of a page set: how far are its lines from each other, and where are its margins?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tmtool.formats.pdf.bands import Gutter
from tmtool.formats.pdf.rows import Row

SAME_SIZE = 0.08
"""How much the heights of two rows of one type may differ, in heights of the characters, as all that follows."""
SAME_MARGIN = 0.15
"""How far the ends of two lines at one margin may be from each other."""
LEVEL = 0.1
"""How far the beginnings of two lines at one margin may be from each other."""
WORD_SPACE = 0.2
"""The narrowest space between words."""
NARROWEST_TEXT = 12.0
"""How wide running text is at least."""
HALF_LEADING = 0.8
"""The share of the distance of lines below which two lines are no further than half a line from each other."""
_TIGHTEST, _LOOSEST = 0.85, 2.0
_NEW_PARAGRAPH, _NEW_PARAGRAPH_IF_EQUAL = 1.25, 1.15
_EQUAL = 1.04
_FEWEST_ROWS = 8
_FEWEST_SPACES = 3
_WIDE, _FEWEST_RUNNING = 0.85, 4
_FEWEST_JUSTIFIED, _JUSTIFIED_SHARE = 4, 0.2


@dataclass(frozen=True, slots=True)
class Leading:
    """`Leading` is the distance of lines of running text, in heights of its characters, and how many times as far a new
    paragraph is at least: little where the lines are set at equal distances. `is_spaced` says that several paragraphs
    are so far; `height` is that of most rows."""

    distance: float
    paragraph: float
    is_spaced: bool
    height: float

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Leading:
        """Returns the distance of the lines of a page, measured on its rows; the usual one where no two follow each
        other."""
        height = median(row.height for row in rows) if rows else 0.0
        distances = [((a.base - b.base) / b.height, a.chunks[0].right) for a, b in pairwise(rows)]
        ratios = sorted(ratio for ratio, _ in distances)
        end = _WIDE * max((row.chunks[-1].right for row in rows), default=0.0)
        # Lines that are full go on in the next one; others may be a masthead, which is set closer.
        full = sorted(ratio for ratio, right in distances if right > end)
        likely = [ratio for ratio in ratios if _TIGHTEST <= ratio <= _LOOSEST]
        running = [ratio for ratio in full if _TIGHTEST <= ratio <= _LOOSEST]
        likely = running if len(running) >= _FEWEST_RUNNING else likely
        if not likely:
            return cls(1.2, _NEW_PARAGRAPH, False, height)
        distance = likely[len(likely) // 10]
        equal = sum(ratio <= _EQUAL * distance for ratio in likely)
        paragraph = _NEW_PARAGRAPH_IF_EQUAL if equal >= len(likely) / 2 else _NEW_PARAGRAPH
        spaced = sum(paragraph * distance < ratio <= _LOOSEST * _NEW_PARAGRAPH for ratio in ratios)
        return cls(distance, paragraph, spaced >= _FEWEST_SPACES, height)


def was_full(above: Row, row: Row, edges: tuple[float, float]) -> bool:
    """Tells whether the first word of a row would not have fitted in the one above, centred or not."""
    left, right = edges
    line, height = above.chunks[0], above.height
    needed = line.right + WORD_SPACE * height + row.chunks[0].first
    indent = line.left - left
    # Centred lines have one middle, those of an indented paragraph one edge.
    below = row.chunks[0]
    is_level = abs(line.left - below.left) < LEVEL * height
    is_centred = not is_level and abs(line.left + line.right - below.left - below.right) < 2 * height
    if is_centred and indent > height and abs(indent - (right - line.right)) < height:
        needed += right - line.right - indent
        return needed - line.left + left > right
    return needed > right


def edges_of(rows: Sequence[Row]) -> list[Gutter]:
    """Returns of each row the edges of the text it is in: the margin that it shares with several, else those of all
    rows of its size but for what begins where others end, such as a running head."""
    found: list[Gutter] = []
    for row in rows:
        alike = [one.chunks[0] for one in rows if abs(one.height - row.height) <= SAME_SIZE * row.height]
        end = median(chunk.right for chunk in alike)
        inner = [chunk for chunk in alike if chunk.left < end] if len(alike) >= _FEWEST_ROWS else alike
        margin = row.chunks[0].right
        level = sum(abs(chunk.right - margin) <= SAME_MARGIN * row.height for chunk in inner)
        is_margin = level >= max(_FEWEST_JUSTIFIED, _JUSTIFIED_SHARE * len(inner))
        right = max(chunk.right for chunk in inner)
        found.append((min(chunk.left for chunk in inner), min(margin, right) if is_margin else right))
    return found
