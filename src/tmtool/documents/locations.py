"""Where is each segment of a document, as a reader has it? By item, heading, paragraph, table, page and line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tmtool.documents.agenda import Agenda
from tmtool.documents.furniture import is_symbol
from tmtool.documents.labels import has_end_mark, paths, styles
from tmtool.model import Block, BlockKind, Document, Location

_ABOVE_TEXT = (BlockKind.METADATA, BlockKind.TITLE)


def locations(document: Document, agenda: Agenda | None, *, has_lines: bool) -> tuple[Location, ...]:
    """Returns the place of each segment of a document. With `has_lines` the lines of its blocks are those of a text
    file."""
    of_blocks = _of_blocks(document.blocks, agenda)
    found = []
    for segment in document.segments:
        block = document.blocks[segment.block]
        line = block.line if has_lines else 0
        found.append(replace(of_blocks[segment.block], page=block.page, line=line))
    return tuple(found)


@dataclass(slots=True)
class _Reader:
    """A `_Reader` keeps what the reader of a document is in: below which item, which heading, and how many paragraphs
    were counted there."""

    item: str = ""
    heading: str = ""
    counted: int = 0

    def under(self, *, item: str = "", heading: str = "") -> None:
        """Goes below another item or heading, where paragraphs are counted anew."""
        self.item, self.heading, self.counted = item, heading, 0


def _of_blocks(blocks: Sequence[Block], agenda: Agenda | None) -> list[Location]:
    items = {item.block: item.label for item in (*agenda.items, *agenda.annotations)} if agenda else {}
    annotated = {annotation.block for annotation in agenda.annotations} if agenda else set[int]()
    labelled = [index for index, block in enumerate(blocks) if index not in items and _counts(block)]
    numbers = dict(zip(labelled, paths(blocks[index].label for index in labelled), strict=True))
    reader = _Reader()
    found = []
    for index, block in enumerate(blocks):
        if index in items:
            reader.under(item=items[index] if index in annotated else "")
            found.append(Location(item=items[index]))
        elif block.kind is BlockKind.CELL:
            found.append(_of_cell(block, reader))
        elif block.kind in _ABOVE_TEXT:
            found.append(Location(is_cover=True))
        elif _heads(block):
            # What heads a part of an annotation ("Documentation") leaves it below its item.
            inside = "" if block.label else reader.item
            heading = f"{block.label} {block.text}".strip()
            if not _names_documents(block.text):
                reader.under(item=inside, heading=heading)
            found.append(Location(item=inside, heading=heading, is_heading=True))
        else:
            found.append(_of_text(block, numbers.get(index, ()), reader))
    return found


def _of_cell(block: Block, reader: _Reader) -> Location:
    # A table ends what was said of an item; what is under a heading goes on behind it.
    if reader.item:
        reader.under(heading=reader.heading)
    return Location(
        heading=reader.heading,
        table=(block.table or 0) + 1,
        row=(block.row or 0) + 1,
        column=(block.column or 0) + 1,
    )


def _of_text(block: Block, number: tuple[str, ...], reader: _Reader) -> Location:
    here = Location(item=reader.item, heading=reader.heading)
    if number:
        return replace(here, paragraph=".".join(number))
    reader.counted += 1
    return replace(here, paragraph=str(reader.counted), is_counted=True)


def _heads(block: Block) -> bool:
    """Tells whether a block is a heading, such as "II. Proceedings" above paragraph 12."""
    has_capital = bool(block.label) and styles(block.label)[0].startswith("capital")
    return block.kind is BlockKind.HEADING or (has_capital and not has_end_mark(block.text))


def _names_documents(text: str) -> bool:
    """Tells whether a short line says which documents there are for an item ("Documentation: A/80/5, A/80/6"): what
    follows is not about them."""
    _, _, named = text.rpartition(":")
    words = [word.strip(",;.") for word in named.split()]
    return any(map(is_symbol, words)) and all(is_symbol(word) or word.islower() for word in words)


def _counts(block: Block) -> bool:
    """Tells whether a block has a label by which a reader finds it: not a dash, not in a table, not that of a
    heading."""
    in_text = block.kind is not BlockKind.CELL and not _heads(block)
    return bool(block.label) and in_text and styles(block.label) != ("bullet",)
