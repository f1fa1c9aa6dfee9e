"""Which rows do the characters on a page make?

Characters whose base lines are level make a row, with those raised or lowered next to them. Shares are in heights of
the characters; they were found on pages printed by Word, LibreOffice and Chromium.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tmtool.formats.pdf.joints import column_joints
from tmtool.formats.pdf.raised import SMALL, base_of, height_of
from tmtool.formats.pdf.rows import Glyph, Row, Rules
from tmtool.formats.pdf.words import chunks_of

_FEWEST_SPACES = 0.04
_LEVEL = 0.35
_HIGHEST = 0.75
_NEAR = 0.8


def rows_of(glyphs: Sequence[Glyph], rules: Rules) -> list[Row]:
    """Returns the rows of a page from top to bottom; a row has one chunk at least, and every chunk text."""
    rows: list[Row] = []
    has_spaces = sum(glyph.text == " " for glyph in glyphs) >= _FEWEST_SPACES * len(glyphs)
    levels = _levels(glyphs)
    edges = ((base_of(level), [(glyph.left, glyph.right) for glyph in level if glyph.text.strip()]) for level in levels)
    joints = column_joints(edges, rules.level)
    rules = replace(rules, upright=(*rules.upright, *joints))
    for level in levels:
        if chunks := chunks_of(level, rules, has_spaces):
            is_bold = 2 * sum(glyph.is_bold for glyph in level) > len(level)
            rows.append(Row(base_of(level), height_of(level), chunks, is_bold))
    return rows


def _levels(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Returns the glyphs at one height each, those raised or lowered with their line, from top to bottom."""
    levels: list[list[Glyph]] = []
    for glyph in sorted((glyph for glyph in glyphs if glyph.height > 0), key=lambda glyph: -glyph.base):
        if levels and levels[-1][0].base - glyph.base <= _LEVEL * min(glyph.height, levels[-1][0].height):
            levels[-1].append(glyph)
        else:
            levels.append([glyph])
    for number, lower in enumerate(levels):
        for upper in reversed(levels[:number]):
            if upper and base_of(upper) - base_of(lower) > 2 * height_of(lower):
                break
            raised = _raised_over(upper, lower)
            upper[:] = [glyph for glyph in upper if glyph not in raised]
            lower += raised
    return [level for level in levels if level]


def _raised_over(upper: Sequence[Glyph], lower: Sequence[Glyph]) -> list[Glyph]:
    """Returns the glyphs of a level that are small and just above and next to glyphs of a lower one.

    The rest of the level may be a line of another column.
    """
    height, base = height_of(lower), base_of(lower)
    small = [glyph for glyph in upper if glyph.height <= SMALL * height and glyph.base - base <= _HIGHEST * height]
    # Type of another font may have a lower box on the base line of the line above.
    full = {round(glyph.base, 1) for glyph in upper if glyph.height > SMALL * height and glyph.text.strip()}
    small = [glyph for glyph in small if round(glyph.base, 1) not in full]
    if not small:
        return []
    edges = [(glyph.left, glyph.right) for glyph in lower if glyph.text.strip()]
    near = _NEAR * height
    raised: list[Glyph] = []
    for glyph in sorted(small, key=lambda glyph: glyph.left):
        if any(left - near <= glyph.right and glyph.left <= right + near for left, right in edges):
            raised.append(glyph)
            # The next one may be next to this one only: marks of several notes do.
            edges.append((glyph.left, glyph.right))
    return raised
