"""Which paragraphs are titles and headings, by the name of their style?

Names built into Word and LibreOffice ("Title", "Heading 2"), and the "_ H_1" of United Nations templates.
"""

from __future__ import annotations

import re

from tmtool.model import BlockKind

_HEADING = re.compile(r"heading (\d)|_?\s*h[ _]+(?:(\d)|ch|m)")
_TITLES = ("title", "subtitle")


def kind_of(style: str) -> tuple[BlockKind, int]:
    """Returns the kind and, of a heading, the level from 0 that the name of a style says; else a paragraph."""
    name = style.lower()
    if name in _TITLES:
        return BlockKind.TITLE, 0
    heading = _HEADING.match(name)
    if heading:
        return BlockKind.HEADING, max(int(heading[1] or heading[2] or 1) - 1, 0)
    return BlockKind.PARAGRAPH, 0
