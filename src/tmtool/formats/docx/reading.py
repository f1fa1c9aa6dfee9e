"""Walks the parts of a DOCX file and makes blocks of its text, as it will be once all tracked changes are accepted.

The XML is read as ECMA-376 part 1, chapter 17 defines it, since libraries leave out the text inside
insertions, content controls and text boxes. What is deleted, moved away or a field's instruction is skipped; a
paragraph whose mark is deleted goes on in the next one, as a large initial does. Headers and footers are page
furniture, but for a masthead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from tmtool.documents.furniture import is_symbol
from tmtool.formats.docx.parts import DocxParts
from tmtool.formats.docx.styles import Numbering, Styles, outline_level
from tmtool.formats.xml_reading import child, local_name, value_of, whole_number
from tmtool.formats.zip_reading import ZipParts
from tmtool.model import Block, BlockKind
from tmtool.text.composition import without_soft_hyphens

_GONE = frozenset(
    {"del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "Fallback", "rt", "oMath", "oMathPara"}
)
_SILENT = frozenset({"delText", "instrText", "delInstrText"})
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NOTES = ("footnotes", "endnotes")
_REFERENCES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_OWN_MARK = re.compile(r"^\s*[*†‡]{1,3}\s*(?=\w)")


def read_blocks(path: Path) -> tuple[Block, ...]:
    """Returns paragraphs, headings, list items and table cells in reading order, then the notes.

    `line` counts the paragraphs from 1, empty ones too, though no block is made of them; a line break inside a
    paragraph is a line feed. Raises InputError for a file that is no DOCX, is damaged, under a password, or too large.
    """
    with ZipParts(path) as parts:
        return tuple(blocks_of(parts, Reader))


def blocks_of(archive: ZipParts, make: Callable[[Styles, Numbering], Reader]) -> Iterator[Block]:
    """Yields the blocks of an open file in reading order, then its notes, read by the reader that `make` gives.

    The paragraphs of the masthead come first, but are counted last.
    """
    parts = DocxParts(archive)
    styles = Styles(parts.root("styles"))
    reader = make(styles, Numbering(parts.root("numbering"), styles))
    root = archive.xml(parts.main)
    reader.begin(parts.main, root)
    text = list(reader.blocks(root))
    references = {
        kind: {value_of(one, "id") or "" for one in root.iter(f"{{*}}{name}")} for name, kind in _REFERENCES.items()
    }
    notes = [
        replace(block, kind=BlockKind.FOOTNOTE, text=_OWN_MARK.sub("", block.text), depth=0)
        for kind in _NOTES
        for block in _notes(archive, parts.named(kind), reader, references[kind], kind)
    ]
    yield from _masthead(archive, parts.first_header(root), reader)
    yield from (*text, *notes)


def _notes(archive: ZipParts, name: str, reader: Reader, referred: Collection[str], kind: str) -> Iterator[Block]:
    """Yields the blocks of the notes of a part in the order in which the text refers to them, without those whose
    reference is deleted; `referred` are the ids of all that have one."""
    if not name:
        return
    root = archive.xml(name)
    reader.begin(name, root)
    place = {identifier: number for number, identifier in enumerate(reader.referred[kind])}
    notes = [
        (place.get(identifier, len(place)), note)
        for note in root
        # Notes with another type are the lines that separate notes from the text.
        if value_of(note, "type") in (None, "normal")
        and ((identifier := value_of(note, "id") or "") in place or identifier not in referred)
    ]
    for _, note in sorted(notes, key=lambda one: one[0]):
        yield from reader.blocks(note)


def _masthead(archive: ZipParts, name: str, reader: Reader) -> list[Block]:
    """Returns the head of a United Nations document, which its template has in the header of the first page; nothing of
    another header."""
    if not name:
        return []
    root = archive.xml(name)
    lines = ("".join(map(str, line.itertext("{*}t"))).split() for line in root.iter("{*}p"))
    if not any(line and is_symbol(line[0]) for line in lines):
        return []
    reader.begin(name, root)
    return [Block(BlockKind.PARAGRAPH, block.text, block.label, line=block.line) for block in reader.blocks(root)]


@dataclass(frozen=True, slots=True)
class Place:
    """A `Place` is the table cell of a paragraph."""

    table: int
    row: int
    column: int


@dataclass(slots=True)
class Reader:
    """Walks the parts of one document; what spans paragraphs (fields, deleted marks, counts) is kept here."""

    styles: Styles
    numbering: Numbering
    paragraphs: int = 0
    tables: int = 0
    carried: str = ""
    hidden: bool = False
    fields: list[bool] = field(default_factory=list)
    referred: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in _NOTES})

    def begin(self, name: str, root: etree._Element) -> None:
        """Begins another part of the file; no field goes on from one into the next."""
        self.fields.clear()

    def blocks(self, container: etree._Element, place: Place | None = None) -> Iterator[Block]:
        """Yields the blocks of a body, a cell, a text box or a note."""
        for element in container:
            name = local_name(element)
            if name == "p":
                yield from self._paragraph(element, place)
            elif name == "tbl":
                yield from self._table(element, place)
            elif name and name not in _GONE:
                yield from self.blocks(element, place)

    def _table(self, table: etree._Element, place: Place | None) -> Iterator[Block]:
        """Yields the cells row by row. A table inside a cell is part of that cell."""
        number = self.tables
        if place is None:
            self.tables += 1
        row = 0
        for element in _children(table, "tr"):
            if child(element, "trPr", "del") is not None:
                continue
            column = _span(child(element, "trPr", "gridBefore"), 0)
            for cell in _children(element, "tc"):
                yield from self.blocks(cell, place or Place(number, row, column))
                column += _span(child(cell, "tcPr", "gridSpan"), 1)
            row += 1

    def _paragraph(self, paragraph: etree._Element, place: Place | None) -> Iterator[Block]:
        self.paragraphs += 1
        number = self.paragraphs
        boxes: list[etree._Element] = []
        properties = child(paragraph, "pPr")
        mark = child(properties, "rPr")
        self.hidden = self.styles.get(value_of(child(properties, "pStyle"))).hidden
        text = self.carried + without_soft_hyphens("".join(self._text(paragraph, boxes)))
        self.carried = ""
        is_cap = value_of(child(properties, "framePr"), "dropCap") in ("drop", "margin")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None or is_cap:
            self.carried = text
        elif text.strip():
            yield self.block(text, properties, place, number)
        elif not self.styles.hides(mark, self.hidden):
            # It shows its number all the same.
            self._label(properties)
        for box in boxes:
            yield from self.blocks(box, place)

    def block(self, text: str, properties: etree._Element | None, place: Place | None, number: int) -> Block:
        """Returns the block that the paragraph of that number makes, whose text is read."""
        style = self.styles.get(value_of(child(properties, "pStyle")))
        kind, level = style.kind, style.level
        outlined = outline_level(child(properties, "outlineLvl"))
        if kind is BlockKind.PARAGRAPH and outlined is not None:
            kind, level = BlockKind.HEADING, outlined
        label, depth = self._label(properties)
        if kind is BlockKind.HEADING:
            depth = level
        folded = re.sub(r" ?\n ?", "\n", re.sub(r"[ \t]+", " ", text)).strip(" \n")
        if place is not None:
            return Block(BlockKind.CELL, folded, label, depth, place.table, place.row, place.column, number)
        return Block(kind, folded, label, depth, line=number)

    def _label(self, properties: etree._Element | None) -> tuple[str, int]:
        """Returns the label of the paragraph with these properties, which counts it, and its level in the list."""
        style = self.styles.get(value_of(child(properties, "pStyle")))
        listed = value_of(child(properties, "numPr", "numId"))
        level = whole_number(value_of(child(properties, "numPr", "ilvl")))
        level = style.list_level if level is None else level
        return self.numbering.label(listed or style.numbering or "", level, style.list_style)

    def _text(self, element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        """Yields the text of a paragraph or of anything in it; text boxes anchored here are set aside."""
        for inner in element:
            name = local_name(inner)
            if name in _GONE or name in _SILENT or not name:
                continue
            if name == "fldChar":
                self._field(value_of(inner, "fldCharType"))
            elif name == "txbxContent":
                boxes.append(inner)
            elif name == "r" and (self.styles.hides(child(inner, "rPr"), self.hidden) or _is_own_mark(inner)):
                # Fields begin and end in hidden runs too.
                for mark in inner.iterfind("{*}fldChar"):
                    self._field(value_of(mark, "fldCharType"))
            elif name == "AlternateContent":
                choice = inner.find("{*}Choice")
                chosen = choice if choice is not None else inner.find("{*}Fallback")
                if chosen is not None:
                    yield from self._text(chosen, boxes)
            elif all(self.fields):
                if name in _REFERENCES:
                    self.referred[_REFERENCES[name]].append(value_of(inner, "id") or "")
                yield self.characters(inner, name)
                yield from self._text(inner, boxes)
            else:
                # Inside a field's instruction only the marks of its end matter.
                for _ in self._text(inner, boxes):
                    pass

    def characters(self, element: etree._Element, name: str) -> str:
        """Returns the text that an element of a run shows."""
        return _character(element, name)

    def _field(self, kind: str | None) -> None:
        """Follows complex fields, which nest: begin, instruction, separate, result, end. `fields` says who shows its
        result."""
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()


def _is_own_mark(run: etree._Element) -> bool:
    """Tells whether this is a run with the mark of a note that the author chose, such as a star: no part of the
    text."""
    references = (run.find(f"{{*}}{name}Reference") for name in ("footnote", "endnote"))
    return any(value_of(reference, "customMarkFollows") is not None for reference in references)


def _character(element: etree._Element, name: str) -> str:
    if name == "t":
        return element.text or ""
    if name == "br" and value_of(element, "type") in ("page", "column"):
        return " "
    if name == "sym":
        code = value_of(element, "char") or ""
        return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{4,5}", code) else ""
    return _CHARACTERS.get(name, "")


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yields rows or cells, those inside content controls included."""
    for inner in element:
        found = local_name(inner)
        if found == name:
            yield inner
        elif found in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _children(inner, name)


def _span(element: etree._Element | None, default: int) -> int:
    number = whole_number(value_of(element))
    return default if number is None else number
