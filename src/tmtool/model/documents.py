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
    `line` is the line of the file (1-based) or the paragraph's number where there are no lines;
    `page` is the page of a file that has pages (1-based).
    """

    kind: BlockKind
    text: str
    label: str = ""
    depth: int = 0
    table: int | None = None
    row: int | None = None
    column: int | None = None
    line: int = 0
    page: int = 0


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
class Location:
    """A `Location` says where a segment is, as far as it is known: "" and 0 stand for what is not.

    `item` is the label of an agenda item and those above it ("5.b"), `heading` the text of the heading above, of which
    the place may be that heading itself (`is_heading`). `paragraph` is the paragraph's number with the labels below it
    ("12.a") or, where paragraphs have no numbers, which one it is below the item or heading (`is_counted`). `table`,
    `row` and `column` count from 1, and so do `page` and `line`, the line of a text file. `is_cover` says that it is
    above the text: masthead, titles. Of a bilingual file `unit` is the number of the unit; of a table `row` is that of
    the row, the header being the first.
    """

    item: str = ""
    heading: str = ""
    is_heading: bool = False
    paragraph: str = ""
    is_counted: bool = False
    table: int = 0
    row: int = 0
    column: int = 0
    page: int = 0
    line: int = 0
    unit: int = 0
    is_cover: bool = False


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
