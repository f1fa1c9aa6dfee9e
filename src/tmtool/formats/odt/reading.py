"""Reads the text of an ODT file (OpenDocument Text 1.0 to 1.3) with all tracked changes accepted.

The XML is read as OpenDocument 1.2 part 1 defines it: deleted text is kept apart in ``text:tracked-changes`` (5.5)
and left out, comments too; lists nest and are counted here (5.3), since the file holds no labels. Headers and
footers are page furniture and are in another part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from tmtool.errors import InputError
from tmtool.formats.odt.styles import LEVELS, Styles
from tmtool.formats.xml_reading import child, local_name, value_of, whole_number
from tmtool.formats.zip_reading import ZipParts
from tmtool.model import Block, BlockKind
from tmtool.model.wording import say
from tmtool.text.composition import without_soft_hyphens

_GONE = frozenset(
    {"tracked-changes", "annotation", "forms", "sequence-decls", "variable-decls", "user-field-decls"}
    | {"ruby-text", "note-citation", "title", "desc", "event-listeners", "script", "deletion", "object", "math"}
)
_CHARACTERS = {"tab": "\t", "line-break": "\n"}
_MOST_SPACES = 1000
_MOST_COLUMNS = 1000


def read_blocks(path: Path) -> tuple[Block, ...]:
    """Returns paragraphs, headings, list items and table cells in reading order, then the footnotes, then the endnotes.

    `line` counts the paragraphs from 1, empty ones too, though no block is made of them; a line break inside a
    paragraph is a line feed. Raises InputError for a file that is no ODT, is damaged, under a password, or too large.
    """
    return read_with(path, Reader)


def read_with(path: Path, make: Callable[[Styles], Reader]) -> tuple[Block, ...]:
    """Reads the blocks of a file with the reader that `make` gives; see `read_blocks`."""
    with ZipParts(path) as parts:
        manifest = "META-INF/manifest.xml"
        if manifest in parts and b"encryption-data" in parts.read(manifest):
            raise InputError(say("is under a password"), say("save it without one"), path=path)
        content = parts.xml("content.xml")
        styles = Styles(parts.xml("styles.xml") if "styles.xml" in parts else None, content)
    text = child(content, "body", "text")
    if text is None:
        raise InputError(say("is no text document"), say("give an .odt file, or export a table as TSV"), path=path)
    return make(styles).document(text)


@dataclass(frozen=True, slots=True)
class _Place:
    """A `_Place` is the table cell of a paragraph."""

    table: int
    row: int
    column: int


@dataclass(slots=True)
class _List:
    """A `_List` is a list at one depth, with the counts at each depth, which it shares with its nested and continued
    lists.

    `start` is the number that the item at hand demands; `waiting` says that its label is still to be borne.
    """

    style: str | None
    counts: list[int | None]
    depth: int = 0
    start: int | None = None
    waiting: bool = False


def _no_counts() -> list[int | None]:
    return [None] * LEVELS


@dataclass(slots=True)
class Reader:
    """Walks one document; what spans paragraphs (counts, notes) is kept here."""

    styles: Styles
    paragraphs: int = 0
    tables: int = 0
    outline: list[int | None] = field(default_factory=_no_counts)
    by_id: dict[str, list[int | None]] = field(default_factory=dict)
    by_style: dict[str | None, list[int | None]] = field(default_factory=dict)
    notes: dict[str, list[etree._Element]] = field(default_factory=dict)

    def document(self, text: etree._Element) -> tuple[Block, ...]:
        """Returns all blocks of the text, then its notes."""
        blocks = list(self._blocks(text, None, None))
        for kind in ("footnote", "endnote"):
            for note in self.notes.pop(kind, ()):
                blocks += [replace(block, kind=BlockKind.FOOTNOTE, depth=0) for block in self._blocks(note, None, None)]
        return tuple(blocks)

    def begin(self, element: etree._Element, number: int) -> None:
        """Takes note of the paragraph of that number before it is read."""

    def _blocks(self, container: etree._Element, inside: _List | None, place: _Place | None) -> Iterator[Block]:
        """Yields the blocks of a body, a section, a list item, a cell, a text box or a note."""
        for element in container:
            name = local_name(element)
            if name in ("p", "h"):
                yield from self._paragraph(element, inside, place)
            elif name == "list":
                yield from self._list(element, inside, place)
            elif name == "table":
                yield from self._table(element, inside, place)
            elif name and name not in _GONE:
                yield from self._blocks(element, inside, place)

    def _list(self, element: etree._Element, outer: _List | None, place: _Place | None) -> Iterator[Block]:
        own = value_of(element, "style-name")
        if outer is None:
            found = _List(own, self._counts(element, own))
        elif outer.depth + 1 < LEVELS:
            found = _List(own or outer.style, outer.counts, outer.depth + 1)
        else:
            found = replace(outer)
        # A word processor that goes on with an inner list writes it under an item without text.
        goes_on = outer is None or outer.waiting or value_of(element, "continue-numbering") == "true"
        if not goes_on:
            found.counts[found.depth :] = [None] * (LEVELS - found.depth)
        self.by_id[value_of(element, "id") or ""] = found.counts
        self.by_style[found.style] = found.counts
        for item in element:
            if local_name(item) not in ("list-item", "list-header"):
                continue
            found.waiting = local_name(item) == "list-item"
            found.start = whole_number(value_of(item, "start-value"))
            yield from self._blocks(item, found, place)

    def _counts(self, element: etree._Element, style: str | None) -> list[int | None]:
        """Returns the counts that an outermost list goes on with, or new ones."""
        continued = value_of(element, "continue-list")
        if continued in self.by_id:
            return self.by_id[continued]
        if value_of(element, "continue-numbering") == "true" and style in self.by_style:
            return self.by_style[style]
        return _no_counts()

    def _table(self, table: etree._Element, inside: _List | None, place: _Place | None) -> Iterator[Block]:
        """Yields the cells row by row. A table inside a cell is part of that cell."""
        number = self.tables
        if place is None:
            self.tables += 1
        for row, element in enumerate(_rows(table)):
            column = 0
            for cell in element:
                if local_name(cell) == "table-cell":
                    yield from self._blocks(cell, inside, place or _Place(number, row, column))
                if local_name(cell) in ("table-cell", "covered-table-cell"):
                    # A cell that is spanned over is there itself, as a covered one.
                    repeated = whole_number(value_of(cell, "number-columns-repeated")) or 1
                    column = min(column + repeated, _MOST_COLUMNS)

    def _paragraph(self, element: etree._Element, inside: _List | None, place: _Place | None) -> Iterator[Block]:
        self.paragraphs += 1
        number = self.paragraphs
        self.begin(element, number)
        boxes: list[etree._Element] = []
        text = without_soft_hyphens("".join(self._text(element, boxes)))
        text = re.sub(r" ?\n ?", "\n", re.sub(r"[ \t]+", " ", text)).strip(" \n")
        if text:
            kind, level = self.styles.kind(value_of(element, "style-name"))
            if local_name(element) == "h":
                outlined = whole_number(value_of(element, "outline-level")) or 1
                kind, level = BlockKind.HEADING, min(outlined, LEVELS) - 1
            label, depth = self._label(element, inside, level)
            if kind is BlockKind.HEADING:
                depth = level
            if place is None:
                yield Block(kind, text, label, depth, line=number)
            else:
                yield Block(BlockKind.CELL, text, label, depth, place.table, place.row, place.column, number)
        elif inside is not None:
            # An empty item shows its number all the same.
            self._label(element, inside, 0)
        for box in boxes:
            yield from self._blocks(box, None, place)

    def _label(self, element: etree._Element, inside: _List | None, level: int) -> tuple[str, int]:
        """Returns the label of a paragraph, by its list or, of a heading, by the outline; and its depth in the list."""
        if inside is None:
            if local_name(element) != "h" or value_of(element, "is-list-header") == "true":
                return "", 0
            first = whole_number(value_of(element, "start-value"))
            if first is None:
                first = whole_number(value_of(element, "restart-numbering"))
            _count(self.outline, level, self.styles.outline_start(level) if first is None else first, first is not None)
            return self.styles.outline_label(level, self.outline), 0
        if not inside.waiting:
            return "", inside.depth
        inside.waiting = False
        style = inside.style or self.styles.list_of(value_of(element, "style-name"))
        first = self.styles.start(style, inside.depth) if inside.start is None else inside.start
        _count(inside.counts, inside.depth, first, inside.start is not None)
        return self.styles.label(style, inside.depth, inside.counts), inside.depth

    def _text(self, element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        """Yields the text of a paragraph or of anything in it; text boxes and notes anchored here are set aside.

        White space in the file is one space (6.1.2); what counts is written as elements.
        """
        yield re.sub(r"[ \t\n\r]+", " ", element.text or "")
        for inner in element:
            name = local_name(inner)
            if name == "s":
                yield " " * min(whole_number(value_of(inner, "c")) or 1, _MOST_SPACES)
            elif name == "note":
                body = child(inner, "note-body")
                if body is not None:
                    self.notes.setdefault(value_of(inner, "note-class") or "footnote", []).append(body)
            elif name == "text-box":
                boxes.append(inner)
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name and name not in _GONE:
                yield from self._text(inner, boxes)
            yield re.sub(r"[ \t\n\r]+", " ", inner.tail or "")


def _count(counts: list[int | None], depth: int, first: int, restarts: bool) -> None:
    before = counts[depth]
    counts[depth] = first if before is None or restarts else before + 1
    counts[depth + 1 :] = [None] * (LEVELS - depth - 1)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        name = local_name(element)
        if name == "table-row":
            yield element
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(element)
