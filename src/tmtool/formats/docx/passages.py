"""Reads the paragraphs of a DOCX with the place of each character in its parts, so that words change and nothing else
does.

The reader of `tmtool.formats.docx.reading` says which characters a paragraph shows; where they are is looked up in the
parts as they are written. A change inside one run keeps its formatting; one across runs is made only where they are
formatted alike (ECMA-376 part 1, 17.3.2), and none in the result of a field, which the word processor would write
again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from pathlib import Path
from shutil import copyfileobj
from zipfile import ZipFile

from lxml import etree

from tmtool.errors import InputError
from tmtool.formats.docx.looks import seen
from tmtool.formats.docx.parts import DocxParts
from tmtool.formats.docx.reading import Place, Reader, blocks_of
from tmtool.formats.docx.styles import Numbering, Styles
from tmtool.formats.passages import Edit, Passage
from tmtool.formats.xml_reading import local_name
from tmtool.formats.xml_tokens import Tag, Text, Xml
from tmtool.formats.zip_reading import DAMAGED, FAULTS, ZipParts
from tmtool.model import Block, Span
from tmtool.model.wording import say
from tmtool.text.composition import SOFT_HYPHEN

_NOWHERE = Span(-1, -1)
"""The place of a character that is written as an element: a tab, a line break, a symbol."""
PRESERVE = ' xml:space="preserve"'
"""What makes a text element keep the spaces at its ends."""


@dataclass(frozen=True, slots=True)
class TextElement:
    """A `TextElement` is a ``w:t``: its content, its start tag, that of its run, the run's properties as they are
    written, and whether it shows the result of a field or is in a text box. `branch` are the places of the alternatives
    (``mc:AlternateContent``) that it is in and of the one of these."""

    content: Span
    tag: Tag
    run: Tag | None
    properties: str
    in_field: bool = False
    in_box: bool = False
    branch: tuple[int, int] | None = None

    @property
    def look(self) -> str:
        """Returns the formatting, without what does not show."""
        return seen(self.properties)

    def with_spaces(self, part: str = "") -> Iterator[Edit]:
        """Yields the edit that makes the spaces at its ends count, if they do not yet."""
        if "preserve" not in self.tag.attributes:
            end = self.tag.place.end - 1
            yield Edit(Span(end, end), PRESERVE, part)


@dataclass(frozen=True, slots=True)
class DocxFile:
    """A `DocxFile` is a DOCX whose paragraphs can be changed. `texts` are the text elements of each part, by their
    place; `twins` those by part and place of another, as which older word processors show it."""

    path: Path
    passages: Sequence[Passage]
    parts: Mapping[str, Xml]
    texts: Mapping[str, Sequence[TextElement]]
    furniture: Sequence[Passage] = ()
    twins: Mapping[tuple[str, int], Sequence[TextElement]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Returns nothing: an archive has no characters of its own."""
        return ""

    def edits(self, passage: Passage, span: Span, text: str) -> tuple[Edit, ...] | None:
        """Edits text so that the new one goes to the first run of the span, or for an insertion to that of the
        character before."""
        xml = self.parts[passage.part]
        pieces = self.pieces(passage, span if span.end > span.start else Span(max(span.start - 1, 0), span.start or 1))
        if not pieces or any(owner.in_field for owner, _ in pieces) or len({owner.look for owner, _ in pieces}) > 1:
            return None
        if span.start == span.end:
            owner, place = pieces[0]
            at = place.end if span.start else place.start
            pieces = [(owner, Span(at, at))]
        found: list[Edit] = []
        for number, (owner, place) in enumerate(pieces):
            for one in (owner, *self.twins.get((passage.part, owner.content.start), ())):
                shift = one.content.start - owner.content.start
                there = Span(place.start + shift, place.end + shift)
                if there.start == one.content.start or there.end == one.content.end:
                    found += one.with_spaces(passage.part)
                found.append(Edit(there, xml.escaped(text) if number == 0 else "", passage.part))
        return tuple(found)

    def pieces(self, passage: Passage, span: Span) -> list[tuple[TextElement, Span]]:
        """Returns the stretches of text elements that a span covers; none if a part of it is no text."""
        places = passage.places[span.start : span.end]
        if not places or _NOWHERE in places:
            return []
        return self.grouped(passage.part, places)

    def grouped(self, part: str, places: Iterable[Span]) -> list[tuple[TextElement, Span]]:
        """Returns the text elements that hold characters, each with the stretch of it from the first to the last."""
        owners = ((self.owner(part, place), place) for place in places)
        grouped = [(owner, [place for _, place in group]) for owner, group in groupby(owners, key=lambda one: one[0])]
        return [(owner, Span(found[0].start, found[-1].end)) for owner, found in grouped]

    def owner(self, part: str, place: Span) -> TextElement:
        """Returns the text element of a character."""
        texts = self.texts[part]
        return texts[bisect_right(texts, place.start, key=lambda one: one.content.start) - 1]

    def content(self, edits: Iterable[Edit]) -> bytes:
        """Returns the archive after the edits; parts without one are copied as they are."""
        by_part: dict[str, list[Edit]] = {}
        for edit in dict.fromkeys(edits):
            by_part.setdefault(edit.part, []).append(edit)
        return rewritten(self.path, {part: self.parts[part].content(found) for part, found in by_part.items()})


