"""Reads the text of a web page (HTML, also XHTML) as a browser shows it, without scripts, styles and navigation.

Source: the HTML standard of WHATWG, 4 (elements), 15.3 (which elements are blocks), 13.2.3 (encoding: byte order
mark, ``meta``, else known by the bytes). Word processors save notes as paragraphs with names such as ``ftn1``.
Nothing is fetched. A page with a ``main`` element is read there only: the rest is the site.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from tmtool.errors import InputError
from tmtool.formats.encoding import read_bytes
from tmtool.formats.list_figures import figure
from tmtool.formats.text_passages import characters_of
from tmtool.formats.xml_reading import local_name, whole_number
from tmtool.model import Block, BlockKind
from tmtool.model.wording import say
from tmtool.text.composition import without_soft_hyphens

SKIPPED = frozenset(
    {"head", "script", "style", "template", "noscript", "nav", "svg", "math", "iframe", "object", "audio", "video"}
    | {"canvas", "select", "textarea", "button", "input", "del", "rt", "rp", "map"}
)
"""Elements whose content is no text of the page."""
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div"}
    | {"dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend"}
    | {"li", "main", "menu", "ol", "option", "p", "pre", "search", "section", "summary", "table", "tbody", "td"}
    | {"tfoot", "th", "thead", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_HEADING = re.compile(r"h([1-6])")
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "lower-roman": "lowerRoman",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "upper-roman": "upperRoman",
    "none": "none",
}
"""What ``type`` of a list, and the style of one, say about its numbers."""
_LIST_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(" + "|".join(sorted(_FORMS, key=len, reverse=True)) + r")\b"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
NOTE = re.compile(r"(?:sd)?(?:foot|end)note-?\d+|ftn\d+|edn\d+|fn[:-]?\d+")
NOTE_MARK = re.compile(r"\[?\s*(?:\d{1,3}|[a-z]|[*†‡]{1,3})\s*\]?")
_CHARSET = re.compile(rb"<(?:meta[^>]*charset|\?xml[^>]*encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_CHARSET_WITHIN = 4096
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
# The encodings of pages among all that Python knows; what they call Latin-1 is Windows-1252 (encoding standard, 4.2).
_ENCODINGS = re.compile(r"utf-8|cp\d+|iso8859-\d+|koi8-[ru]|mac-\w+|gb\w+|big5\w*|euc_\w+|shift_jis|ascii")
_LATIN = frozenset({"iso8859-1", "ascii"})
_MOST_CELLS = 1000
_DEEPEST = 400
"""Elements one inside another that are followed; the parser itself follows 2,048."""


def read_blocks(path: Path) -> tuple[Block, ...]:
    """Returns paragraphs, headings, list items with their labels and table cells in reading order, then the notes.

    `line` counts the blocks from 1; a line break inside a paragraph is a line feed. Raises InputError for
    a file that is not text or has no markup that can be read.
    """
    text = _DECLARATION.sub("", characters(path)[0], count=1)
    # Without huge_tree the parser leaves out, without a word, what follows the 256th element inside another.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(text.encode("utf-8"), parser) if text.strip() else None
    if root is None:
        raise InputError(say("holds no web page"), say("give the file that was meant"), path=path)
    if _depth(root) > _DEEPEST:
        problem = say("has more than {most} elements one inside another", most=_DEEPEST)
        raise InputError(problem, say("save the page as text from a browser"), path=path)
    mains = [element for element in root.iter("main") if not _is_hidden(element)]
    reader = _Reader()
    reader.walk(mains[0] if len(mains) == 1 else root, _Place())
    reader.flush()
    return tuple(replace(block, line=number) for number, block in enumerate((*reader.blocks, *reader.notes), 1))


def _depth(root: etree._Element) -> int:
    """Returns how many elements are one inside another at most."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def characters(path: Path) -> tuple[str, bytes, str]:
    """Returns the characters of a page, the byte order marks before them, and the encoding.

    That is told by the byte order mark, by the page's own word if it keeps it, else by the bytes.

    Raises InputError if the file is missing, not readable, or not text.
    """
    data = read_bytes(path)
    named = _CHARSET.search(data[:_CHARSET_WITHIN])
    if named and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            encoding = codecs.lookup(named[1].decode("ascii")).name
            encoding = "cp1252" if encoding in _LATIN else encoding
            if _ENCODINGS.fullmatch(encoding):
                return data.decode(encoding), b"", encoding
        except (LookupError, UnicodeDecodeError):
            pass
    return characters_of(path)


