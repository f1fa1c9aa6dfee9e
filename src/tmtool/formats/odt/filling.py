"""Puts translations into the paragraphs of an ODT, with their spans and links; marks what is left untranslated.

What a paragraph shows is said in OpenDocument 1.2 part 1, 6.1: white space is one space, ``text:s``, ``text:tab`` and
``text:line-break`` are characters; notes, frames and marks are by themselves among the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from tmtool.formats.coded_text import Markup
from tmtool.formats.docx.passages import rewritten
from tmtool.formats.kept import content_around
from tmtool.formats.markup_filling import MarkedUpStretch, Marks
from tmtool.formats.odt.reading import Reader, read_with
from tmtool.formats.odt.styles import Styles
from tmtool.formats.passages import Edit, Passage, edited
from tmtool.formats.relabelling import Languages
from tmtool.formats.xml_tokens import Tag, Text, Xml
from tmtool.formats.xml_tree import Node, nodes
from tmtool.formats.zip_reading import ZipParts
from tmtool.model import Span
from tmtool.text.composition import SOFT_HYPHEN, without_soft_hyphens

_CONTENT = "content.xml"
_FURNITURE = "styles.xml"
"""The part whose page styles hold headers and footers."""
_HEADERS = tuple(f"{name}{pages}" for name in ("header", "footer") for pages in ("", "-left", "-first"))
_ROOTS = ("document-content", "document-styles")
_AROUND_TEXT = frozenset({"span", "a", "meta", "meta-field", "ruby", "ruby-base"})
_SHOWN = {"tab": "\t", "line-break": "\n", "s": " "}
_IGNORED = frozenset({"soft-page-break"})
_NOWHERE = Span(-1, -1)

_MARKUP = Markup(
    around=lambda tag: tag.name in _AROUND_TEXT,
    ignored=_IGNORED,
    shown=lambda tag: _SHOWN.get(tag.name, ""),
    text=lambda text: without_soft_hyphens(re.sub(r"[ \t\n\r]+", " ", text)),
)
_STYLES = {"tmtool-untranslated": "#ffff00", "tmtool-unread": "#00ffff"}
_MARKS = Marks(*((f'<text:span text:style-name="{name}">', "</text:span>") for name in _STYLES))
_NEW_STYLES = "".join(
    f'<style:style style:name="{name}" style:family="text">'
    f'<style:text-properties fo:background-color="{colour}"/></style:style>'
    for name, colour in _STYLES.items()
)
_NAMESPACES = {
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
}


@dataclass(slots=True)
class _Tracer(Reader):
    """Reads like any other and notes which element each paragraph is."""

    met: list[tuple[int, etree._Element]] = field(default_factory=list)

    def begin(self, element: etree._Element, number: int) -> None:
        """Keeps the paragraph."""
        self.met.append((number, element))


def read_texts(path: Path) -> OdtTexts:
    """Reads the paragraphs, as `read_blocks` counts them. Raises InputError as that does."""
    tracers: list[_Tracer] = []

    def make(styles: Styles) -> Reader:
        """Makes the reader, which is kept to be asked what it met."""
        tracers.append(_Tracer(styles))
        return tracers[0]

    read_with(path, make)
    with ZipParts(path) as parts:
        xml = Xml.of(parts.read(_CONTENT))
        styles = Xml.of(parts.read(_FURNITURE)) if _FURNITURE in parts else None
    met = tracers[0].met
    root = met[0][1].getroottree().getroot() if met else None
    order = {element: index for index, element in enumerate(_elements(root))} if root is not None else {}
    found = dict(enumerate(_in_order(xml)))
    passages = [_passage(xml, found[order[element]], number) for number, element in met]
    furniture = () if styles is None else tuple(_furniture(styles))
    documents = {_CONTENT: xml} if styles is None else {_CONTENT: xml, _FURNITURE: styles}
    return OdtTexts(path, documents, tuple(sorted(passages, key=lambda one: one.number)), furniture)


def _furniture(styles: Xml) -> Iterator[Passage]:
    """Yields the paragraphs of the headers and footers of all page styles."""
    for element, _ in nodes(styles, _HEADERS):
        for number, node in enumerate(one for one in element.all() if one.name in ("p", "h")):
            passage = _passage(styles, node, number, _FURNITURE)
            if passage.text.strip():
                yield passage


def _elements(root: etree._Element) -> Iterator[etree._Element]:
    return (element for element in root.iter() if isinstance(element.tag, str))


def _in_order(xml: Xml) -> Iterator[Node]:
    """Yields all elements of the document in the order in which they begin."""
    for root, _ in nodes(xml, ("document-content",)):
        yield from root.all()


def _passage(xml: Xml, paragraph: Node, number: int, part: str = _CONTENT) -> Passage:
    text: list[str] = []
    places: list[Span] = []
    for character, place in _characters(xml, paragraph):
        if character != SOFT_HYPHEN:
            text.append(character)
            places.append(place)
    found = tuple(places)
    return Passage("".join(text), lambda: found, number, part)


def _characters(xml: Xml, paragraph: Node) -> Iterator[tuple[str, Span]]:
    """Yields what a paragraph shows, character by character, with the place of each."""
    native = 0
    for token in paragraph.tokens:
        if native:
            native += token.opens - token.closes if isinstance(token, Tag) else 0
        elif isinstance(token, Text):
            yield from token.characters(xml.text)
        elif token.name in _SHOWN and token.opens:
            yield _SHOWN[token.name], _NOWHERE
            native = not token.closes
        elif token.opens and not token.closes and token.name not in _AROUND_TEXT:
            native = 1


@dataclass(frozen=True, slots=True)
class OdtTexts:
    """An `OdtTexts` is an ODT whose paragraphs can be translated."""

    path: Path
    documents: Mapping[str, Xml]
    passages: Sequence[Passage]
    furniture: Sequence[Passage]
    runs_on = False

    def stretch(self, passage: Passage, span: Span) -> MarkedUpStretch | None:
        """Gives a segment in a paragraph; None if it begins or ends with what is no text."""
        places = passage.places[span.start : span.end]
        if not places or _NOWHERE in (places[0], places[-1]):
            return None
        written = [place for place in places if place != _NOWHERE]
        document = self.documents[passage.part]
        return MarkedUpStretch(document, written, span.of(passage.text), _MARKUP, _MARKS, passage.part)

    def content(self, edits: Iterable[Edit], languages: Languages | None = None) -> bytes:
        """Gives the archive after the edits, with the styles of the marks."""
        by_part: dict[str, list[Edit]] = {}
        for edit in edits:
            by_part.setdefault(edit.part, []).append(edit)
        changed = {}
        for part, xml in self.documents.items():
            written = content_around(xml, by_part.get(part, ()))
            if any("tmtool-un" in edit.text for edit in by_part.get(part, ())):
                written = _with_styles(written)
            if languages is not None:
                read = Xml.of(written)
                written = replace(read, text=languages.in_opendocument(read.text)).content(())
            if part in by_part or languages is not None:
                changed[part] = written
        return rewritten(self.path, changed)


def _with_styles(content: bytes) -> bytes:
    """Adds the styles of the marks to the automatic ones, and the namespaces that they need."""
    xml = Xml.of(content)
    edits: list[Edit] = []
    for token in xml.tokens():
        if isinstance(token, Tag) and token.name in _ROOTS and token.opens:
            missing = [
                f' xmlns:{name}="{uri}"'
                for name, uri in _NAMESPACES.items()
                if f"xmlns:{name}=" not in token.attributes
            ]
            edits.append(Edit(Span(token.place.end - 1, token.place.end - 1), "".join(missing)))
        if isinstance(token, Tag) and token.opens and token.name == "automatic-styles":
            if token.closes:
                edits.append(Edit(token.place, f"<office:automatic-styles>{_NEW_STYLES}</office:automatic-styles>"))
            else:
                edits.append(Edit(Span(token.place.end, token.place.end), _NEW_STYLES))
            break
        if isinstance(token, Tag) and token.opens and token.name in ("body", "master-styles"):
            new = f"<office:automatic-styles>{_NEW_STYLES}</office:automatic-styles>"
            edits.append(Edit(Span(token.place.start, token.place.start), new))
            break
    return Xml(edited(xml.text, edits), xml.mark, xml.codec).content(())