def rewritten(path: Path, changed: Mapping[str, bytes]) -> bytes:
    """Returns the archive with some parts given anew, the new ones last; all others keep content, order, date and
    rights.

    Raises InputError if a part that is copied is damaged.
    """
    try:
        return _rewritten(path, changed)
    except FAULTS as error:
        raise InputError(say("has a damaged part ({error})", error=error), DAMAGED, path=path) from None


def _rewritten(path: Path, changed: Mapping[str, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(path) as old, ZipFile(written, "w") as new:
        for info in old.infolist():
            if info.filename in changed:
                new.writestr(info, changed[info.filename])
            else:
                with old.open(info) as source, new.open(info, "w") as target:
                    copyfileobj(source, target)
        there = set(old.namelist())
        kind = old.infolist()[0].compress_type
        for name, content in changed.items():
            if name not in there:
                new.writestr(name, content, kind)
    return written.getvalue()


def read_paragraphs(path: Path, *, target_language: str) -> DocxFile:
    """Returns the paragraphs with text, as `read_blocks` counts them. Raises InputError as that does."""
    return _read(path, furniture=False)


def read_with_furniture(path: Path) -> DocxFile:
    """Returns the same with the paragraphs of headers and footers apart. Raises InputError as `read_blocks` does."""
    return _read(path, furniture=True)


def _read(path: Path, *, furniture: bool) -> DocxFile:
    tracer: _Tracer | None = None

    def make(styles: Styles, numbering: Numbering) -> _Tracer:
        """Returns the reader, kept to be asked what it met."""
        nonlocal tracer
        tracer = _Tracer(styles, numbering)
        return tracer

    with ZipParts(path) as archive:
        for _ in blocks_of(archive, make):
            pass
        assert tracer is not None
        counted = len(tracer.found)
        names = DocxParts(archive)
        for name in names.headers_and_footers(archive.xml(names.main)) if furniture else ():
            if name not in tracer.fielded:
                root = archive.xml(name)
                tracer.begin(name, root)
                for _ in tracer.blocks(root):
                    pass
        parts = {name: Xml.of(archive.read(name)) for name in tracer.fielded}
    texts = {name: _texts(xml, tracer.fielded[name]) for name, xml in parts.items()}
    passages = tuple(_passage(one, parts[one.part], texts[one.part]) for one in tracer.found)
    twins = {(name, place): found for name, xml in parts.items() for place, found in _twins(texts[name], xml)}
    return DocxFile(path, passages[:counted], parts, texts, passages[counted:], twins)


@dataclass(slots=True)
class _Traced:
    """A `_Traced` is a paragraph as it is read: what shows, each with the number of its text element in the part, -1
    for others."""

    number: int
    part: str
    pieces: list[tuple[str, int]] = field(default_factory=list)


class _Tracer(Reader):
    """Reads like any other and notes which element each text came from. `fielded` has, for each part, the numbers
    of the text elements in fields."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        super().__init__(styles, numbering)
        self.found: list[_Traced] = []
        self.fielded: dict[str, set[int]] = {}
        self._part = ""
        self._numbers: dict[etree._Element, int] = {}
        self._pieces: list[tuple[str, int]] = []

    def begin(self, name: str, root: etree._Element) -> None:
        self._part = name
        self._pieces = []
        self._numbers = {element: number for number, element in enumerate(root.iter("{*}t"))}
        self.fielded[name] = set()

    def _paragraph(self, paragraph: etree._Element, place: Place | None) -> Iterator[Block]:
        if not self.carried:
            # What a blank paragraph has is no part of the next.
            self._pieces = []
        yield from super()._paragraph(paragraph, place)

    def characters(self, element: etree._Element, name: str) -> str:
        text = super().characters(element, name)
        number = self._numbers[element] if name == "t" else -1
        if self.fields or any(local_name(one) == "fldSimple" for one in element.iterancestors()):
            self.fielded[self._part].add(number)
        if text:
            self._pieces.append((text, number))
        return text

    def block(self, text: str, properties: etree._Element | None, place: Place | None, number: int) -> Block:
        self.found.append(_Traced(number, self._part, self._pieces))
        self._pieces = []
        return super().block(text, properties, place, number)


def _texts(xml: Xml, fielded: set[int]) -> list[TextElement]:
    """Returns the text elements of a part in its order, as `etree` counts them."""
    found: list[TextElement] = []
    parents: list[Tag] = []
    properties: list[str] = []
    begun: Tag | None = None
    content = Span(0, 0)
    for token in xml.tokens():
        if isinstance(token, Text):
            if begun is not None:
                content = Span(content.start if content.end > content.start else token.place.start, token.place.end)
            continue
        if token.opens:
            parents.append(token)
            if token.name == "r":
                properties.append("")
            elif token.name == "t":
                begun, content = token, Span(token.place.end, token.place.end)
        if token.closes:
            opened = parents.pop()
            if token.name == "t" and begun is not None:
                run = parents[-1] if parents and parents[-1].name == "r" else None
                in_box = any(tag.name == "txbxContent" for tag in parents)
                written = properties[-1] if run else ""
                branch = _branch(parents)
                found.append(TextElement(content, begun, run, written, len(found) in fielded, in_box, branch))
                begun = None
            elif token.name == "rPr" and parents and parents[-1].name == "r":
                properties[-1] = xml.text[opened.place.start : token.place.end]
            elif token.name == "r":
                properties.pop()
    return found


def _branch(parents: Sequence[Tag]) -> tuple[int, int] | None:
    """Returns the places of the innermost alternatives that are open and of the one of these that is."""
    for tag, inner in zip(reversed(parents[:-1]), reversed(parents[1:]), strict=True):
        if tag.name == "AlternateContent":
            return tag.place.start, inner.place.start
    return None


def _twins(texts: Sequence[TextElement], xml: Xml) -> Iterator[tuple[int, list[TextElement]]]:
    """Yields the places of the text elements of first alternatives with those of the others in their place, where these
    have the same texts: the drawing of a text box and its picture for older programs (ECMA-376 part 3, 9.3)."""
    alternatives: dict[int, dict[int, list[TextElement]]] = {}
    for one in texts:
        if one.branch is not None:
            alternatives.setdefault(one.branch[0], {}).setdefault(one.branch[1], []).append(one)
    for branches in alternatives.values():
        first, *others = branches.values()
        written = [one.content.of(xml.text) for one in first]
        same = [other for other in others if [one.content.of(xml.text) for one in other] == written]
        for number, one in enumerate(first if same else ()):
            yield one.content.start, [other[number] for other in same]


def _passage(traced: _Traced, xml: Xml, texts: Sequence[TextElement]) -> Passage:
    text: list[str] = []
    places: list[Span] = []
    for piece, number in traced.pieces:
        if number < 0:
            shown = [(character, _NOWHERE) for character in piece]
        else:
            shown = list(Text(texts[number].content, literal=False).characters(xml.text))
        for character, place in shown:
            if character != SOFT_HYPHEN:
                text.append(character)
                places.append(place)
    found = tuple(places)
    return Passage("".join(text), lambda: found, traced.number, traced.part)
