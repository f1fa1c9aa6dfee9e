"""Describes a text in one language with its structure, and what joins the segments of two."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """A `BlockKind` is the kind of place that a block has in a document; a line is a raw one, whose paragraph is still
    to be found."""

    LINE = "line"
    METADATA = "metadata"
    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    CELL = "cell"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """A `Block` is a title, heading, list item, paragraph, table cell or footnote of a document, in reading order.

    `label` is the list label or number taken off ("1.", "(a)"), as it was; `depth` is 0 for the
    outermost list or heading; `table`, `row`, `column` count from 0 and are set for cells only;
    `line` is the line of the file (1-based) or the paragraph's number where there are no lines.
    """

    kind: BlockKind
    text: str
    label: str = ""
    depth: int = 0
    table: int | None = None
    row: int | None = None
    column: int | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A `Segment` is what is translated as one: a sentence, a heading, a list item, a table cell.

    `number` counts from 1; `block` is the index of its block in `Document.blocks`; `label` is the
    block's label, on its first segment only.
    """

    number: int
    text: str
    block: int
    label: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Document:
    """A `Document` is a text in one language with its structure and segments. `symbol` and `date` where it states
    them."""

    path: str
    language: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    symbol: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Bead:
    """A `Bead` is an aligned group: 0-based segment indexes on both sides (empty for nothing there), and the
    probability that these and no others belong together."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