@dataclass(slots=True)
class _List:
    """A `_List` is a list at hand: how its items are labelled, the next number, and how deep it is."""

    form: str
    next: int
    step: int
    depth: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A `_Place` says where the walk is: the kind of the text, its list, its table cell, whether in a note or
    preformatted."""

    kind: BlockKind = BlockKind.PARAGRAPH
    depth: int = 0
    within: _List | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    is_note: bool = False
    is_preformatted: bool = False


@dataclass(slots=True)
class _Reader:
    """Walks a page, gathering the text of a block until the next begins."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    tables: int = 0
    label: str = ""
    parts: list[str] = field(default_factory=list)
    place: _Place = _Place()

    def walk(self, element: etree._Element, place: _Place) -> None:
        """Reads an element and all in it, but not what follows it."""
        name = local_name(element)
        if name in SKIPPED or not name or _is_hidden(element) or _is_furniture(element, name):
            return
        if _is_note_mark(element, name):
            return
        if name == "br":
            self.parts.append("\n")
            return
        is_block = name in BLOCKS
        if is_block:
            self.flush()
            place = self._entered(element, name, place)
            self.place = place
        self._add(element.text, place)
        if name == "table" and not _is_layout(element):
            self._table(element, place)
        else:
            self._children(element, place, _list_of(element, name, place))
        if is_block:
            self.flush()

    def _children(self, element: etree._Element, place: _Place, items: _List | None) -> None:
        inside = place if items is None else replace(place, within=items, depth=items.depth)
        for inner in element:
            if items is not None and local_name(inner) == "li":
                self.flush()
                self.label = _label(inner, items)
                self.walk(inner, inside)
                self.label = ""
            else:
                self.walk(inner, inside)
            self.place = place
            self._add(inner.tail, place)

    def _entered(self, element: etree._Element, name: str, place: _Place) -> _Place:
        heading = _HEADING.fullmatch(name)
        if heading and place.table is None:
            return replace(place, kind=BlockKind.HEADING, depth=int(heading[1]) - 1)
        if name == "pre":
            return replace(place, is_preformatted=True)
        if not place.is_note and NOTE.fullmatch(element.get("id") or ""):
            return replace(place, is_note=True, depth=0)
        return place

    def _table(self, table: etree._Element, place: _Place) -> None:
        """Reads the cells row by row, each in its column with spans taken into account; captions are paragraphs."""
        number = self.tables
        self.tables += 1
        spanned: dict[int, int] = {}
        row = 0
        for element in _rows(table):
            if local_name(element) == "caption":
                self.walk(element, place)
                continue
            column = 0
            below = {at: left - 1 for at, left in spanned.items() if left > 1}
            for cell in element:
                if local_name(cell) not in ("td", "th"):
                    continue
                while column in spanned and column < _MOST_CELLS:
                    column += 1
                width = min(whole_number(cell.get("colspan")) or 1, max(_MOST_CELLS - column, 0))
                height = min(whole_number(cell.get("rowspan")) or 1, _MOST_CELLS)
                self.walk(cell, replace(place, kind=BlockKind.CELL, depth=0, table=number, row=row, column=column))
                if height > 1:
                    below |= dict.fromkeys(range(column, column + width), height - 1)
                column += width
            spanned = below
            row += 1

    def _add(self, text: str | None, place: _Place) -> None:
        if text:
            self.parts.append(text if place.is_preformatted else re.sub(r"[ \t\n\r\f]+", " ", text))

    def flush(self) -> None:
        """Makes a block of what was gathered, if it has text."""
        text = without_soft_hyphens("".join(self.parts))
        self.parts.clear()
        text = re.sub(r" ?\n ?", "\n", re.sub(r"[ \t\f\r]+", " ", text)).strip(" \n")
        if not text:
            return
        label, self.label = self.label, ""
        at = self.place
        if at.is_note:
            self.notes.append(Block(BlockKind.FOOTNOTE, text, label if label.strip("•") else ""))
        else:
            self.blocks.append(Block(at.kind, text, label, at.depth, at.table, at.row, at.column))


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _is_furniture(element: etree._Element, name: str) -> bool:
    """Tells whether an element is a header or footer of pages that LibreOffice saves with a text."""
    return name == "div" and element.get("title") in ("header", "footer")


def _is_note_mark(element: etree._Element, name: str) -> bool:
    """Tells whether an element is a raised number or star that links to a note or back from one: no part of the text,
    as in word processors."""
    if name not in ("sup", "a"):
        return False
    target = element if name == "a" else element.find(".//a")
    # Inside a link the mark may be raised too.
    if target is None or not (target.get("href") or "").startswith("#"):
        return False
    if name == "a" and element.find(".//sup") is None and not NOTE.search(target.get("href") or ""):
        return False
    return NOTE_MARK.fullmatch("".join(map(str, element.itertext())).strip()) is not None


def _is_layout(table: etree._Element) -> bool:
    """Tells whether a table only arranges a page: it says so, or holds another."""
    return table.get("role") in ("presentation", "none") or table.find(".//table") is not None


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        name = local_name(element)
        if name in ("tr", "caption"):
            yield element
        elif name in ("thead", "tbody", "tfoot"):
            yield from _rows(element)


def _list_of(element: etree._Element, name: str, place: _Place) -> _List | None:
    if name not in _LISTS:
        return None
    style = _LIST_STYLE.search(element.get("style") or "")
    written = style[1] if style else element.get("type") or "1"
    numbered = name == "ol"
    form = _FORMS.get(written, "decimal") if numbered else "none" if style and style[1] == "none" else "bullet"
    items = [inner for inner in element if local_name(inner) == "li"]
    backwards = numbered and element.get("reversed") is not None
    first = _number(element.get("start"))
    return _List(
        form=form,
        next=(len(items) if backwards else 1) if first is None else first,
        step=-1 if backwards else 1,
        depth=place.within.depth + 1 if place.within else 0,
    )


def _label(item: etree._Element, items: _List) -> str:
    if items.form == "bullet":
        return "•"
    number = _number(item.get("value"))
    if number is None:
        number = items.next
    items.next = number + items.step
    shown = figure(number, items.form)
    return f"{shown}." if shown else ""


def _number(written: str | None) -> int | None:
    """Returns a whole number that may be negative."""
    digits = whole_number((written or "").strip().lstrip("-"))
    return -digits if digits is not None and (written or "").strip().startswith("-") else digits
